package org.kituo.analytics.plan;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Values by column of time and place. */
interface Figures {
  /** The value as a number; NaN where there is none or it is text. */
  double at(int column, long place);

  /** The value as text; null where there is none or it is a number. */
  default @Nullable String text(int column, long place) {
    return null;
  }

  /** Names every place of a column that has a value because of data, perhaps more than once. */
  void places(int column, LongConsumer sink);

  /** The same value everywhere. */
  static Figures constant(double value) {
    return computed((column, place) -> value);
  }

  /** Values that do not depend on data. */
  static Figures computed(Computation computation) {
    return new Figures() {
      @Override
      public double at(int column, long place) {
        return computation.at(column, place);
      }

      @Override
      public void places(int column, LongConsumer sink) {
        // a value everywhere, but none that calls for a row
      }
    };
  }

  /** Computes a value. */
  @FunctionalInterface
  interface Computation {
    double at(int column, long place);
  }
}
