package org.kituo.model.period;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;

/** Days, numbered within the calendar year. */
record DayCycle(Reckoning reckoning) implements Cycle {

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
    return reckoning.year(start);
  }

  @Override
  public int number(LocalDate start) {
    return reckoning.dayOfYear(start);
  }

  @Override
  public int periodsIn(int year) {
    return (int) DAYS.between(reckoning.firstOfYear(year), reckoning.firstOfYear(year + 1));
  }

  @Override
  public LocalDate start(int year, int number) {
    return reckoning.firstOfYear(year).plusDays(number - 1L);
  }
}
