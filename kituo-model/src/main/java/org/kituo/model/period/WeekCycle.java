package org.kituo.model.period;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Weeks that begin on a given day. A week belongs to the year that holds at least four of its seven
 * days, which is the year of its fourth day; so the first week of a year is the one with its fourth
 * day in it. With Monday and the ISO calendar these are ISO weeks.
 */
record WeekCycle(Reckoning reckoning, DayOfWeek firstDay) implements Cycle {

  /** From the first day of a week to the day that decides its year. */
  static final int DAYS_TO_MIDDLE = 3;

  @Override
  public LocalDate startOf(LocalDate date) {
    int daysIntoWeek = Math.floorMod(date.getDayOfWeek().getValue() - firstDay.getValue(), 7);
    return date.minusDays(daysIntoWeek);
  }

  @Override
  public LocalDate endOf(LocalDate start) {
    return start.plusDays(6);
  }

  @Override
  public LocalDate plus(LocalDate start, long count) {
    return start.plusWeeks(count);
  }

  @Override
  public int year(LocalDate start) {
    return reckoning.year(start.plusDays(DAYS_TO_MIDDLE));
  }

  @Override
  public int number(LocalDate start) {
    return (reckoning.dayOfYear(start.plusDays(DAYS_TO_MIDDLE)) - 1) / 7 + 1;
  }

  @Override
  public int periodsIn(int year) {
    return Math.toIntExact(firstStart(year + 1).toEpochDay() - firstStart(year).toEpochDay()) / 7;
  }

  @Override
  public LocalDate start(int year, int number) {
    return firstStart(year).plusWeeks(number - 1L);
  }

  private LocalDate firstStart(int year) {
    return startOf(reckoning.firstOfYear(year).plusDays(DAYS_TO_MIDDLE));
  }
}
