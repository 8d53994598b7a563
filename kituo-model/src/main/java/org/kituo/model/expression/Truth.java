package org.kituo.model.expression;

import org.jspecify.annotations.Nullable;

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

  /** The boolean, null when unknown. */
  @Nullable Boolean value() {
    return this == UNKNOWN ? null : (Boolean) (this == TRUE);
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
