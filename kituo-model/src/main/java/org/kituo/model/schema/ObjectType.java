package org.kituo.model.schema;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a metadata type is, read once from its record: its names, flags and properties. Everything
 * generic in Kituo works on this.
 *
 * @param <T> the record
 */
public final class ObjectType<T> {
  private static final ClassValue<ObjectType<?>> TYPES =
      new ClassValue<>() {
        @Override
        protected ObjectType<?> computeValue(Class<?> type) {
          return new ObjectType<>(type.asSubclass(Record.class));
        }
      };

  private final Class<T> record;
  private final MetadataType facts;
  private final String singular;
  private final Map<String, TypeProperty> properties;
  private final List<TypeProperty> stored;
  private final List<TypeProperty> references;
  private final Map<TypeProperty, Integer> places = new java.util.IdentityHashMap<>();
  private final Constructor<T> constructor;
  private final @Nullable Constructor<Identity> identityConstructor;
  private final int identitySize;

  @SuppressWarnings("unchecked")
  private ObjectType(Class<? extends Record> record) {
    this.record = (Class<T>) record;
    this.facts = Objects.requireNonNull(record.getAnnotation(MetadataType.class), record.getName());
    this.singular =
        facts.singular().isEmpty()
            ? Character.toLowerCase(record.getSimpleName().charAt(0))
                + record.getSimpleName().substring(1)
            : facts.singular();
    TypeReader reader = new TypeReader(record, facts);
    this.properties = new LinkedHashMap<>();
    reader.properties().forEach(p -> properties.put(p.name(), p));
    this.stored = reader.properties().stream().filter(TypeProperty::stored).toList();
    for (int i = 0; i < stored.size(); i++) {
      places.put(stored.get(i), i);
    }
    this.references = stored.stream().filter(p -> p.reference() || p.embedded()).toList();
    this.constructor = TypeReader.constructor(this.record);
    this.identityConstructor = identifiable() ? TypeReader.constructor(Identity.class) : null;
    this.identitySize =
        identityConstructor == null ? 0 : Identity.class.getRecordComponents().length;
  }

  /** The type of a record. */
  @SuppressWarnings("unchecked")
  public static <T> ObjectType<T> of(Class<T> record) {
    return (ObjectType<T>) TYPES.get(record);
  }

  /** The type of an object. */
  @SuppressWarnings("unchecked")
  public static <T> ObjectType<T> of(T object) {
    return (ObjectType<T>) TYPES.get(object.getClass());
  }

  /** The record. */
  public Class<T> record() {
    return record;
  }

  /** Names, flags and authorities. */
  public MetadataType facts() {
    return facts;
  }

  /** The JSON name of one object. */
  public String singular() {
    return singular;
  }

  /** The JSON name of a list, and the path of the endpoint. */
  public String plural() {
    return facts.plural();
  }

  /** The class name in DHIS2. */
  public String klass() {
    return facts.klass();
  }

  /** The simple name of the class in DHIS2, as reports name the type. */
  public String simpleKlass() {
    return facts.klass().substring(facts.klass().lastIndexOf('.') + 1);
  }

  /** Whether objects of the type have an identity. */
  public boolean identifiable() {
    return MetadataObject.class.isAssignableFrom(record);
  }

  /** All properties by their JSON names, in the order of declaration. */
  public Map<String, TypeProperty> properties() {
    return properties;
  }

  /** A property by its JSON name; null where the type has none. */
  public @Nullable TypeProperty property(String name) {
    return properties.get(name);
  }

  /**
   * The properties that the record keeps, in the order that {@link #create} takes their values in.
   */
  public List<TypeProperty> stored() {
    return stored;
  }

  /** The stored properties that hold references or embedded records. */
  public List<TypeProperty> references() {
    return references;
  }

  /** Makes an object of the values of the {@link #stored} properties. */
  public T create(@Nullable Object[] values) {
    try {
      if (identityConstructor == null) {
        return constructor.newInstance(values);
      }
      @Nullable Object[] own = new @Nullable Object[values.length - identitySize + 1];
      own[0] = identityConstructor.newInstance(Arrays.copyOf(values, identitySize));
      System.arraycopy(values, identitySize, own, 1, values.length - identitySize);
      return constructor.newInstance(own);
    } catch (ReflectiveOperationException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(singular, e);
    }
  }

  /** The values of the {@link #stored} properties of an object. */
  public @Nullable Object[] values(T object) {
    @Nullable Object[] values = new @Nullable Object[stored.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = stored.get(i).stored(object);
    }
    return values;
  }

  /**
   * A copy of an object with other values for some stored properties, given by their JSON names.
   */
  public T with(T object, Map<String, ? extends @Nullable Object> changes) {
    @Nullable Object[] values = values(object);
    changes.forEach((name, value) -> {
      TypeProperty property = Objects.requireNonNull(properties.get(name), name);
      values[Objects.requireNonNull(places.get(property), name)] = value;
    });
    return create(values);
  }

  /** A copy of an object with another value for one stored property. */
  public T with(T object, String name, @Nullable Object value) {
    Map<String, @Nullable Object> change = new LinkedHashMap<>();
    change.put(name, value);
    return with(object, change);
  }

  /** The names of properties whose values are unique. */
  public List<TypeProperty> unique() {
    List<TypeProperty> unique = new ArrayList<>();
    for (TypeProperty p : stored) {
      if (p.facts().unique() && p.kind().isText()) {
        unique.add(p);
      }
    }
    return unique;
  }

  @Override
  public String toString() {
    return singular;
  }
}
