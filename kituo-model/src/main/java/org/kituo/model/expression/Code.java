package org.kituo.model.expression;

import org.jspecify.annotations.Nullable;

/**
 * One evaluable node. It can be asked for its value in each of the three types, so that numbers
 * stay primitive all the way up: NaN, {@link Truth#UNKNOWN} and null mean that there is no value.
 */
interface Code {
  double number(Values values);

  Truth truth(Values values);

  @Nullable String text(Values values);

  /** Whether the value is text that must be compared as text. */
  boolean textual(Values values);

  boolean present(Values values);

  /** Yields numbers. */
  @FunctionalInterface
  interface OfNumber extends Code {
    @Override
    default Truth truth(Values values) {
      return Truth.of(number(values));
    }

    @Override
    default @Nullable String text(Values values) {
      double number = number(values);
      return Double.isNaN(number) ? null : Conversion.text(number);
    }

    @Override
    default boolean textual(Values values) {
      return false;
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
    default @Nullable String text(Values values) {
      return switch (truth(values)) {
        case TRUE -> "true";
        case FALSE -> "false";
        case UNKNOWN -> null;
      };
    }

    @Override
    default boolean textual(Values values) {
      return false;
    }

    @Override
    default boolean present(Values values) {
      return truth(values) != Truth.UNKNOWN;
    }
  }

  /** A text that is always the same. */
  record Text(String text) implements Code {
    @Override
    public double number(Values values) {
      return Conversion.number(text);
    }

    @Override
    public Truth truth(Values values) {
      return Conversion.truth(text);
    }

    @Override
    public String text(Values values) {
      return text;
    }

    @Override
    public boolean textual(Values values) {
      return true;
    }

    @Override
    public boolean present(Values values) {
      return true;
    }
  }

  /** Passes on the value of another node, chosen at each evaluation; none when that is null. */
  @FunctionalInterface
  interface Choice extends Code {
    @Nullable Code choose(Values values);

    @Override
    default double number(Values values) {
      Code chosen = choose(values);
      return chosen == null ? Double.NaN : chosen.number(values);
    }

    @Override
    default Truth truth(Values values) {
      Code chosen = choose(values);
      return chosen == null ? Truth.UNKNOWN : chosen.truth(values);
    }

    @Override
    default @Nullable String text(Values values) {
      Code chosen = choose(values);
      return chosen == null ? null : chosen.text(values);
    }

    @Override
    default boolean textual(Values values) {
      Code chosen = choose(values);
      return chosen != null && chosen.textual(values);
    }

    @Override
    default boolean present(Values values) {
      Code chosen = choose(values);
      return chosen != null && chosen.present(values);
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
    public @Nullable String text(Values values) {
      String text = values.text(index);
      if (text != null) {
        return text;
      }
      double number = values.number(index);
      if (Double.isNaN(number)) {
        return lenient ? null : "";
      }
      return Conversion.text(number);
    }

    @Override
    public boolean textual(Values values) {
      return values.text(index) != null;
    }

    @Override
    public boolean present(Values values) {
      return !lenient || values.present(index);
    }
  }
}
