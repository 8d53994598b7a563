package org.kituo.model.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a {@code fields} parameter.
 *
 * @param name the name of a property, of a preset such as {@code :owner}, or of an attribute
 * @param exclude whether the entry takes away rather than adds
 * @param transformers what is done to the value, in order
 * @param children what is wanted of the objects that the property holds; null where nothing is said
 */
public record FieldSpec(
    String name,
    boolean exclude,
    List<Transformer> transformers,
    @Nullable List<FieldSpec> children) {

  /**
   * A transformer such as {@code rename(label)}.
   *
   * @param name its name
   * @param arguments its arguments
   */
  public record Transformer(String name, List<String> arguments) {}

  /** Whether it names a set of properties rather than one. */
  public boolean preset() {
    return name.startsWith(":") || name.equals("*");
  }
}
