package org.kituo.analytics.plan;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongConsumer;

/**
 * Values put together; one that is missing does not count.
 *
 * @param parts what is put together
 * @param operator how
 */
record Combination(List<Figures> parts, DoubleBinaryOperator operator) implements Figures {
  /** The sum of what there is. */
  static Figures sum(List<Figures> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Combination(parts, Double::sum);
  }

  @Override
  public double at(int column, long place) {
    double together = Double.NaN;
    for (Figures part : parts) {
      double value = part.at(column, place);
      if (!Double.isNaN(value)) {
        together = Double.isNaN(together) ? value : operator.applyAsDouble(together, value);
      }
    }
    return together;
  }

  @Override
  public void places(int column, LongConsumer sink) {
    parts.forEach(part -> part.places(column, sink));
  }
}
