package org.kituo.model.expression;

import java.util.Arrays;
import java.util.List;

/**
 * Aggregates over the sample periods of a predictor. The argument is evaluated for each sample;
 * samples without a value are left out.
 */
final class SampleFunctions {
  private SampleFunctions() {}

  static Code code(Function function, Code vector) {
    return switch (function) {
      case AVG -> average(vector);
      case COUNT -> Compiler.number(values -> sample(vector, values).length);
      case SUM -> Compiler.number(values -> Arrays.stream(sample(vector, values)).sum());
      case MAX ->
          Compiler.number(values -> Arrays.stream(sample(vector, values)).max().orElse(Double.NaN));
      case MIN ->
          Compiler.number(values -> Arrays.stream(sample(vector, values)).min().orElse(Double.NaN));
      case MEDIAN -> Compiler.number(values -> quantile(sample(vector, values), 0.5));
      case STDDEV, STDDEV_SAMP -> deviation(vector);
      case STDDEV_POP ->
          Compiler.number(values -> {
            double[] sample = sample(vector, values);
            return Math.sqrt(squares(sample) / sample.length);
          });
      default -> throw new IllegalStateException("Not an aggregate: " + function);
    };
  }

  /** The mean; none of no samples. */
  static Code average(Code vector) {
    return Compiler.number(values -> mean(sample(vector, values)));
  }

  /** The standard deviation of a sample, that is over n - 1; 0 of one value, none of no value. */
  static Code deviation(Code vector) {
    return Compiler.number(values -> {
      double[] sample = sample(vector, values);
      return sample.length == 1 ? 0 : Math.sqrt(squares(sample) / (sample.length - 1));
    });
  }

  static Code percentile(Code fraction, Code vector) {
    return Compiler.number(values -> quantile(sample(vector, values), fraction.number(values)));
  }

  static Code normal(boolean cumulative, Code x, Code mean, Code deviation) {
    return Compiler.number(values -> {
      double spread = deviation.number(values);
      if (!(spread > 0)) {
        return Double.NaN;
      }
      double z = (x.number(values) - mean.number(values)) / spread;
      return cumulative ? NormalDistribution.cumulative(z) : NormalDistribution.density(z) / spread;
    });
  }

  private static double[] sample(Code vector, Values values) {
    List<Values> samples = values.samples();
    double[] sample = new double[samples.size()];
    int size = 0;
    for (Values one : samples) {
      double number = vector.number(one);
      if (!Double.isNaN(number)) {
        sample[size++] = number;
      }
    }
    return size == sample.length ? sample : Arrays.copyOf(sample, size);
  }

  private static double mean(double[] sample) {
    return sample.length == 0 ? Double.NaN : Arrays.stream(sample).sum() / sample.length;
  }

  /** Sum of the squared distances from the mean; none of no values. */
  private static double squares(double[] sample) {
    double mean = mean(sample);
    double sum = sample.length == 0 ? Double.NaN : 0;
    for (double number : sample) {
      sum += (number - mean) * (number - mean);
    }
    return sum;
  }

  /** Linear interpolation between the closest ranks, with (n - 1) p + 1 as rank (type R-7). */
  private static double quantile(double[] sample, double fraction) {
    if (sample.length == 0 || !(fraction >= 0 && fraction <= 1)) {
      return Double.NaN;
    }
    Arrays.sort(sample);
    double rank = (sample.length - 1) * fraction;
    int below = (int) rank;
    int above = Math.min(below + 1, sample.length - 1);
    return sample[below] + (rank - below) * (sample[above] - sample[below]);
  }
}
