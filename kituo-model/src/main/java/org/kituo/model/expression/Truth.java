package org.kituo.model.expression;

/** A boolean that may be missing, as in SQL: unknown unless the other operand decides. */
enum Truth {
  TRUE,
  FALSE,
  UNKNOWN;

  static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** A number as a boolean: true unless it is 0; no number is unknown. */
  static Truth of(double number) {
    return Double.isNaN(number) ? UNKNOWN : of(number != 0);
  }

  Truth not() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** 1, 0 or no number. */
  double number() {
    return switch (this) {
      case TRUE -> 1;
      case FALSE -> 0;
      case UNKNOWN -> Double.NaN;
    };
  }
}
