package org.kituo.data.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kituo.model.metadata.Predictor;
import org.kituo.model.period.Period;

/**
 * The periods that a predictor looks back to from an output period. Of the same year they are so
 * many periods before it, but for the nearest of them that shall be skipped. Of each earlier year
 * they are the period that corresponds to the output period and as many periods on both sides of
 * it; nothing is skipped there.
 */
record SamplePeriods(int sequential, int annual, int skipped) {

  static SamplePeriods of(Predictor predictor) {
    return new SamplePeriods(
        Objects.requireNonNullElse(predictor.sequentialSampleCount(), 0),
        Objects.requireNonNullElse(predictor.annualSampleCount(), 0),
        Objects.requireNonNullElse(predictor.sequentialSkipCount(), 0));
  }

  /** The sample periods of an output period, the nearest first. */
  List<Period> before(Period output) {
    List<Period> samples = new ArrayList<>();
    for (int back = skipped + 1; back <= sequential; back++) {
      samples.add(output.plus(-back));
    }
    for (int year = 1; year <= annual; year++) {
      Period then = output.yearsBefore(year);
      samples.add(then);
      for (int away = 1; away <= sequential; away++) {
        samples.add(then.plus(-away));
        samples.add(then.plus(away));
      }
    }
    return samples;
  }
}
