package org.kituo.analytics.columns;

import java.util.Arrays;

/**
 * Sums of doubles, each kept as two: the sum, and what rounding took from it (Knuth's two-sum).
 * With its 106 bits the sum, once it is rounded to a double, does not depend on the order of the
 * facts, which differs with how they were loaded; and variances can be had from sums of squares.
 */
final class ExactSums {
  private double[] pairs = new double[0];

  void grow(int capacity) {
    pairs = Arrays.copyOf(pairs, 2 * capacity);
  }

  void add(int index, double value) {
    double old = pairs[2 * index];
    double sum = old + value;
    double part = sum - old;
    pairs[2 * index] = sum;
    pairs[2 * index + 1] += (old - (sum - part)) + (value - part);
  }

  /** Adds a square, exactly. */
  void addSquare(int index, double value) {
    double square = value * value;
    add(index, square);
    pairs[2 * index + 1] += Math.fma(value, value, -square);
  }

  double high(int index) {
    return pairs[2 * index];
  }

  double low(int index) {
    return pairs[2 * index + 1];
  }

  double get(int index) {
    double low = low(index);
    return Double.isFinite(low) ? high(index) + low : high(index);
  }
}
