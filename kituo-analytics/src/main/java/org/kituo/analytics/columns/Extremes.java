package org.kituo.analytics.columns;

import java.util.Arrays;

/** Least and greatest values. */
final class Extremes extends Accumulator {
  private final boolean greatest;
  private double[] values = new double[0];

  Extremes(Slots slots, boolean greatest) {
    super(slots);
    this.greatest = greatest;
  }

  @Override
  void grow(int capacity) {
    int old = values.length;
    values = Arrays.copyOf(values, capacity);
    Arrays.fill(values, old, capacity, Double.NaN);
  }

  @Override
  void add(Chunk chunk, int[] slots) {
    for (int i = 0; i < chunk.count; i++) {
      double value = chunk.numbers[i] * chunk.weight;
      double known = values[slots[i]];
      boolean better = greatest ? value > known : value < known;
      if (better || Double.isNaN(known)) {
        values[slots[i]] = value;
      }
    }
  }

  @Override
  boolean has(int slot) {
    return !Double.isNaN(values[slot]);
  }

  @Override
  double number(int slot) {
    return values[slot];
  }
}
