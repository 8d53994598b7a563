package org.kituo.analytics.columns;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.kituo.store.datavalue.DataValueSink;
import org.kituo.store.feed.FeedPosition;

/** Makes a state from nothing but the sources. */
final class Rebuild implements DataValueSink {
  private final Map<Integer, SubjectFacts> subjects = new HashMap<>();
  private final BooleanSupplier cancelled;
  private final long version;
  private ColumnsBuilder builder = new ColumnsBuilder();
  private int current;

  private Rebuild(long version, BooleanSupplier cancelled) {
    this.version = version;
    this.cancelled = cancelled;
  }

  /**
   * @param cancelled asked now and then whether to give up
   * @throws CancellationException if it gave up
   */
  static FactState run(List<FactSource> sources, LongSupplier versions, BooleanSupplier cancelled)
      throws SQLException {
    Rebuild rebuild = new Rebuild(versions.getAsLong(), cancelled);
    Instant asOf = Instant.now();
    List<FeedPosition> positions = new ArrayList<>();
    for (FactSource source : sources) {
      positions.add(source.all().read(rebuild));
      rebuild.endSubject();
    }
    return new FactState(rebuild.subjects, positions, asOf, rebuild.version);
  }

  @Override
  public void value(
      int subject,
      int period,
      int unit,
      int coc,
      int aoc,
      @Nullable String value,
      boolean deleted) {
    if (subject != current) {
      endSubject();
      current = subject;
    }
    Change fact = Change.of(subject, period, unit, coc, aoc, value, deleted);
    if (!fact.deleted()) {
      builder.add(period, unit, coc, aoc, fact.number(), fact.text());
    }
  }

  private void endSubject() {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
    if (builder.rows() > 0) {
      Layer layer = Layer.of(builder.build(ColumnsBuilder.HEAP), false);
      subjects.put(current, new SubjectFacts(List.of(layer), version));
      builder = new ColumnsBuilder();
    }
  }
}
