package org.kituo.model.snapshot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot.Table;
import org.kituo.model.snapshot.Trie.Editor;

/**
 * The next snapshot in the making: objects are put and removed, and {@link #snapshot} gives the
 * state with them. What was put and removed is remembered for the store.
 */
public final class SnapshotChange {
  private final MetadataSnapshot base;
  private final Map<Class<?>, TableChange> changed = new LinkedHashMap<>();
  private final Map<TypeProperty, Referrers> referrers;
  private Trie<Integer, MetadataObject> byKey;

  /** Another one after each snapshot that was handed out, which must stay as it is. */
  private Editor editor = new Editor();

  private int nextKey;
  private @Nullable MetadataSnapshot built;

  SnapshotChange(MetadataSnapshot base) {
    this.base = base;
    this.byKey = base.byKey;
    this.referrers = new HashMap<>(base.referrers);
    this.nextKey = base.nextKey();
  }

  private static final class TableChange {
    final ObjectType<?> type;
    Trie<String, MetadataObject> objects;
    Trie<String, Integer> keys;
    final Map<TypeProperty, Trie<Object, String>> unique;
    final Map<String, MetadataObject> put = new LinkedHashMap<>();
    final Map<String, MetadataObject> removed = new LinkedHashMap<>();

    TableChange(Table table) {
      type = table.type();
      objects = table.objects();
      keys = table.keys();
      unique = new LinkedHashMap<>(table.unique());
    }
  }

  /** The snapshot that this began with. */
  public MetadataSnapshot base() {
    return base;
  }

  /**
   * Puts an object in the place of the one with its identifier, if there is one. A new object gets
   * the next key. The very object of the base in its place is no change.
   */
  public void put(MetadataObject object) {
    TableChange table = table(object.getClass());
    Integer key = table.keys.get(object.uid());
    put(object, key == null ? Integer.valueOf(nextKey++) : key);
    if (base.get(object.getClass(), object.uid()) == object) {
      table.put.remove(object.uid());
    } else {
      table.put.put(object.uid(), object);
    }
    table.removed.remove(object.uid());
  }

  /** Puts an object as the store has it, with its key; not remembered as a change. */
  public void load(MetadataObject object, int key) {
    put(object, key);
    nextKey = Math.max(nextKey, key + 1);
  }

  private void put(MetadataObject object, Integer key) {
    built = null;
    TableChange table = table(object.getClass());
    MetadataObject old = table.objects.get(object.uid());
    table.objects = table.objects.with(object.uid(), object, editor);
    if (old == null) {
      table.keys = table.keys.with(object.uid(), key, editor);
    }
    byKey = byKey.with(key, object, editor);
    index(table, old, object);
  }

  /** Keeps keys below a number from being given to new objects. */
  public void reserveKeys(int below) {
    nextKey = Math.max(nextKey, below);
    built = null;
  }

  /** Removes an object. */
  public void remove(MetadataObject object) {
    if (unload(object.getClass(), object.uid()) != null) {
      TableChange table = table(object.getClass());
      table.put.remove(object.uid());
      table.removed.put(object.uid(), object);
    }
  }

  /**
   * Removes an object as the store has done; not remembered as a change. Gives what was removed.
   */
  public @Nullable MetadataObject unload(Class<?> type, String uid) {
    TableChange table = table(type);
    MetadataObject old = table.objects.get(uid);
    if (old == null) {
      return null;
    }
    built = null;
    byKey = byKey.without(java.util.Objects.requireNonNull(table.keys.get(uid)), editor);
    table.objects = table.objects.without(uid, editor);
    table.keys = table.keys.without(uid, editor);
    index(table, old, null);
    return old;
  }

  private TableChange table(Class<?> type) {
    return changed.computeIfAbsent(
        type,
        t -> new TableChange(java.util.Objects.requireNonNull(base.tables.get(t), t.getName())));
  }

  private void index(
      TableChange table, @Nullable MetadataObject old, @Nullable MetadataObject next) {
    String uid = java.util.Objects.requireNonNull(next == null ? old : next).uid();
    for (Map.Entry<TypeProperty, Trie<Object, String>> entry : table.unique.entrySet()) {
      Object before = old == null ? null : uniqueValue(entry.getKey(), old);
      Object after = next == null ? null : uniqueValue(entry.getKey(), next);
      if (!java.util.Objects.equals(before, after)) {
        Trie<Object, String> values = entry.getValue();
        if (before != null && uid.equals(values.get(before))) {
          values = values.without(before, editor);
        }
        entry.setValue(after == null ? values : values.with(after, uid, editor));
      }
    }
    for (TypeProperty p : table.type.references()) {
      link(
          p,
          uid,
          old == null ? List.of() : p.storedItems(old),
          next == null ? List.of() : p.storedItems(next));
    }
  }

  /**
   * Notes who is referred to no longer, and who is now. Where a long collection changes, mostly at
   * its end, nothing is done for the items before.
   */
  private void link(TypeProperty property, String uid, List<?> before, List<?> after) {
    int same = before == after ? after.size() : commonStart(before, after);
    List<String> won = References.ids(property, after.subList(same, after.size()));
    Set<String> lost = new HashSet<>(References.ids(property, before.subList(same, before.size())));
    won.forEach(lost::remove);
    if (!lost.isEmpty()) {
      References.ids(property, after).forEach(lost::remove);
    }
    Referrers links = referrers.getOrDefault(property, Referrers.NONE);
    for (String target : lost) {
      links = links.without(target, uid, editor);
    }
    for (String target : won) {
      links = links.with(target, uid, editor);
    }
    referrers.put(property, links);
  }

  private static int commonStart(List<?> a, List<?> b) {
    int i = 0;
    while (i < a.size() && i < b.size() && a.get(i).equals(b.get(i))) {
      i++;
    }
    return i;
  }

  /** The value by which uniqueness is judged: user names ignore case. */
  static @Nullable Object uniqueValue(TypeProperty property, MetadataObject object) {
    Object value = property.stored(object);
    return value instanceof String text && property.name().equals("username")
        ? text.toLowerCase(Locale.ROOT)
        : value;
  }

  /** What was put, in order. */
  public List<MetadataObject> put() {
    return changed.values().stream().flatMap(t -> t.put.values().stream()).toList();
  }

  /** What was removed, in order. */
  public List<MetadataObject> removed() {
    return changed.values().stream().flatMap(t -> t.removed.values().stream()).toList();
  }

  /** Whether nothing was put or removed. */
  public boolean isEmpty() {
    return changed.values().stream().allMatch(t -> t.put.isEmpty() && t.removed.isEmpty());
  }

  /**
   * The state with everything put and removed so far, as the version after the one it began with.
   */
  public MetadataSnapshot snapshot() {
    return snapshot(base.version() + 1);
  }

  /** The state with everything put and removed so far, as a given version. */
  public MetadataSnapshot snapshot(long version) {
    MetadataSnapshot known = built;
    if (known == null || known.version() != version) {
      Map<Class<?>, Table> tables = new LinkedHashMap<>(base.tables);
      changed.forEach((type, t) ->
          tables.put(type, new Table(t.type, t.objects, t.keys, new LinkedHashMap<>(t.unique))));
      known =
          new MetadataSnapshot(
              tables, byKey, Map.copyOf(referrers), base.sorted, base.calendar(), version, nextKey);
      editor = new Editor();
      built = known;
    }
    return known;
  }
}
