package org.kituo.analytics.columns;

import java.util.Arrays;

/** Numbers of facts. */
final class Counts extends Accumulator {
  private long[] counts = new long[0];

  Counts(Slots slots) {
    super(slots);
  }

  @Override
  void grow(int capacity) {
    counts = Arrays.copyOf(counts, capacity);
  }

  @Override
  void add(Chunk chunk, int[] slots) {
    for (int i = 0; i < chunk.count; i++) {
      counts[slots[i]]++;
    }
  }

  @Override
  boolean has(int slot) {
    return counts[slot] > 0;
  }

  @Override
  double number(int slot) {
    return counts[slot];
  }
}
