package org.kituo.model.period;

import java.time.LocalDate;

/**
 * Whole months, the same number of them in each period, a whole number of periods in each year.
 *
 * @param reckoning what the months are
 * @param months length of a period in months, a divisor of 12
 * @param offset months from the first month of the labelled year to the month in which its first
 *     period starts: 3 for a year from April, -2 for one that starts in November of the year before
 */
record MonthCycle(Reckoning reckoning, int months, int offset) implements Cycle {

  @Override
  public LocalDate startOf(LocalDate date) {
    int month = monthIndex(date);
    return firstOf(month - Math.floorMod(month - offset, months));
  }

  @Override
  public LocalDate endOf(LocalDate start) {
    return plus(start, 1).minusDays(1);
  }

  @Override
  public LocalDate plus(LocalDate start, long count) {
    return firstOf(Math.toIntExact(monthIndex(start) + count * months));
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

  private int monthIndex(LocalDate date) {
    return reckoning.monthIndex(date);
  }

  private LocalDate firstOf(int monthIndex) {
    return reckoning.firstOfMonth(monthIndex);
  }
}
