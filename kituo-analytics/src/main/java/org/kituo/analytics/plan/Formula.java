package org.kituo.analytics.plan;

import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.kituo.model.expression.CompiledExpression;
import org.kituo.model.expression.MissingValueStrategy;
import org.kituo.model.expression.Values;

/**
 * An expression with the figures of its items.
 *
 * @param expression the expression
 * @param items the figures of its items, in their order
 * @param strategy what becomes of it where items have no value
 */
record Formula(CompiledExpression expression, List<Figures> items, MissingValueStrategy strategy)
    implements Figures {

  @Override
  public double at(int column, long place) {
    return expression.number(
        new Values() {
          @Override
          public double number(int item) {
            return items.get(item).at(column, place);
          }

          @Override
          public @Nullable String text(int item) {
            return items.get(item).text(column, place);
          }
        },
        strategy);
  }

  @Override
  public void places(int column, LongConsumer sink) {
    items.forEach(item -> item.places(column, sink));
  }

  /** Whether there can be a value where no item has one. */
  boolean everywhere() {
    return strategy == MissingValueStrategy.NEVER_SKIP || !expression.needsData();
  }
}
