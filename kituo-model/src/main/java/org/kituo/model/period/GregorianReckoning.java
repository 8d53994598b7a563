package org.kituo.model.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The Gregorian calendar, which ISO 8601 uses, with years counted from another beginning.
 *
 * @param ahead years to add: 543 in the Buddhist era of Thailand
 */
record GregorianReckoning(int ahead) implements Reckoning {

  @Override
  public int firstYear() {
    return 1;
  }

  @Override
  public int lastYear() {
    return 9999;
  }

  @Override
  public int year(LocalDate date) {
    return date.getYear() + ahead;
  }

  @Override
  public int month(LocalDate date) {
    return date.getMonthValue();
  }

  @Override
  public int dayOfMonth(LocalDate date) {
    return date.getDayOfMonth();
  }

  @Override
  public int dayOfYear(LocalDate date) {
    return date.getDayOfYear();
  }

  @Override
  public LocalDate firstOfYear(int year) {
    return LocalDate.of(year - ahead, 1, 1);
  }

  @Override
  public LocalDate firstOfMonth(int monthIndex) {
    return LocalDate.of(
        Math.floorDiv(monthIndex, MONTHS) - ahead, Math.floorMod(monthIndex, MONTHS) + 1, 1);
  }

  @Override
  public Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year - ahead, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public LocalDate plusYears(LocalDate date, int years) {
    return date.plusYears(years);
  }
}
