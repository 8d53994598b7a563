package org.kituo.analytics.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How values are rounded: half up, to two decimals or as many as an indicator has, to ten if no
 * rounding is asked for.
 *
 * @param skip whether no rounding is asked for
 */
record Rounding(boolean skip) {
  /** The number of decimals where nothing else is said. */
  static final int USUAL = 2;

  private static final int MOST = 10;
  private static final double EXACT = 1L << 53;

  /** A value with the usual number of decimals. */
  double round(double value) {
    return round(value, USUAL);
  }

  /** A value with a number of decimals. */
  double round(double value, int decimals) {
    if (Double.isNaN(value)
        || Double.isInfinite(value)
        || value == Math.rint(value) && Math.abs(value) < EXACT) {
      return value;
    }
    return BigDecimal.valueOf(value)
        .setScale(skip ? MOST : decimals, RoundingMode.HALF_UP)
        .doubleValue();
  }
}
