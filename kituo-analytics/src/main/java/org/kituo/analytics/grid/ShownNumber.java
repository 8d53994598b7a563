package org.kituo.analytics.grid;

import java.math.BigDecimal;

/** Numbers as texts, never with an exponent. */
final class ShownNumber {
  private static final double EXACT = 1L << 53;

  private ShownNumber() {}

  /** Without needless digits: 46, 5.6; nothing for NaN. */
  static String plain(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return isWhole(value)
        ? Long.toString((long) value)
        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** With at least one decimal: 46.0, 5.6; nothing for NaN. */
  static String decimal(double value) {
    return isWhole(value) ? (long) value + ".0" : plain(value);
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < EXACT;
  }
}
