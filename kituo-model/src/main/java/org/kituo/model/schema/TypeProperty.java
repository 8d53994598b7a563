package org.kituo.model.schema;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A property of an {@link ObjectType}, with the facts that {@code /api/schemas} gives of it and the
 * means to read it.
 *
 * @param name the name in JSON
 * @param singular the schema's {@code name}; for collections the name of one item
 * @param fieldName the schema's {@code fieldName}
 * @param origin where values come from
 * @param kind the property type
 * @param itemKind the property type of an item of a collection
 * @param klass the DHIS2 class of the value
 * @param itemKlass the DHIS2 class of an item of a collection
 * @param javaType the Java class of the value, or of an item of a collection
 * @param target the record that a reference names, or that is embedded; null for other kinds
 * @param shape how values look in JSON
 * @param facts constraints and flags
 * @param initial the value where JSON does not speak of the property
 * @param getter reads the value from the record, or computes it from record and view
 * @param inverse where the origin is INVERSE: the referring type's class and property
 */
public record TypeProperty(
    String name,
    String singular,
    String fieldName,
    Origin origin,
    PropertyKind kind,
    @Nullable PropertyKind itemKind,
    String klass,
    @Nullable String itemKlass,
    Class<?> javaType,
    @Nullable Class<? extends Record> target,
    Shape shape,
    Facts facts,
    @Nullable Object initial,
    @Nullable MethodHandle getter,
    @Nullable InverseOf inverse) {

  /** Where the value of a property comes from. */
  public enum Origin {
    /** A component of the record. */
    STORED,
    /** All objects of another type that refer to this one. */
    INVERSE,
    /** A method of the record. */
    COMPUTED,
    /** No value, or always the same. */
    VIRTUAL
  }

  /** How a value looks in Java and JSON. */
  public enum Shape {
    TEXT,
    INTEGER,
    LONG,
    NUMBER,
    BOOLEAN,
    DATE,
    CONSTANT,
    REFERENCE,
    EMBEDDED,
    SHARING,
    TRANSLATION,
    ATTRIBUTE_VALUE,
    JSON
  }

  /**
   * The referring side of an inverse collection.
   *
   * @param type the type of the referring objects
   * @param property the property by which they refer
   * @param writable whether the collection may be written from this side
   */
  public record InverseOf(Class<? extends Record> type, String property, boolean writable) {}

  /**
   * Constraints and flags.
   *
   * @param owner whether the property belongs to this side and to the set that is written back
   * @param persisted whether DHIS2 keeps it
   * @param required whether an object without it is refused
   * @param unique whether its values are unique within the type
   * @param ordered whether the items of a collection have an order
   * @param readable whether it is given out
   * @param writable whether the schema says that it is read
   * @param sortable whether the schema marks it as sortable
   * @param attribute whether the schema marks it as an XML attribute
   * @param translationKey the key of its translations
   * @param min the least length, value or size
   * @param max the greatest length, value or size
   * @param length the length of the column in DHIS2
   * @param exclusive whether an item of a collection belongs to one object only
   * @param cascade what follows for related objects, where it is not the usual; empty otherwise
   */
  public record Facts(
      boolean owner,
      boolean persisted,
      boolean required,
      boolean unique,
      boolean ordered,
      boolean readable,
      boolean writable,
      boolean sortable,
      boolean attribute,
      @Nullable String translationKey,
      @Nullable Double min,
      @Nullable Double max,
      @Nullable Integer length,
      boolean exclusive,
      String cascade) {}

  /** Whether values are collections. */
  public boolean collection() {
    return kind == PropertyKind.COLLECTION;
  }

  /** Whether values, or the items of a collection, name objects of another type. */
  public boolean reference() {
    return shape == Shape.REFERENCE;
  }

  /** Whether values, or the items of a collection, are embedded records. */
  public boolean embedded() {
    return shape == Shape.EMBEDDED;
  }

  /** Whether a value is a plain JSON value. */
  public boolean simple() {
    return collection() ? itemKind != null && itemKind.isSimple() : kind.isSimple();
  }

  /** Whether the record keeps the value. */
  public boolean stored() {
    return origin == Origin.STORED;
  }

  /** The value that a record keeps. Only for stored properties. */
  public @Nullable Object stored(Object object) {
    try {
      return java.util.Objects.requireNonNull(getter).invokeExact(object);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** The value that a method of the record computes for a view. Only for computed properties. */
  public @Nullable Object computed(Object object, Object view) {
    try {
      return java.util.Objects.requireNonNull(getter).invokeExact(object, view);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** The stored value as a list: the items of a collection, one value, or nothing. */
  public List<?> storedItems(Object object) {
    Object value = stored(object);
    return value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
  }

  /** The constants of an enumeration; null for other kinds. */
  public Object @Nullable [] constants() {
    return javaType.isEnum() ? javaType.getEnumConstants() : null;
  }

  /** The value of a virtual property; null where it has none. */
  public @Nullable JsonNode virtualValue() {
    return origin == Origin.VIRTUAL ? (JsonNode) initial : null;
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
