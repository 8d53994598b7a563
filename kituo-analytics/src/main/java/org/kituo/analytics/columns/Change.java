package org.kituo.analytics.columns;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A fact that changed, as it is now. Ordered as columns are.
 *
 * @param number its value; NaN where it is no canonical number
 * @param text its value where it is no canonical number
 * @param deleted whether it is no more, or has no value
 */
record Change(
    int subject,
    int period,
    int unit,
    int coc,
    int aoc,
    double number,
    @Nullable String text,
    boolean deleted)
    implements Comparable<Change> {

  private static final Comparator<Change> ORDER =
      Comparator.comparingInt(Change::subject)
          .thenComparingInt(Change::period)
          .thenComparingInt(Change::unit)
          .thenComparingInt(Change::coc)
          .thenComparingInt(Change::aoc);

  static Change of(
      int subject,
      int period,
      int unit,
      int coc,
      int aoc,
      @Nullable String value,
      boolean deleted) {
    if (deleted || value == null) {
      return new Change(subject, period, unit, coc, aoc, Double.NaN, null, true);
    }
    double number = CanonicalNumber.canonical(value);
    String text = Double.isNaN(number) ? value : null;
    return new Change(subject, period, unit, coc, aoc, number, text, false);
  }

  @Override
  public int compareTo(Change other) {
    return ORDER.compare(this, other);
  }
}
