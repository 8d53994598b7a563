package org.kituo.model.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The facts of a stored property that its Java type does not tell. The name of the record component
 * is the name in JSON.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Property {

  /**
   * The schema's {@code name} where it is not the JSON name: for collections the name of one item.
   */
  String singular() default "";

  /** The schema's {@code fieldName} where it is not the JSON name. */
  String field() default "";

  /** The DHIS2 class where the Java type does not tell it. */
  String klass() default "";

  /** The property type where the Java type does not tell it. */
  PropertyKind kind() default PropertyKind.DERIVED;

  /** The least length of a text, the least value of a number, the least size of a collection. */
  double min() default Double.NaN;

  /**
   * The greatest length of a text, the greatest value of a number, the greatest size of a
   * collection.
   */
  double max() default Double.NaN;

  /** The length of the column in DHIS2 where it is not the greatest length; 0 where it has none. */
  int length() default -1;

  /** Whether an object without a value is refused. */
  boolean required() default false;

  /** Whether no two objects of the type may have the same value. */
  boolean unique() default false;

  /** The key of the property's translations; empty where it has none. */
  String translatable() default "";

  /** Whether the items of a collection have an order. */
  boolean ordered() default true;

  /** Whether an item of the collection belongs to one object only. */
  boolean exclusive() default false;

  /** What follows for the related objects from a change of this one, where it is not the usual. */
  String cascade() default "";

  /** Whether DHIS2 keeps it; a property that is not persisted is read from input and given back. */
  boolean persisted() default true;

  /** Whether the schema marks it as sortable. */
  boolean sortable() default true;

  /** Whether the schema marks it as an XML attribute. */
  boolean attribute() default false;

  /** Whether it is given out; a password is not. */
  boolean readable() default true;

  /** The value of an object whose JSON does not speak of the property, as JSON text. */
  String initial() default "";
}
