package org.kituo.model.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kituo.model.period.PeriodCalendar;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;

/**
 * All metadata at one moment. It never changes: a write makes the next snapshot, which shares all
 * but what changed with this one ({@link Trie}), so that a reader goes on undisturbed and a change
 * costs microseconds however much metadata there is.
 *
 * <p>Beside the objects by type and identifier it holds the indexes that reading needs: unique
 * values, the small integer keys by which rows of figures name objects, and who refers to whom.
 */
public final class MetadataSnapshot {
  final Map<Class<?>, Table> tables;
  final Trie<Integer, MetadataObject> byKey;

  /**
   * Who refers by a property to whom; a reference in an embedded object counts as one by the
   * property that embeds it.
   */
  final Map<TypeProperty, Referrers> referrers;

  final SortedObjects sorted;
  private final PeriodCalendar calendar;
  private final long version;
  private final int nextKey;
  private final ConcurrentHashMap<Function<MetadataSnapshot, ?>, Object> derived =
      new ConcurrentHashMap<>();

  MetadataSnapshot(
      Map<Class<?>, Table> tables,
      Trie<Integer, MetadataObject> byKey,
      Map<TypeProperty, Referrers> referrers,
      SortedObjects sorted,
      PeriodCalendar calendar,
      long version,
      int nextKey) {
    this.tables = tables;
    this.byKey = byKey;
    this.referrers = referrers;
    this.sorted = sorted;
    this.calendar = calendar;
    this.version = version;
    this.nextKey = nextKey;
  }

  /**
   * The objects of one type and their indexes.
   *
   * @param unique the identifiers by the values of the other unique properties
   */
  record Table(
      ObjectType<?> type,
      Trie<String, MetadataObject> objects,
      Trie<String, Integer> keys,
      Map<TypeProperty, Trie<Object, String>> unique) {}

  /** A snapshot without objects, for the given types. */
  public static MetadataSnapshot empty(List<? extends ObjectType<?>> types) {
    Map<Class<?>, Table> tables = new LinkedHashMap<>();
    for (ObjectType<?> type : types) {
      Map<TypeProperty, Trie<Object, String>> unique = new LinkedHashMap<>();
      type.unique().stream()
          .filter(p -> !p.name().equals("id"))
          .forEach(p -> unique.put(p, Trie.empty()));
      tables.put(type.record(), new Table(type, Trie.empty(), Trie.empty(), unique));
    }
    return new MetadataSnapshot(
        tables, Trie.empty(), Map.of(), new SortedObjects(), PeriodCalendar.ISO8601, 0, 1);
  }

  /** The same objects, with periods counted by a calendar. */
  public MetadataSnapshot with(PeriodCalendar calendar) {
    return new MetadataSnapshot(tables, byKey, referrers, sorted, calendar, version, nextKey);
  }

  /** The calendar that the identifiers of periods are of: what they mean in the objects. */
  public PeriodCalendar calendar() {
    return calendar;
  }

  /** Counts the committed changes; greater is newer. */
  public long version() {
    return version;
  }

  /** The key that the next new object gets. */
  public int nextKey() {
    return nextKey;
  }

  /** The types. */
  public List<ObjectType<?>> types() {
    List<ObjectType<?>> types = new ArrayList<>();
    tables.values().forEach(t -> types.add(t.type));
    return types;
  }

  /** An object by its identifier. */
  public <T> Optional<T> find(Class<T> type, String uid) {
    return Optional.ofNullable(get(type, uid));
  }

  /** An object by its identifier, or null: for code that looks up very many. */
  public <T> @Nullable T get(Class<T> type, String uid) {
    Table table = tables.get(type);
    return table == null ? null : type.cast(table.objects.get(uid));
  }

  /** An object of any type by its identifier. */
  public Optional<MetadataObject> findAny(String uid) {
    for (Table table : tables.values()) {
      MetadataObject object = table.objects.get(uid);
      if (object != null) {
        return Optional.of(object);
      }
    }
    return Optional.empty();
  }

