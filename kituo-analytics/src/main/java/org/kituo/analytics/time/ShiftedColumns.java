package org.kituo.analytics.time;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kituo.model.expression.Modifiers;
import org.kituo.model.period.Period;

/** Columns of time as the modifiers of an expression's item shift them. */
public final class ShiftedColumns {
  private ShiftedColumns() {}

  /** The columns that are meant, in the same order. */
  public static List<TimeColumn> of(List<TimeColumn> columns, Modifiers modifiers) {
    if (modifiers.periodOffset() == 0 && !modifiers.yearToDate()) {
      return columns;
    }
    return columns.stream().map(column -> shifted(column, modifiers)).toList();
  }

  /** The dates outside of which an item does not look. */
  public static Windows.Limits limits(Modifiers modifiers) {
    return new Windows.Limits(modifiers.minDate(), modifiers.maxDate());
  }

  private static TimeColumn shifted(TimeColumn column, Modifiers modifiers) {
    return switch (column) {
      case TimeColumn.Dates dates -> dates;
      case TimeColumn.Periods(List<Period> periods) ->
          new TimeColumn.Periods(
              periods.stream()
                  .map(period -> period.plus(modifiers.periodOffset()))
                  .flatMap(period ->
                      modifiers.yearToDate()
                          ? IntStream.rangeClosed(1 - period.number(), 0).mapToObj(period::plus)
                          : Stream.of(period))
                  .distinct()
                  .toList());
    };
  }
}
