package org.kituo.model.expression;

import org.jspecify.annotations.Nullable;

/**
 * One evaluable node. It can be asked for its value in several forms, so that numbers stay
 * primitive on the way up. NaN, {@link Truth#UNKNOWN} and null mean that there is no value.
 *
 * <p>Whoever evaluates a node asks it for one form, once: a node that asked twice would make the
 * time to evaluate an expression double with each level of nesting.
 */
interface Code {
  double number(Values values);

  Truth truth(Values values);

  /** A Double, Boolean or String. */
  @Nullable Object value(Values values);

  /** Whether {@link #value} is not null. */
  default boolean present(Values values) {
    return value(values) != null;
  }

  /** The value as text. */
  default @Nullable String text(Values values) {
    return Conversion.text(value(values));
  }

  /** Yields numbers. */
  @FunctionalInterface
  interface OfNumber extends Code {
    @Override
    default Truth truth(Values values) {
      return Truth.of(number(values));
    }

    @Override
    default @Nullable Object value(Values values) {
      double number = number(values);
      return Double.isNaN(number) ? null : (Object) number;
    }

    @Override
    default boolean present(Values values) {
      return !Double.isNaN(number(values));
    }
  }

  /** Yields booleans. */
  @FunctionalInterface
  interface OfBoolean extends Code {
    @Override
    default double number(Values values) {
      return truth(values).number();
    }

    @Override
    default @Nullable Object value(Values values) {
      return truth(values).value();
    }
  }

  /** Yields values whose type shows only when they are there. */
  @FunctionalInterface
  interface OfAny extends Code {
    @Override
    default double number(Values values) {
      return Conversion.number(value(values));
    }

    @Override
    default Truth truth(Values values) {
      return Truth.of(number(values));
    }
  }

  /** One of two nodes, by a test; none when the outcome of the test is unknown. */
  record Condition(Code test, Code then, Code otherwise) implements Code {
    @Override
    public double number(Values values) {
      return switch (test.truth(values)) {
        case TRUE -> then.number(values);
        case FALSE -> otherwise.number(values);
        case UNKNOWN -> Double.NaN;
      };
    }

    @Override
    public Truth truth(Values values) {
      return switch (test.truth(values)) {
        case TRUE -> then.truth(values);
        case FALSE -> otherwise.truth(values);
        case UNKNOWN -> Truth.UNKNOWN;
      };
    }

    @Override
    public @Nullable Object value(Values values) {
      return switch (test.truth(values)) {
        case TRUE -> then.value(values);
        case FALSE -> otherwise.value(values);
        case UNKNOWN -> null;
      };
    }
  }

  /**
   * An item.
   *
   * @param lenient whether a missing value stays missing; otherwise it is 0, false or empty text
   */
  record Variable(int index, boolean lenient) implements Code {
    @Override
    public double number(Values values) {
      double number = values.number(index);
      return Double.isNaN(number) && !lenient && values.text(index) == null ? 0 : number;
    }

    @Override
    public Truth truth(Values values) {
      return Truth.of(number(values));
    }

    @Override
    public @Nullable Object value(Values values) {
      String text = values.text(index);
      if (text != null) {
        return text;
      }
      double number = values.number(index);
      if (Double.isNaN(number)) {
        return lenient ? null : "";
      }
      return number;
    }

    @Override
    public boolean present(Values values) {
      return !lenient || values.present(index);
    }

    boolean textual(Values values) {
      return values.text(index) != null;
    }
  }
}
