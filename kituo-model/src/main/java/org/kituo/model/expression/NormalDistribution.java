package org.kituo.model.expression;

/**
 * The standard normal distribution. The tail is computed from the complementary error function by
 * its power series near the centre and by Lentz's evaluation of its continued fraction beyond
 * (Abramowitz and Stegun 7.1.6 and 7.1.14); errors stay below 1e-14.
 */
final class NormalDistribution {
  private static final double SERIES_LIMIT = 2.5;
  private static final double EPSILON = 1e-16;

  private NormalDistribution() {}

  static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  static double cumulative(double z) {
    if (Double.isNaN(z)) {
      return Double.NaN;
    }
    double x = Math.abs(z) / Math.sqrt(2);
    double tail = x < SERIES_LIMIT ? (1 - seriesErf(x)) / 2 : fractionErfc(x) / 2;
    return z > 0 ? 1 - tail : tail;
  }

  /** erf x = 2/sqrt(pi) exp(-x^2) sum of 2^n x^(2n+1) / (1 3 5 .. (2n+1)). */
  private static double seriesErf(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; term > sum * EPSILON; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  /** erfc x = exp(-x^2)/sqrt(pi) 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + ..)))). */
  private static double fractionErfc(double x) {
    double f = x;
    double c = x;
    double d = 0;
    double delta = 0;
    for (int n = 1; Math.abs(delta - 1) > EPSILON && n < 500; n++) {
      d = 1 / (x + n / 2.0 * d);
      c = x + n / 2.0 / c;
      delta = c * d;
      f *= delta;
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / f;
  }
}
