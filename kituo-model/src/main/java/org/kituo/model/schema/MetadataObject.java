package org.kituo.model.schema;

import org.jspecify.annotations.Nullable;

/**
 * An object of a metadata type or an identifiable one embedded in such an object. All are records.
 */
public interface MetadataObject {

  /** What all identifiable objects have. */
  Identity identity();

  /** The name; null for the few types that have none. */
  @Nullable String name();

  /** The identifier. */
  default String uid() {
    return identity().id();
  }

  /** The name, or the identifier where there is none: for messages to people. */
  default String label() {
    String name = name();
    return name == null ? uid() : name;
  }
}
