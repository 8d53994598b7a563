package org.kituo.model.period;

import java.time.LocalDate;

/**
 * How one period type cuts the time line: into labelled years, each of periods numbered from 1. The
 * labelled year is the one in the identifier; it need not be the calendar year in which a period
 * starts (weeks around New Year, financial years named after their end).
 */
sealed interface Cycle permits DayCycle, WeekCycle, BiWeekCycle, MonthCycle {

  /** First day of the period that a date belongs to. */
  LocalDate startOf(LocalDate date);

  /** Last day of the period with the given first day. */
  LocalDate endOf(LocalDate start);

  /**
   * First day of the period {@code count} steps after (or, if negative, before) the one starting at
   * start.
   */
  LocalDate plus(LocalDate start, long count);

  /** Labelled year of the period with the given first day. */
  int year(LocalDate start);

  /** Number within its labelled year, from 1, of the period with the given first day. */
  int number(LocalDate start);

  /** How many periods a labelled year has. */
  int periodsIn(int year);

  /** First day of a numbered period; the number must be between 1 and {@link #periodsIn}. */
  LocalDate start(int year, int number);
}
