package org.kituo.model.period;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a calendar reckons days into years and months.
 *
 * <p>For periods every year has twelve months. Where a calendar has a short thirteenth, its days
 * belong to the period of the twelfth month: so months, quarters and years hold every day once, and
 * the last twelve months are a year. Days are told by the calendar's own month, 13 included.
 */
sealed interface Reckoning permits GregorianReckoning, ComputedReckoning {
  int MONTHS = 12;

  /** First and last year of which periods are told. */
  int firstYear();

  /** See {@link #firstYear}. */
  int lastYear();

  int year(LocalDate date);

  /** The month of the calendar, from 1. */
  int month(LocalDate date);

  int dayOfMonth(LocalDate date);

  int dayOfYear(LocalDate date);

  /** First day of a year. */
  LocalDate firstOfYear(int year);

  /** Months for periods (twelve a year) since the first month of year 0. */
  default int monthIndex(LocalDate date) {
    return year(date) * MONTHS + Math.min(month(date), MONTHS) - 1;
  }

  /** First day of a month by its {@link #monthIndex}. */
  LocalDate firstOfMonth(int monthIndex);

  /** The day of a year, a month and a day of the month, if there is one. */
  Optional<LocalDate> date(int year, int month, int day);

  /** The same day of another year, or the last one of its month where that is shorter. */
  LocalDate plusYears(LocalDate date, int years);
}
