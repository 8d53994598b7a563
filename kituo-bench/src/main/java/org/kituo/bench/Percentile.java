package org.kituo.bench;

import java.util.List;

/** Percentiles of what was measured. */
final class Percentile {
  private Percentile() {}

  /** The value below which a share of the sorted values lies. */
  static double of(List<Double> sorted, double share) {
    return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share)));
  }

  /** The middle of some values. */
  static double median(List<Double> values) {
    return of(values.stream().sorted().toList(), 0.5);
  }
}
