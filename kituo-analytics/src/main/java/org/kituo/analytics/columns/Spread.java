package org.kituo.analytics.columns;

import java.util.Arrays;

/** Variances and standard deviations of a sample; of one value there is none. */
final class Spread extends Accumulator {
  private final boolean deviation;
  private final ExactSums sums = new ExactSums();
  private final ExactSums squares = new ExactSums();
  private long[] counts = new long[0];

  Spread(Slots slots, boolean deviation) {
    super(slots);
    this.deviation = deviation;
  }

  @Override
  void grow(int capacity) {
    sums.grow(capacity);
    squares.grow(capacity);
    counts = Arrays.copyOf(counts, capacity);
  }

  @Override
  void add(Chunk chunk, int[] slots) {
    for (int i = 0; i < chunk.count; i++) {
      double value = chunk.numbers[i] * chunk.weight;
      sums.add(slots[i], value);
      squares.addSquare(slots[i], value);
      counts[slots[i]]++;
    }
  }

  @Override
  boolean has(int slot) {
    return counts[slot] > 1;
  }

  /** (squares - sum * sum / count) / (count - 1), with the low parts where they matter. */
  @Override
  double number(int slot) {
    double count = counts[slot];
    double sum = sums.get(slot);
    double rest = sums.high(slot) - sum + sums.low(slot);
    double mean = sum / count;
    double meanRest = (Math.fma(-mean, count, sum) + rest) / count;
    double product = sum * mean;
    double productRest = Math.fma(sum, mean, -product) + sum * meanRest + rest * mean;
    double total = squares.high(slot) - product + (squares.low(slot) - productRest);
    double variance = Math.max(0, total / (count - 1));
    return deviation ? Math.sqrt(variance) : variance;
  }
}
