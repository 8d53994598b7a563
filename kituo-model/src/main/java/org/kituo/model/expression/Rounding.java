package org.kituo.model.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/**
 * How numbers appear in the cells of analytics. Always half up (away from zero) on the shortest
 * decimal that denotes the number, so 2.675 becomes 2.68 though its binary value is a little less.
 *
 * <ul>
 *   <li>Figures (data elements, operands, reporting rates) have at most two decimals and no
 *       trailing zeros: {@code 46}, {@code 5.6}.
 *   <li>Ratios (indicators, calculations, program indicators, and numerator, denominator and factor
 *       beside them) keep at least one: {@code 90.0}, {@code 101.47}. With decimals set on the
 *       indicator there are at most so many; with 0 there is no point at all: {@code 96}.
 *   <li>Where rounding is skipped, at most ten decimals are left, whatever the indicator says.
 * </ul>
 */
public final class Rounding {
  private static final int DECIMALS = 2;
  private static final int UNROUNDED_DECIMALS = 10;

  private Rounding() {}

  /** The cell of a data element, operand or reporting rate. */
  public static String figure(double value, boolean skipRounding) {
    BigDecimal rounded = scaled(value, skipRounding ? UNROUNDED_DECIMALS : DECIMALS);
    return plain(rounded, 0);
  }

  /**
   * The cell of an indicator or calculation.
   *
   * @param decimals as set on the indicator, if it is
   */
  public static String ratio(double value, OptionalInt decimals, boolean skipRounding) {
    if (skipRounding) {
      return plain(scaled(value, UNROUNDED_DECIMALS), 1);
    }
    int most = decimals.orElse(DECIMALS);
    return plain(scaled(value, most), Math.min(most, 1));
  }

  /** The number with so many decimals. */
  public static double round(double value, int decimals) {
    return scaled(value, decimals).doubleValue();
  }

  private static BigDecimal scaled(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  private static String plain(BigDecimal value, int leastDecimals) {
    BigDecimal stripped = value.stripTrailingZeros();
    return (stripped.scale() < leastDecimals ? stripped.setScale(leastDecimals) : stripped)
        .toPlainString();
  }
}
