package org.kituo.model.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of a record that computes a property from the object and the {@link
 * org.kituo.model.snapshot.View} of the one who asks. Its name is the property's name in JSON.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Computed {

  /** Whether DHIS2 keeps it in a column of its own, so that {@code :owner} contains it. */
  boolean owner() default false;

  /** Whether DHIS2 keeps it on the other side of a relation. */
  boolean persisted() default false;

  /** The schema's {@code name} where it is not the JSON name. */
  String singular() default "";

  /** The schema's {@code fieldName} where it is not the JSON name. */
  String field() default "";

  /** The DHIS2 class where the Java type does not tell it. */
  String klass() default "";

  /** The property type where the Java type does not tell it. */
  PropertyKind kind() default PropertyKind.DERIVED;

  /** The property type of the items of a collection where the Java type does not tell it. */
  PropertyKind items() default PropertyKind.DERIVED;

  /** Whether the schema calls it writable, as what is read may be sent back. */
  boolean writable() default false;

  /** Whether the schema marks it as an XML attribute. */
  boolean attribute() default false;

  /** Whether lists may be sorted by it. */
  boolean sortable() default false;
}
