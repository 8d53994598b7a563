package org.kituo.analytics.engine;

import org.jspecify.annotations.Nullable;

/** Takes single facts. */
@FunctionalInterface
public interface FactSink {
  /**
   * One fact.
   *
   * @param cell its place, as in {@link Cells}; a fact that counts in several cells comes once for
   *     each
   * @param period the key of its period
   * @param orgUnit the key of its unit
   * @param categoryOptionCombo the key of its cell in the form
   * @param attributeOptionCombo the key of its attributes' cell
   * @param number its value as a number; NaN where it is none
   * @param text its value as text; null where it is a number
   */
  void fact(
      long cell,
      int period,
      int orgUnit,
      int categoryOptionCombo,
      int attributeOptionCombo,
      double number,
      @Nullable String text);
}
