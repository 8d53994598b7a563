package org.kituo.analytics.plan;

import java.util.List;
import java.util.function.ToIntFunction;
import org.kituo.analytics.time.TimeColumn;
import org.kituo.model.expression.Item.PeriodCount;
import org.kituo.model.period.Period;

/**
 * Facts about the columns of time.
 *
 * @param count which
 * @param columns the columns that are meant
 */
record PeriodFigures(PeriodCount count, List<TimeColumn> columns) implements Figures.Computation {
  @Override
  public double at(int column, long place) {
    TimeColumn time = columns.get(column);
    return switch (count) {
      case DAYS -> time.days();
      case PERIOD_IN_YEAR -> ofPeriod(time, Period::number);
      case YEARLY_PERIOD_COUNT ->
          ofPeriod(
              time, period -> period.calendar().periodsOfYear(period.type(), period.year()).size());
    };
  }

  private static double ofPeriod(TimeColumn column, ToIntFunction<Period> fact) {
    return column instanceof TimeColumn.Periods periods
        ? periods.single().map(period -> (double) fact.applyAsInt(period)).orElse(Double.NaN)
        : Double.NaN;
  }
}
