package org.kituo.analytics.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.kituo.analytics.engine.Axis;
import org.kituo.analytics.plan.Targets.Target;
import org.kituo.analytics.time.TimeColumn;
import org.kituo.model.period.Period;
import org.kituo.model.period.PeriodType;

/**
 * How many reports are expected: the targets of each period, times how many periods of the data set
 * fit into it (none if it is shorter). Places with targets have a value even where that is 0.
 */
final class ExpectedReports {
  private final PeriodType type;
  private final List<Axis> axes;
  private final List<Map<Long, Double>> byColumn = new ArrayList<>();

  /**
   * @param type of the data set
   * @param targets who reports
   * @param axes the axes of the question for registrations
   * @param columns the columns of time
   */
  ExpectedReports(
      PeriodType type, List<Target> targets, List<Axis> axes, List<TimeColumn> columns) {
    this.type = type;
    this.axes = axes;
    // those who report throughout are counted once for all columns
    TimeColumn whole =
        columns.stream()
            .reduce((one, other) ->
                new TimeColumn.Dates(
                    one.start().isBefore(other.start()) ? one.start() : other.start(),
                    one.end().isAfter(other.end()) ? one.end() : other.end()))
            .orElseThrow();
    Predicate<Target> always = target -> target.always(whole.start(), whole.end());
    Map<Long, Double> steady = new HashMap<>();
    targets.stream().filter(always).forEach(target -> count(target, 1, steady));
    List<Target> others = targets.stream().filter(always.negate()).toList();
    columns.forEach(column -> byColumn.add(column(column, steady, others)));
  }

  /** The numbers. */
  Figures figures() {
    return new PlaceCounts(byColumn);
  }

  private Map<Long, Double> column(
      TimeColumn column, Map<Long, Double> steady, List<Target> others) {
    Map<Long, Double> counts = new HashMap<>();
    if (column instanceof TimeColumn.Periods(List<Period> periods)) {
      double reports = periods.stream().mapToDouble(this::reports).sum();
      steady.forEach((place, targets) -> counts.put(place, targets * reports));
      for (Target target : others) {
        for (Period period : periods) {
          if (target.expected(period)) {
            count(target, reports(period), counts);
          }
        }
      }
    }
    return counts;
  }

  private double reports(Period period) {
    if (type == PeriodType.DAILY) {
      return period.daysInPeriod();
    }
    return period.type().frequencyOrder() / type.frequencyOrder();
  }

  private void count(Target target, double reports, Map<Long, Double> counts) {
    PlaceCounts.count(axes, target.unit(), target.combo(), reports, counts);
  }
}
