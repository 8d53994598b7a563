package org.kituo.model.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A property that the schema lists though no object has a value of its own for it: it is left out
 * of answers, or always the same.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Virtual.List.class)
public @interface Virtual {

  /** The JSON name. */
  String name();

  /** The schema's {@code name}, where it is not the JSON name. */
  String singular() default "";

  /** The property type. */
  PropertyKind kind();

  /** The DHIS2 class of the value, or of an item of a collection; by default that of the kind. */
  String klass() default "";

  /** The enumeration of a constant. */
  Class<?> type() default Void.class;

  /** The property type of the items of a collection. */
  PropertyKind items() default PropertyKind.REFERENCE;

  /** Whether the schema calls it persisted. */
  boolean persisted() default false;

  /** The least length. */
  double min() default Double.NaN;

  /** The greatest length, where there is one. */
  double max() default Double.NaN;

  /** Whether the schema marks it as an XML attribute. */
  boolean attribute() default false;

  /** The schema's {@code fieldName}, where it is not the JSON name. */
  String field() default "";

  /** Whether the schema calls it writable; displayed texts never are. */
  boolean writable() default true;

  /** The value that every object has, as JSON text; empty where it has none. */
  String value() default "";

  /** The container. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface List {
    /** The virtual properties of the type. */
    Virtual[] value();
  }
}
