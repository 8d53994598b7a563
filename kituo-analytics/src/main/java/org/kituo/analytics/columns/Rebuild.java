package org.kituo.analytics.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.kituo.store.datavalue.DataValueSink;
import org.kituo.store.feed.FeedPosition;

/**
 * Makes a base file from nothing but the sources. Rows come sorted, so no more than one subject is
 * in memory at a time.
 */
final class Rebuild implements DataValueSink {
  private final BaseFile.Writer file;
  private final BooleanSupplier cancelled;
  private ColumnsBuilder builder = new ColumnsBuilder();
  private int current;

  private Rebuild(BaseFile.Writer file, BooleanSupplier cancelled) {
    this.file = file;
    this.cancelled = cancelled;
  }

  /**
   * @param cancelled asked now and then whether to give up
   * @throws CancellationException if it gave up
   */
  static BaseFile run(Path folder, List<FactSource> sources, BooleanSupplier cancelled)
      throws SQLException, IOException {
    try (BaseFile.Writer file = new BaseFile.Writer(folder)) {
      Rebuild rebuild = new Rebuild(file, cancelled);
      List<FeedPosition> positions = new ArrayList<>();
      for (FactSource source : sources) {
        positions.add(source.all().read(rebuild));
        rebuild.endSubject();
      }
      return file.finish(positions);
    }
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
      try (Arena memory = Arena.ofConfined()) {
        file.add(current, builder.build(memory));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      builder = new ColumnsBuilder();
    }
  }
}