  /** An object by its code. */
  public <T> Optional<T> findByCode(Class<T> type, String code) {
    return findByUnique(type, "code", code);
  }

  /**
   * An object by the value of a unique property. Texts of names that ignore case are given in lower
   * case.
   */
  public <T> Optional<T> findByUnique(Class<T> type, String property, Object value) {
    String uid = uniqueOwner(type, property, value);
    return uid == null ? Optional.empty() : find(type, uid);
  }

  /** The identifier of the object that has a value of a unique property; null where none has. */
  public @Nullable String uniqueOwner(Class<?> type, String property, Object value) {
    Table table = tables.get(type);
    TypeProperty p = table == null ? null : table.type.property(property);
    Trie<Object, String> values = table == null || p == null ? null : table.unique.get(p);
    return values == null ? null : values.get(value);
  }

  /** All objects of a type, in no particular order. */
  @SuppressWarnings("unchecked")
  public <T> Collection<T> all(Class<T> type) {
    Table table = tables.get(type);
    return table == null ? List.of() : (Collection<T>) table.objects.values();
  }

  /**
   * All objects of a type, sorted. The order must be a constant, by which what it gives is
   * remembered.
   */
  @SuppressWarnings("unchecked")
  public <T> List<T> sorted(Class<T> type, TextOrder order) {
    Table table = tables.get(type);
    return table == null ? List.of() : (List<T>) sorted.of(this, table, order);
  }

  /** The number of objects of a type. */
  public int count(Class<?> type) {
    Table table = tables.get(type);
    return table == null ? 0 : table.objects.size();
  }

  /** The key by which rows of figures name an object. It never changes and is never used again. */
  public int key(MetadataObject object) {
    return key(object.getClass(), object.uid());
  }

  /** The key of an object by its identifier; 0 where there is no such object. */
  public int key(Class<?> type, String uid) {
    Table table = tables.get(type);
    Integer key = table == null ? null : table.keys.get(uid);
    return key == null ? 0 : key;
  }

  /** The object with a key; null where none has it, or one of another type. */
  public <T> @Nullable T byKey(Class<T> type, int key) {
    MetadataObject object = byKey.get(key);
    return type.isInstance(object) ? type.cast(object) : null;
  }

  /** The objects of a type that refer to a target by a property, in no particular order. */
  public <R> List<R> referrers(MetadataObject target, Class<R> type, String property) {
    Table table = tables.get(type);
    TypeProperty p = table == null ? null : table.type.property(property);
    if (table == null || p == null) {
      return List.of();
    }
    List<R> found = new ArrayList<>();
    for (String uid : referrerIds(p, target.uid())) {
      MetadataObject object = table.objects.get(uid);
      if (object != null) {
        found.add(type.cast(object));
      }
    }
    return found;
  }

  /** The identifiers of the objects that refer to a target by a property. */
  public Collection<String> referrerIds(TypeProperty property, String target) {
    return referrers.getOrDefault(property, Referrers.NONE).of(target);
  }

  /**
   * Something computed from this snapshot once and kept with it, such as an index that few requests
   * need. The function itself is the name under which it is kept: use a constant, not a fresh
   * lambda.
   */
  @SuppressWarnings("unchecked")
  public <D> D derived(Function<MetadataSnapshot, D> function) {
    Object known = derived.get(function);
    if (known == null) {
      known = function.apply(this);
      Object first = derived.putIfAbsent(function, known);
      known = first == null ? known : first;
    }
    return (D) known;
  }

  /**
   * Whether two snapshots hold the very same objects of a type, so that what is computed from them
   * holds for both.
   */
  public boolean sameObjects(Class<?> type, MetadataSnapshot other) {
    Table mine = tables.get(type);
    Table theirs = other.tables.get(type);
    return mine != null && theirs != null && mine.objects == theirs.objects;
  }

  /** Begins the next snapshot. */
  public SnapshotChange change() {
    return new SnapshotChange(this);
  }
}
