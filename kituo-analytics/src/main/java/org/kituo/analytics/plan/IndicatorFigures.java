package org.kituo.analytics.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.kituo.analytics.time.TimeColumn;
import org.kituo.model.expression.IndicatorValue;

/**
 * The values of an indicator.
 *
 * @param numerator its numerator
 * @param denominator its denominator
 * @param factor of its type
 * @param annualized whether values are scaled to a year
 * @param columns the columns of time
 */
record IndicatorFigures(
    Formula numerator,
    Formula denominator,
    int factor,
    boolean annualized,
    List<TimeColumn> columns)
    implements Figures {

  /** The value and what it is made of. */
  Optional<IndicatorValue> value(int column, long place) {
    double top = numerator.at(column, place);
    return Double.isNaN(top)
        ? Optional.empty()
        : IndicatorValue.of(
            top, denominator.at(column, place), factor, annualized, columns.get(column).days());
  }

  @Override
  public double at(int column, long place) {
    return value(column, place).map(IndicatorValue::value).orElse(Double.NaN);
  }

  @Override
  public void places(int column, LongConsumer sink) {
    numerator.places(column, sink);
    denominator.places(column, sink);
  }

  /** Whether there can be a value where there are no data. */
  boolean everywhere() {
    return numerator.everywhere() && denominator.everywhere();
  }
}
