package org.kituo.model.period;

import java.time.LocalDate;

/**
 * Whole months, the same number of them in each period, a whole number of periods in each year.
 *
 * @param months length of a period in months, a divisor of 12
 * @param offset months from January of the labelled year to the month in which its first period
 *     starts: 3 for a year from April, -2 for one that starts in November of the year before
 */
record MonthCycle(int months, int offset) implements Cycle {

  @Override
  public LocalDate startOf(LocalDate date) {
    int month = monthIndex(date);
    return firstOf(month - Math.floorMod(month - offset, months));
  }

  @Override
  public LocalDate endOf(LocalDate start) {
    LocalDate lastMonth = months == 1 ? start : start.plusMonths(months - 1L);
    return lastMonth.withDayOfMonth(lastMonth.lengthOfMonth());
  }

  @Override
  public LocalDate plus(LocalDate start, long count) {
    return start.plusMonths(Math.multiplyExact(count, months));
  }

  @Override
  public int year(LocalDate start) {
    return Math.floorDiv(monthIndex(start) - offset, 12);
  }

  @Override
  public int number(LocalDate start) {
    return Math.floorMod(monthIndex(start) - offset, 12) / months + 1;
  }

  @Override
  public int periodsIn(int year) {
    return 12 / months;
  }

  @Override
  public LocalDate start(int year, int number) {
    return firstOf(year * 12 + offset + (number - 1) * months);
  }

  /** Months since January of year 0. */
  private static int monthIndex(LocalDate date) {
    return date.getYear() * 12 + date.getMonthValue() - 1;
  }

  private static LocalDate firstOf(int monthIndex) {
    return LocalDate.of(Math.floorDiv(monthIndex, 12), Math.floorMod(monthIndex, 12) + 1, 1);
  }
}
