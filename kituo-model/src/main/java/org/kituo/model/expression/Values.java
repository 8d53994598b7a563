package org.kituo.model.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of the items of one {@link CompiledExpression}, by the item's index in {@link
 * CompiledExpression#items()}.
 */
@FunctionalInterface
public interface Values {
  /** The value as a number, 1 and 0 for true and false; NaN when it is missing or other text. */
  double number(int item);

  /** The value as text when it is not a number or boolean; null otherwise. */
  default @Nullable String text(int item) {
    return null;
  }

  /** The values of the sample periods of a predictor. */
  default List<Values> samples() {
    return List.of();
  }

  /** Whether the item has a value. */
  default boolean present(int item) {
    return !Double.isNaN(number(item)) || text(item) != null;
  }

  /** Numbers only, NaN for missing ones. The array is read at each evaluation, not copied. */
  static Values of(double... numbers) {
    return item -> numbers[item];
  }

  /**
   * Looks up the value of each item once.
   *
   * @param value gives a {@link Number}, {@link Boolean}, {@link String} or null; text that spells
   *     a number or boolean counts as one
   */
  static Values of(
      List<QualifiedItem> items,
      java.util.function.Function<QualifiedItem, @Nullable Object> value) {
    return LoadedValues.load(items, value, List.of());
  }

  /** The same with samples. */
  static Values of(
      List<QualifiedItem> items,
      java.util.function.Function<QualifiedItem, @Nullable Object> value,
      List<Values> samples) {
    return LoadedValues.load(items, value, samples);
  }
}
