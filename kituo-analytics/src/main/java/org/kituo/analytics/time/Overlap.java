package org.kituo.analytics.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.kituo.model.period.Period;

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
    ChronoUnit unit = wholeMonths(data) && wholeMonths(asked) ? ChronoUnit.MONTHS : ChronoUnit.DAYS;
    return unit.between(start, after)
        / (double) unit.between(asked.start(), asked.end().plusDays(1));
  }

  private static boolean wholeMonths(Period period) {
    return period.start().getDayOfMonth() == 1 && period.end().plusDays(1).getDayOfMonth() == 1;
  }
}
