package org.kituo.model.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression ready to be evaluated any number of times, from any thread. The caller maps {@link
 * #items()} to where their values come from once and then hands in {@link Values} by index.
 *
 * <p>A missing item is 0, false or empty text, and counts for the missing value strategy. In the
 * arguments of isNull, isNotNull and firstNonNull and in the branches of {@code if} it stays
 * missing instead and does not count. Constants, [days] and the like never count. Division by zero,
 * the logarithm of zero and other numbers that are not finite give no value.
 */
public final class CompiledExpression {
  private final List<QualifiedItem> items;
  private final Code code;
  private final int[] counted;
  private final int[] countedInSamples;

  CompiledExpression(List<QualifiedItem> items, Code code, int[] counted, int[] countedInSamples) {
    this.items = items;
    this.code = code;
    this.counted = counted;
    this.countedInSamples = countedInSamples;
  }

  /** The items in the order of their indexes. */
  public List<QualifiedItem> items() {
    return items;
  }

  /** Whether there can be no value where no item has one and missing values are skipped. */
  public boolean needsData() {
    return counted.length + countedInSamples.length > 0;
  }

  /** The value as a number; NaN when there is none. Allocates nothing unless there are samples. */
  public double number(Values values, MissingValueStrategy strategy) {
    if (skip(values, strategy)) {
      return Double.NaN;
    }
    double number = code.number(values);
    return Double.isInfinite(number) ? Double.NaN : number;
  }

  /** The value as true or false; null when there is none. */
  public @Nullable Boolean test(Values values, MissingValueStrategy strategy) {
    if (skip(values, strategy)) {
      return null;
    }
    return switch (code.truth(values)) {
      case TRUE -> true;
      case FALSE -> false;
      case UNKNOWN -> null;
    };
  }

  private boolean skip(Values values, MissingValueStrategy strategy) {
    if (strategy == MissingValueStrategy.NEVER_SKIP) {
      return false;
    }
    boolean any = strategy == MissingValueStrategy.SKIP_IF_ANY_VALUE_MISSING;
    for (int item : counted) {
      if (values.present(item) != any) {
        return any;
      }
    }
    for (int item : countedInSamples) {
      if (presentInSamples(values, item) != any) {
        return any;
      }
    }
    return !any && counted.length + countedInSamples.length > 0;
  }

  private static boolean presentInSamples(Values values, int item) {
    for (Values sample : values.samples()) {
      if (sample.present(item)) {
        return true;
      }
    }
    return false;
  }
}
