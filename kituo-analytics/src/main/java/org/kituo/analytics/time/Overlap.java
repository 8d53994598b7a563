package org.kituo.analytics.time;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import org.kituo.model.period.Period;
import org.kituo.model.period.PeriodType;

/** How much of an asked period a data period covers. */
final class Overlap {
  private Overlap() {}

  /** The covered part, 0 to 1: in months if both are made of whole ones, in days otherwise. */
  static double of(Period data, Period asked) {
    LocalDate start = data.start().isAfter(asked.start()) ? data.start() : asked.start();
    LocalDate after = (data.end().isBefore(asked.end()) ? data.end() : asked.end()).plusDays(1);
    if (!start.isBefore(after)) {
      return 0;
    }
    LocalDate end = asked.end().plusDays(1);
    return isOfMonths(data) && isOfMonths(asked)
        ? months(asked, start, after) / (double) months(asked, asked.start(), end)
        : DAYS.between(start, after) / (double) DAYS.between(asked.start(), end);
  }

  private static boolean isOfMonths(Period period) {
    return period.type().frequencyOrder() >= PeriodType.MONTHLY.frequencyOrder();
  }

  private static int months(Period asked, LocalDate from, LocalDate to) {
    return asked.calendar().monthsBetween(from, to);
  }
}
