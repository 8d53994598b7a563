package org.kituo.model.period;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Pairs of weeks from Monday: number n is weeks 2n-1 and 2n of the year. A year of 53 weeks has a
 * 27th bi-week, which is 14 days long like all others, so its second week is also the first week of
 * the next year. That week's days belong to the next year's first bi-week; the 27th's second week
 * is in its end date only.
 */
record BiWeekCycle(WeekCycle weeks) implements Cycle {

  BiWeekCycle(Reckoning reckoning) {
    this(new WeekCycle(reckoning, DayOfWeek.MONDAY));
  }

  @Override
  public LocalDate startOf(LocalDate date) {
    LocalDate week = weeks.startOf(date);
    boolean secondWeek = weeks.number(week) % 2 == 0;
    return secondWeek ? week.minusWeeks(1) : week;
  }

  @Override
  public LocalDate endOf(LocalDate start) {
    return start.plusDays(13);
  }

  /** Goes year by year, as years differ in length. */
  @Override
  public LocalDate plus(LocalDate start, long count) {
    int year = year(start);
    long number = number(start) + count;
    while (number < 1) {
      year--;
      number += periodsIn(year);
    }
    while (number > periodsIn(year)) {
      number -= periodsIn(year);
      year++;
    }
    return start(year, (int) number);
  }

  @Override
  public int year(LocalDate start) {
    return weeks.year(start);
  }

  @Override
  public int number(LocalDate start) {
    return (weeks.number(start) + 1) / 2;
  }

  @Override
  public int periodsIn(int year) {
    return (weeks.periodsIn(year) + 1) / 2;
  }

  @Override
  public LocalDate start(int year, int number) {
    return weeks.start(year, 2 * number - 1);
  }
}
