package org.kituo.model.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record as a type of the DHIS2 Web API and states the facts that {@code /api/schemas}
 * gives of it.
 *
 * <p>A type with {@code metadata = true} has an endpoint, is stored and takes part in import and
 * export; the others are embedded in those.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MetadataType {

  /** The name of the class in DHIS2, which clients read in reports. */
  String klass();

  /** The JSON name of one object; by default the record's name with a small first letter. */
  String singular() default "";

  /** The JSON name of a list and the path of the endpoint. */
  String plural();

  /** The schema's {@code name}, where it is not the singular. */
  String name() default "";

  /** The place in the import order; lower comes first. */
  int order() default Integer.MAX_VALUE;

  /** Whether objects of the type stand for themselves. */
  boolean metadata() default true;

  /** Whether an object of the type is shown as a whole where another refers to it. */
  boolean embedded() default false;

  /** Whether the schema calls a type without a list of its own a part of other objects. */
  boolean part() default true;

  /** Properties of the identity that DHIS2 does not keep. */
  String[] unkept() default {};

  /**
   * The path below {@code /api} where it is not the plural or objects do not stand for themselves.
   */
  String path() default "";

  /** Whether the type has a path of its own below {@code /api}. */
  boolean endpoint() default true;

  /** Whether the type has short name, form name and description, displayed or own. */
  boolean nameable() default false;

  /** Whether no two objects have the same code. */
  boolean uniqueCode() default true;

  /** The greatest length of a code. */
  int longestCode() default 50;

  /** Whether an object must have a code. */
  boolean requiredCode() default false;

  /** Whether objects are shared with users and groups. */
  boolean shareable() default false;

  /** Whether sharing speaks of the data behind the object too. */
  boolean dataShareable() default false;

  /** Whether translations are kept. */
  boolean translatable() default true;

  /** Whether custom attribute values are kept. */
  boolean attributable() default false;

  /** Whether the creator is kept. */
  boolean owned() default true;

  /** Whether a new object is private to its creator unless its sharing says otherwise. */
  boolean defaultPrivate() default false;

  /** Whether anyone may create private objects. */
  boolean implicitPrivate() default false;

  /** Whether users may mark objects as favourites. */
  boolean favoritable() default false;

  /** Whether users may subscribe to objects. */
  boolean subscribable() default false;

  /** Whether the type is left out of an export that names no types. */
  boolean secondary() default false;

  /** Authorities of which one lets a user create public objects. */
  String[] createPublic() default {};

  /** Authorities of which one lets a user create private objects. */
  String[] createPrivate() default {};

  /**
   * Authorities of which one lets a user create objects, for types without the public and private
   * kinds.
   */
  String[] create() default {};

  /** Authorities of which one lets a user update, where they differ from those for creating. */
  String[] update() default {};

  /** Authorities of which one lets a user delete. */
  String[] delete() default {};

  /** Authorities of which one lets a user read. */
  String[] read() default {};
}
