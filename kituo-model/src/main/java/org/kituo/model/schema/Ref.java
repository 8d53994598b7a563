package org.kituo.model.schema;

/**
 * A reference to an object of a metadata type by its identifier.
 *
 * @param id the 11 characters of the identifier; of a period its ISO name
 * @param <T> the type of the object; the schema reads it from the declaration
 */
public record Ref<T>(String id) {
  @Override
  public String toString() {
    return id;
  }
}
