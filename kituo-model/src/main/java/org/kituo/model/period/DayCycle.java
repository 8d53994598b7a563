package org.kituo.model.period;

import java.time.LocalDate;
import java.time.Year;

/** Days, numbered within the calendar year. */
record DayCycle() implements Cycle {

  @Override
  public LocalDate startOf(LocalDate date) {
    return date;
  }

  @Override
  public LocalDate endOf(LocalDate start) {
    return start;
  }

  @Override
  public LocalDate plus(LocalDate start, long count) {
    return start.plusDays(count);
  }

  @Override
  public int year(LocalDate start) {
    return start.getYear();
  }

  @Override
  public int number(LocalDate start) {
    return start.getDayOfYear();
  }

  @Override
  public int periodsIn(int year) {
    return Year.isLeap(year) ? 366 : 365;
  }

  @Override
  public LocalDate start(int year, int number) {
    return LocalDate.ofYearDay(year, number);
  }
}
