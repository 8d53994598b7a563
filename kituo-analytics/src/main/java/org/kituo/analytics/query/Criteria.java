package org.kituo.analytics.query;

import java.util.Arrays;
import java.util.List;

/** Conditions on a value, all of which it must fulfil. */
public record Criteria(List<Criterion> criteria) {
  /** No condition. */
  public static final Criteria NONE = new Criteria(List.of());

  /** How a value is compared. */
  public enum Comparison {
    EQ,
    GT,
    GE,
    LT,
    LE
  }

  /** One condition. */
  public record Criterion(Comparison comparison, double bound) {
    boolean holds(double value) {
      return switch (comparison) {
        case EQ -> value == bound;
        case GT -> value > bound;
        case GE -> value >= bound;
        case LT -> value < bound;
        case LE -> value <= bound;
      };
    }
  }

  /**
   * Reads {@code GE:10;LT:100}.
   *
   * @throws IllegalArgumentException for a part that is not a comparison and a number
   */
  public static Criteria parse(String text) {
    return new Criteria(
        Arrays.stream(text.split(";")).filter(part -> !part.isBlank()).map(Criteria::one).toList());
  }

  private static Criterion one(String text) {
    String[] parts = text.split(":", 2);
    try {
      return new Criterion(
          Comparison.valueOf(parts[0].strip()), Double.parseDouble(parts[1].strip()));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "It should be such as GE:10;LT:100, with " + Arrays.toString(Comparison.values()), e);
    }
  }

  /** Whether there is no condition. */
  public boolean isEmpty() {
    return criteria.isEmpty();
  }

  /** Whether a value fulfils all. */
  public boolean hold(double value) {
    for (Criterion criterion : criteria) {
      if (!criterion.holds(value)) {
        return false;
      }
    }
    return true;
  }
}
