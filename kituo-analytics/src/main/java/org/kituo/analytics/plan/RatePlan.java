package org.kituo.analytics.plan;

import java.util.List;
import java.util.Optional;
import org.kituo.analytics.engine.Aggregation;
import org.kituo.analytics.engine.Aggregation.Across;
import org.kituo.analytics.engine.Aggregation.InSeries;
import org.kituo.analytics.engine.Facts;
import org.kituo.analytics.engine.Measure;
import org.kituo.analytics.time.PeriodRule;
import org.kituo.analytics.time.ShiftedColumns;
import org.kituo.analytics.time.TimeColumn;
import org.kituo.analytics.time.Windows;
import org.kituo.model.expression.Item.ReportingMetric;
import org.kituo.model.expression.Modifiers;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.period.PeriodType;
import org.kituo.model.snapshot.MetadataSnapshot;

/** Finds the figures about the reports of data sets. */
final class RatePlan {
  private static final Figures NOTHING = Figures.constant(Double.NaN);

  private final MetadataSnapshot snapshot;
  private final Axes axes;
  private final List<TimeColumn> columns;
  private final Facts facts;

  RatePlan(MetadataSnapshot snapshot, Axes axes, List<TimeColumn> columns, Facts facts) {
    this.snapshot = snapshot;
    this.axes = axes;
    this.columns = columns;
    this.facts = facts;
  }

  /** A figure about the reports of a data set. */
  Figures figures(DataSet set, ReportingMetric metric, Modifiers modifiers) {
    List<TimeColumn> meant = ShiftedColumns.of(columns, modifiers);
    return new RateFigures(
        metric, registrations(set, metric, meant, modifiers), expected(set, meant));
  }

  private Figures expected(DataSet set, List<TimeColumn> meant) {
    return Optional.ofNullable(set.periodType())
        .flatMap(PeriodType::ofApiName)
        .<Figures>map(type ->
            new ExpectedReports(
                    type,
                    snapshot
                        .derived(PlanMemory.OF)
                        .targets(set.uid(), () -> Targets.of(set, snapshot, axes.tree())),
                    axes.ofDataSet(),
                    meant)
                .figures())
        .orElse(NOTHING);
  }

  private Figures registrations(
      DataSet set, ReportingMetric metric, List<TimeColumn> meant, Modifiers modifiers) {
    if (metric == ReportingMetric.EXPECTED_REPORTS) {
      return NOTHING;
    }
    boolean onTime =
        metric == ReportingMetric.ACTUAL_REPORTS_ON_TIME
            || metric == ReportingMetric.REPORTING_RATE_ON_TIME;
    int subject = snapshot.key(set);
    Measure measure =
        new Measure(
            subject,
            new Aggregation(InSeries.NONE, Across.COUNT),
            Measure.Reading.NUMBER,
            true,
            onTime ? onTime(set) : Measure.Condition.ALWAYS);
    Windows windows =
        new Windows(
            snapshot.calendar(),
            PeriodRule.WITHIN,
            ShiftedColumns.limits(modifiers),
            Optional.empty(),
            facts.periods(subject));
    return new CellFigures(facts.aggregate(measure, windows.of(meant), axes.ofDataSet()), 1, 0, 1);
  }

  /** Completed within so many days after the midnight in which the period ends. */
  private Measure.Condition onTime(DataSet set) {
    int days = (int) set.timelyDays();
    return period -> {
      long last = snapshot.calendar().ofKey(period).end().plusDays(days + 1L).toEpochDay();
      return (unit, combo, completed) -> completed <= last;
    };
  }
}
