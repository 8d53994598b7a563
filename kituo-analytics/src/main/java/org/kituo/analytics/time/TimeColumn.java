package org.kituo.analytics.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kituo.model.period.Period;

/** A column of time in an answer: what is aggregated into one value. */
public sealed interface TimeColumn {

  /** The first day. */
  LocalDate start();

  /** The last day. */
  LocalDate end();

  /** The number of days, of all periods together. */
  int days();

  /**
   * Some periods: one, if time is a dimension, all that are asked for, if it is a filter.
   *
   * @param periods at least one
   */
  record Periods(List<Period> periods) implements TimeColumn {
    /** A column of one period. */
    public static Periods of(Period period) {
      return new Periods(List.of(period));
    }

    @Override
    public LocalDate start() {
      return periods.stream().map(Period::start).min(Comparator.naturalOrder()).orElseThrow();
    }

    @Override
    public LocalDate end() {
      return periods.stream().map(Period::end).max(Comparator.naturalOrder()).orElseThrow();
    }

    @Override
    public int days() {
      return periods.stream().mapToInt(Period::daysInPeriod).sum();
    }

    /** The one period, if there is but one. */
    public Optional<Period> single() {
      return periods.size() == 1 ? Optional.of(periods.getFirst()) : Optional.empty();
    }
  }

  /** From one day to another; what is reported for periods wholly between them counts. */
  record Dates(LocalDate start, LocalDate end) implements TimeColumn {
    @Override
    public int days() {
      return (int) ChronoUnit.DAYS.between(start, end) + 1;
    }
  }
}
