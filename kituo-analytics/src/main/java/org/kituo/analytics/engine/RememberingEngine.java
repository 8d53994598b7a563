package org.kituo.analytics.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;

/**
 * An engine that remembers what it aggregated last. Dashboards ask the same questions for many
 * people and many times, while the figures of a data element change rarely; what was aggregated
 * stays right until they do.
 */
public final class RememberingEngine implements AnalyticsEngine {
  private static final int KEPT_CELLS = 1_000_000;

  /** What an answer takes beside its cells, in cells. */
  private static final int ANSWER_WEIGHT = 20;

  private final AnalyticsEngine engine;
  private final Cache<Asked, List<Cells>> known =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_CELLS)
          .weigher((Asked asked, List<Cells> cells) -> weight(cells))
          .build();

  /** The version is that of the facts, so that an answer from before is never found again. */
  private record Asked(Measure measure, List<Window> windows, List<Axis> axes, long version) {}

  /** Before an engine. */
  public RememberingEngine(AnalyticsEngine engine) {
    this.engine = engine;
  }

  @Override
  public Facts facts() {
    return new RememberingFacts(engine.facts());
  }

  @Override
  public void close() {
    engine.close();
  }

  private static int weight(List<Cells> answer) {
    return answer.stream().mapToInt(cells -> cells.count() + ANSWER_WEIGHT).sum();
  }

  private final class RememberingFacts implements Facts {
    private final Facts facts;

    RememberingFacts(Facts facts) {
      this.facts = facts;
    }

    @Override
    public List<Cells> aggregate(Measure measure, List<Window> windows, List<Axis> axes) {
      Asked asked = new Asked(measure, windows, axes, facts.version(measure.subject()));
      List<Cells> cells = known.getIfPresent(asked);
      if (cells == null) {
        cells = facts.aggregate(measure, windows, axes);
        known.put(asked, cells);
      }
      return cells;
    }

    @Override
    public Instant asOf() {
      return facts.asOf();
    }

    @Override
    public int[] periods(int subject) {
      return facts.periods(subject);
    }

    @Override
    public long version() {
      return facts.version();
    }

    @Override
    public long version(int subject) {
      return facts.version(subject);
    }

    @Override
    public void scan(Measure measure, Window window, List<Axis> axes, FactSink sink) {
      facts.scan(measure, window, axes, sink);
    }
  }
}
