package org.kituo.analytics.plan;

import java.util.function.LongConsumer;
import org.kituo.model.expression.Item.ReportingMetric;

/**
 * A figure about the reports of a data set.
 *
 * @param metric which
 * @param actual the reports that were completed
 * @param expected the reports that were expected
 */
record RateFigures(ReportingMetric metric, Figures actual, Figures expected) implements Figures {
  private static final double PER_CENT = 100;

  @Override
  public double at(int column, long place) {
    return switch (metric) {
      case ACTUAL_REPORTS, ACTUAL_REPORTS_ON_TIME -> actual.at(column, place);
      case EXPECTED_REPORTS -> expected.at(column, place);
      case REPORTING_RATE, REPORTING_RATE_ON_TIME -> rate(column, place);
    };
  }

  private double rate(int column, long place) {
    double target = expected.at(column, place);
    if (Double.isNaN(target) || target == 0) {
      return target;
    }
    return Math.min(reports(column, place) * PER_CENT / target, PER_CENT);
  }

  /** The number of completed reports, 0 where there are none. */
  double reports(int column, long place) {
    double reports = actual.at(column, place);
    return Double.isNaN(reports) ? 0 : reports;
  }

  /** Whether it is a rate, which has a numerator and a denominator. */
  boolean isRate() {
    return metric == ReportingMetric.REPORTING_RATE
        || metric == ReportingMetric.REPORTING_RATE_ON_TIME;
  }

  @Override
  public void places(int column, LongConsumer sink) {
    if (isRate() || metric == ReportingMetric.EXPECTED_REPORTS) {
      expected.places(column, sink);
    } else {
      actual.places(column, sink);
    }
  }
}
