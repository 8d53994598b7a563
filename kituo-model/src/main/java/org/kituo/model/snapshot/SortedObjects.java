package org.kituo.model.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot.Table;

/**
 * The objects of a type in the orders in which lists want them, so that a page of a long list does
 * not sort all of it. A snapshot shares them with those that follow it. After a change the order of
 * before is taken over, with the new objects at its end: almost sorted, which sorts in one pass.
 */
final class SortedObjects {
  private final Map<Key, Sorted> known = new ConcurrentHashMap<>();

  private record Key(Class<?> type, TextOrder order) {}

  /**
   * @param table what was sorted
   * @param nextKey greater than the keys of all objects then
   */
  private record Sorted(Table table, int nextKey, List<MetadataObject> objects) {}

  List<MetadataObject> of(MetadataSnapshot snapshot, Table table, TextOrder order) {
    Key key = new Key(table.type().record(), order);
    Sorted sorted = known.get(key);
    if (sorted == null || sorted.table.objects() != table.objects()) {
      Collection<MetadataObject> objects =
          sorted == null ? table.objects().values() : takenOver(sorted, snapshot, table);
      sorted = new Sorted(table, snapshot.nextKey(), order.sorted(objects));
      known.put(key, sorted);
    }
    return sorted.objects;
  }

  /**
   * The objects in the order of before. Keys are given out in order and never again, so that the
   * new objects are those with greater keys. Where that does not find all, as the state before was
   * not one that this one followed, they come in no order.
   */
  private static Collection<MetadataObject> takenOver(
      Sorted before, MetadataSnapshot snapshot, Table table) {
    List<MetadataObject> objects = new ArrayList<>(table.objects().size());
    for (MetadataObject old : before.objects) {
      MetadataObject now = table.objects().get(old.uid());
      if (now != null && snapshot.key(now) < before.nextKey) {
        objects.add(now);
      }
    }
    for (int key = before.nextKey; key < snapshot.nextKey(); key++) {
      MetadataObject object = snapshot.byKey.get(key);
      if (object != null && object.getClass() == table.type().record()) {
        objects.add(object);
      }
    }
    return objects.size() == table.objects().size() ? objects : table.objects().values();
  }
}
