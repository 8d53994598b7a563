package org.kituo.analytics.columns;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.kituo.store.feed.FeedPosition;
import org.kituo.store.feed.StalePositionException;

/** Brings a state up to the present: reads what changed since, and takes it in. */
final class CatchUp {
  /** So many changes are taken in at a time; memory for more is not needed. */
  private static final int MOST_AT_A_TIME = 1 << 18;

  private final LongSupplier versions;
  private final BooleanSupplier cancelled;
  private final Instant asOf = Instant.now();
  private final List<Change> gathered = new ArrayList<>();
  private FactState state;

  private CatchUp(FactState state, LongSupplier versions, BooleanSupplier cancelled) {
    this.cancelled = cancelled;
    this.state = state;
    this.versions = versions;
  }

  /**
   * @param cancelled asked now and then whether to give up
   * @throws CancellationException if it gave up
   */
  static FactState run(
      FactState before, List<FactSource> sources, LongSupplier versions, BooleanSupplier cancelled)
      throws SQLException, StalePositionException {
    CatchUp catchUp = new CatchUp(before, versions, cancelled);
    List<FeedPosition> positions = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      FeedPosition since = before.positions().get(i);
      positions.add(
          sources
              .get(i)
              .changes()
              .read(
                  since,
                  (subject, period, unit, coc, aoc, value, deleted) ->
                      catchUp.add(Change.of(subject, period, unit, coc, aoc, value, deleted))));
    }
    catchUp.takeIn();
    return catchUp.state.at(positions, catchUp.asOf);
  }

  private void add(Change change) {
    gathered.add(change);
    if (gathered.size() == MOST_AT_A_TIME) {
      takeIn();
    }
  }

  private void takeIn() {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
    if (!gathered.isEmpty()) {
      state = state.after(gathered, versions);
      gathered.clear();
    }
  }
}
