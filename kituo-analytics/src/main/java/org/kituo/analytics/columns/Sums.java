package org.kituo.analytics.columns;

import java.util.Arrays;

/** Weighted sums and means. */
final class Sums extends Accumulator {
  private final boolean mean;
  private final ExactSums sums = new ExactSums();
  private final ExactSums weights = new ExactSums();
  private boolean[] present = new boolean[0];

  Sums(Slots slots, boolean mean) {
    super(slots);
    this.mean = mean;
  }

  @Override
  void grow(int capacity) {
    sums.grow(capacity);
    present = Arrays.copyOf(present, capacity);
    if (mean) {
      weights.grow(capacity);
    }
  }

  @Override
  void add(Chunk chunk, int[] slots) {
    double[] numbers = chunk.numbers;
    double weight = chunk.weight;
    for (int i = 0; i < chunk.count; i++) {
      sums.add(slots[i], numbers[i] * weight);
      present[slots[i]] = true;
    }
    if (mean) {
      for (int i = 0; i < chunk.count; i++) {
        weights.add(slots[i], weight);
      }
    }
  }

  @Override
  boolean has(int slot) {
    return present[slot];
  }

  @Override
  double number(int slot) {
    return mean ? sums.get(slot) / weights.get(slot) : sums.get(slot);
  }
}
