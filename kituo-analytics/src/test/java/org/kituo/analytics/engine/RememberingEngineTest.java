package org.kituo.analytics.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kituo.analytics.engine.Aggregation.Across;
import org.kituo.analytics.engine.Aggregation.InSeries;
import org.kituo.analytics.engine.Axis.Layer;
import org.kituo.analytics.engine.Axis.Source;
import org.kituo.analytics.engine.Window.Span;

class RememberingEngineTest extends AnalyticsEngineContract {
  @Override
  protected AnalyticsEngine open(FactTable facts) {
    return new RememberingEngine(new NaiveEngine(facts.feed()));
  }

  @Override
  protected Facts caughtUp(AnalyticsEngine open) {
    return open.facts();
  }

  @Test
  void asksForTheSameOnce() {
    try (FactTable table = new FactTable()) {
      table.with(5, 11, 1, 1, 9, "10").with(6, 11, 1, 1, 9, "1").write();
      AnalyticsEngine engine = open(table);
      List<Cells> first = asked(engine, 1);
      assertThat(asked(engine, 1)).isSameAs(first);
      assertThat(asked(engine, 2)).isNotSameAs(first);

      table.with(5, 11, 1, 1, 9, "12").write();
      assertThat(asked(engine, 1).getFirst().numberAt(0)).isEqualTo(12);
    }
  }

  private static List<Cells> asked(AnalyticsEngine engine, int unit) {
    Axis axis =
        new Axis(1, List.of(new Layer(Source.ORG_UNIT, Items.of(new int[] {unit}, new int[] {0}))));
    return engine
        .facts()
        .aggregate(
            Measure.of(5, new Aggregation(InSeries.NONE, Across.SUM)),
            List.of(new Window(List.of(new Span(11, 1)))),
            List.of(axis));
  }
}
