package org.kituo.model.expression;

import java.util.Optional;

/**
 * The value of an indicator for one cell, and what it is made of.
 *
 * @param numerator value of the numerator's expression
 * @param denominator value of the denominator's expression, not 0
 * @param multiplier factor of the indicator type, times 365 when annualized
 * @param divisor days of the period(s) when annualized, else 1
 */
public record IndicatorValue(double numerator, double denominator, long multiplier, long divisor) {
  private static final int DAYS_OF_YEAR = 365;

  /**
   * Puts the parts together.
   *
   * @param numerator NaN when it has no value
   * @param denominator NaN when it has no value
   * @param factor of the indicator type, such as 100
   * @param annualized whether the value is scaled to a year of 365 days
   * @param days length of the period, or of all periods of a filter; at least 1
   * @return empty, so that the cell is absent, when a part has no value or the denominator is 0
   */
  public static Optional<IndicatorValue> of(
      double numerator, double denominator, int factor, boolean annualized, int days) {
    if (Double.isNaN(numerator) || Double.isNaN(denominator) || denominator == 0) {
      return Optional.empty();
    }
    return Optional.of(
        annualized
            ? new IndicatorValue(numerator, denominator, (long) factor * DAYS_OF_YEAR, days)
            : new IndicatorValue(numerator, denominator, factor, 1));
  }

  /** The effective factor: multiplier by divisor. */
  public double factor() {
    return multiplier / (double) divisor;
  }

  /** The indicator's value, not rounded. */
  public double value() {
    return numerator * multiplier / (denominator * divisor);
  }
}
