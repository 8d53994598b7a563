package org.kituo.model.snapshot;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot.Link;
import org.kituo.model.snapshot.MetadataSnapshot.Table;

/**
 * The next snapshot in the making: objects are put and removed, and {@link #snapshot} gives the
 * state with them. What was put and removed is remembered for the store.
 */
public final class SnapshotChange {
  private final MetadataSnapshot base;
  private final Map<Class<?>, TableChange> changed = new LinkedHashMap<>();
  private HashMap<Integer, MetadataObject> byKey;
  private HashMap<Link, HashSet<String>> referrers;
  private int nextKey;
  private @Nullable MetadataSnapshot built;

  SnapshotChange(MetadataSnapshot base) {
    this.base = base;
    this.byKey = base.byKey;
    this.referrers = base.referrers;
    this.nextKey = base.nextKey();
  }

  private static final class TableChange {
    final ObjectType<?> type;
    HashMap<String, MetadataObject> objects;
    HashMap<String, Integer> keys;
    final Map<TypeProperty, HashMap<Object, String>> unique;
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
    Integer key = table.keys.getOrElse(object.uid(), null);
    put(object, key == null ? nextKey++ : key);
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

  private void put(MetadataObject object, int key) {
    built = null;
    TableChange table = table(object.getClass());
    MetadataObject old = table.objects.getOrElse(object.uid(), null);
    table.objects = table.objects.put(object.uid(), object);
    if (old == null) {
      table.keys = table.keys.put(object.uid(), key);
    }
    byKey = byKey.put(key, object);
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
    MetadataObject old = table.objects.getOrElse(uid, null);
    if (old == null) {
      return null;
    }
    built = null;
    byKey = byKey.remove(table.keys.getOrElse(uid, 0));
    table.objects = table.objects.remove(uid);
    table.keys = table.keys.remove(uid);
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
    for (Map.Entry<TypeProperty, HashMap<Object, String>> entry : table.unique.entrySet()) {
      Object before = old == null ? null : uniqueValue(entry.getKey(), old);
      Object after = next == null ? null : uniqueValue(entry.getKey(), next);
      if (!java.util.Objects.equals(before, after)) {
        HashMap<Object, String> values = entry.getValue();
        if (before != null && uid.equals(values.getOrElse(before, null))) {
          values = values.remove(before);
        }
        entry.setValue(after == null ? values : values.put(after, uid));
      }
    }
    Map<TypeProperty, Set<String>> before = old == null ? Map.of() : References.byProperty(old);
    Map<TypeProperty, Set<String>> after = next == null ? Map.of() : References.byProperty(next);
    Map<TypeProperty, Boolean> all = new IdentityHashMap<>();
    before.keySet().forEach(p -> all.put(p, true));
    after.keySet().forEach(p -> all.put(p, true));
    for (TypeProperty p : all.keySet()) {
      link(p, uid, before.getOrDefault(p, Set.of()), after.getOrDefault(p, Set.of()));
    }
  }

  private void link(TypeProperty property, String uid, Set<String> before, Set<String> after) {
    for (String target : before) {
      if (!after.contains(target)) {
        Link link = new Link(property, target);
        HashSet<String> rest = referrers.getOrElse(link, HashSet.empty()).remove(uid);
        referrers = rest.isEmpty() ? referrers.remove(link) : referrers.put(link, rest);
      }
    }
    for (String target : after) {
      if (!before.contains(target)) {
        Link link = new Link(property, target);
        referrers = referrers.put(link, referrers.getOrElse(link, HashSet.empty()).add(uid));
      }
    }
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
      known = new MetadataSnapshot(tables, byKey, referrers, version, nextKey);
      built = known;
    }
    return known;
  }
}
