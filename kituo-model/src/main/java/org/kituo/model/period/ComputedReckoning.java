package org.kituo.model.period;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A calendar that is defined by the day on which each year begins, and by the days of a year before
 * each month. All else follows: the year of a day is found by an estimate and a step or two.
 *
 * <p>Days are counted from 1970-01-01. The formulas are those of Reingold and Dershowitz,
 * Calendrical Calculations, who count from day 719163 earlier, unless another source is named.
 */
final class ComputedReckoning implements Reckoning {
  private static final long RATA_DIE = 719_163;
  private static final long JULIAN_DAY = 2_440_588;
  private static final int[] JULIAN_MONTHS = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
  };
  private static final int LAST_YEAR = 9999;
  private static final int SPAN = 1000;

  private final int firstYear;
  private final int lastYear;
  private final int months;
  private final YearStart starts;
  private final DaysBefore before;
  private final long anchor;
  private final double daysInYear;

  /** The first day of a year. */
  @FunctionalInterface
  interface YearStart {
    long of(int year);
  }

  /** The days of a year before one of its months, from 1. */
  @FunctionalInterface
  interface DaysBefore {
    int of(int year, int month);
  }

  private ComputedReckoning(
      int firstYear, int lastYear, int months, YearStart starts, DaysBefore before) {
    this.firstYear = firstYear;
    this.lastYear = lastYear;
    this.months = months;
    this.starts = starts;
    this.before = before;
    this.anchor = starts.of(firstYear);
    this.daysInYear = (starts.of(firstYear + SPAN) - anchor) / (double) SPAN;
  }

  private static ComputedReckoning always(int months, YearStart starts, DaysBefore before) {
    return new ComputedReckoning(1, LAST_YEAR, months, starts, before);
  }

  /**
   * Twelve months of 30 days and a thirteenth of five, or six in every fourth year: the calendars
   * of Egypt and Ethiopia.
   *
   * @param epoch first day of the year 1, in days of Calendrical Calculations
   */
  static ComputedReckoning alexandrian(long epoch) {
    return always(
        13,
        year -> epoch - RATA_DIE + 365L * (year - 1) + Math.floorDiv(year, 4),
        (year, month) -> 30 * (month - 1));
  }

  /** The calendar of Caesar: every fourth year has a leap day. */
  static ComputedReckoning julian() {
    return always(
        12,
        year -> -1 - RATA_DIE + 365L * (year - 1) + Math.floorDiv(year - 1, 4),
        (year, month) -> JULIAN_MONTHS[month - 1] + (month > 2 && year % 4 == 0 ? 1 : 0));
  }

  /**
   * The tabular Islamic calendar: months of 30 and 29 days in turn, a leap day in the years 2, 5,
   * 7, 10, 13, 16, 18, 21, 24, 26 and 29 of a cycle of 30, from Friday 16 July 622 (Julian). It is
   * a day or two from the calendars that follow the moon, such as that of Umm al-Qura.
   */
  static ComputedReckoning islamic() {
    return always(
        12,
        year -> 227_015 - RATA_DIE + 354L * (year - 1) + Math.floorDiv(3 + 11 * year, 30),
        (year, month) -> 29 * (month - 1) + month / 2);
  }

  /**
   * The solar Hijri calendar of Iran and Afghanistan: six months of 31 days, five of 30, one of 29
   * or 30. Leap years follow the rule of eight in 33 years, as in the Unicode libraries (ICU) that
   * browsers use; it agrees with the astronomical calendar of Iran from 1206 to 1498.
   */
  static ComputedReckoning persian() {
    return always(
        12,
        year -> 1_948_320 - JULIAN_DAY + 365L * (year - 1) + Math.floorDiv(8 * year + 21, 33),
        (year, month) -> 30 * (month - 1) + Math.min(month - 1, 6));
  }

  /** Bikram Sambat, by {@link NepaliYears}. */
  static ComputedReckoning nepali() {
    return new ComputedReckoning(
        NepaliYears.FIRST, NepaliYears.LAST, 12, NepaliYears::start, NepaliYears::daysBefore);
  }

  @Override
  public int firstYear() {
    return firstYear;
  }

  @Override
  public int lastYear() {
    return lastYear;
  }

  @Override
  public int year(LocalDate date) {
    return year(date.toEpochDay());
  }

  private int year(long day) {
    int year = firstYear + (int) Math.floor((day - anchor) / daysInYear);
    while (starts.of(year) > day) {
      year--;
    }
    while (starts.of(year + 1) <= day) {
      year++;
    }
    return year;
  }

  @Override
  public int month(LocalDate date) {
    long day = date.toEpochDay();
    int year = year(day);
    return month(year, (int) (day - starts.of(year)));
  }

  /** The month of a day by the days of the year before it. No month is longer than 32 days. */
  private int month(int year, int days) {
    int month = days / 32 + 1;
    while (month < months && before.of(year, month + 1) <= days) {
      month++;
    }
    return month;
  }

  @Override
  public int dayOfMonth(LocalDate date) {
    long day = date.toEpochDay();
    int year = year(day);
    int days = (int) (day - starts.of(year));
    return days - before.of(year, month(year, days)) + 1;
  }

  @Override
  public int dayOfYear(LocalDate date) {
    long day = date.toEpochDay();
    return (int) (day - starts.of(year(day))) + 1;
  }

  @Override
  public LocalDate firstOfYear(int year) {
    return LocalDate.ofEpochDay(starts.of(year));
  }

  @Override
  public LocalDate firstOfMonth(int monthIndex) {
    int year = Math.floorDiv(monthIndex, MONTHS);
    return first(year, Math.floorMod(monthIndex, MONTHS) + 1);
  }

  private LocalDate first(int year, int month) {
    return LocalDate.ofEpochDay(starts.of(year) + before.of(year, month));
  }

  @Override
  public Optional<LocalDate> date(int year, int month, int day) {
    return month >= 1 && month <= months && day >= 1 && day <= daysInMonth(year, month)
        ? Optional.of(first(year, month).plusDays(day - 1L))
        : Optional.empty();
  }

  private int daysInMonth(int year, int month) {
    long end = month == months ? starts.of(year + 1) - starts.of(year) : before.of(year, month + 1);
    return (int) end - before.of(year, month);
  }

  @Override
  public LocalDate plusYears(LocalDate date, int years) {
    int year = year(date) + years;
    int month = month(date);
    int day = Math.min(dayOfMonth(date), daysInMonth(year, month));
    return first(year, month).plusDays(day - 1L);
  }
}
