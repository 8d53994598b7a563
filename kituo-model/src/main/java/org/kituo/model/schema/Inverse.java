package org.kituo.model.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A collection that is the other side of a reference: all objects of a type that refer to this one.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Inverse.List.class)
public @interface Inverse {

  /** The JSON name of the collection. */
  String name();

  /** The schema's {@code name}: that of one item. */
  String singular() default "";

  /** The schema's {@code fieldName} where it is not the JSON name. */
  String field() default "";

  /** The record of the referring objects. */
  Class<? extends Record> of();

  /** The JSON name of the referring property. */
  String by();

  /** Whether the schema calls it persisted. */
  boolean persisted() default true;

  /** Whether it is a list in DHIS2 rather than a set. */
  boolean ordered() default false;

  /** Whether an object that is written may name those on the other side, which then change too. */
  boolean writable() default false;

  /** The container. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface List {
    /** The inverse collections of the type. */
    Inverse[] value();
  }
}
