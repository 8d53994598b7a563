package org.kituo.analytics.plan;

import java.util.function.LongConsumer;

/** Values as they are shown. */
record Rounded(Figures exact, int decimals, Rounding rounding) implements Figures {
  @Override
  public double at(int column, long place) {
    return rounding.round(exact.at(column, place), decimals);
  }

  @Override
  public void places(int column, LongConsumer sink) {
    exact.places(column, sink);
  }
}
