package org.kituo.analytics.columns;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.engine.AnalyticsEngine;
import org.kituo.analytics.engine.Facts;
import org.kituo.analytics.engine.NotReadyException;
import org.kituo.store.feed.FeedPosition;
import org.kituo.store.feed.FeedSignal;
import org.kituo.store.feed.StalePositionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds all facts as columns and follows their changes.
 *
 * <p>Three things go on. <b>Questions</b> read the published state, which never changes, and wait
 * for nobody. The <b>follower</b>, one thread, makes each state from the one before and the changes
 * since, and publishes it: a few times a second while there are writes. The <b>keeper</b>, a thread
 * that runs now and then, writes a new base file: when much has changed, all layers merged; when
 * asked to rebuild, from PostgreSQL. A new base is older than the published state by the time it is
 * finished. The follower therefore takes it as a state of its own position, brings it up to the
 * present from the feed, and publishes the result in the place of the old one.
 *
 * <p>PostgreSQL is the log: what is not in the base file is read again from the feed at the next
 * start, from the position that the file has. So nothing is lost or doubled, whenever the process
 * ends.
 */
public final class ColumnEngine implements AnalyticsEngine {
  private static final Logger LOG = LoggerFactory.getLogger(ColumnEngine.class);

  /** How long a question waits for the first state. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** How often the follower looks when nobody signals. */
  private static final Duration IDLE = Duration.ofMillis(500);

  /** How long changes gather before they are read. */
  private static final Duration GATHER = Duration.ofMillis(100);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /** A base file is written when so many rows are not in it, and one in so many. */
  private static final long MERGE_ROWS = 200_000;

  private static final long MERGE_SHARE = 20;

  /**
   * When so many rows are not in the file at the end, it is written to make the next start quick.
   */
  private static final long WORTH_KEEPING = 20_000;

  private final Path folder;
  private final List<FactSource> sources;
  private final FeedSignal signal;
  private final AtomicLong versions = new AtomicLong();
  private final Thread follower;
  private final ReentrantLock keeping = new ReentrantLock();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition published = lock.newCondition();
  private volatile @Nullable FactState state;
  private @Nullable FactState newBase; // guarded by lock
  private @Nullable Thread keeper; // the follower's
  private volatile boolean closed;

  private ColumnEngine(Path folder, List<FactSource> sources, FeedSignal signal) {
    this.folder = folder;
    this.sources = List.copyOf(sources);
    this.signal = signal;
    this.follower = Thread.ofPlatform().name("facts-follower").unstarted(this::run);
  }

  /**
   * Begins to read; does not wait until all is there.
   *
   * @param folder for the base file; of this engine alone
   * @param sources where facts come from
   * @param signal tells of changes
   */
  public static ColumnEngine start(Path folder, List<FactSource> sources, FeedSignal signal) {
    ColumnEngine engine = new ColumnEngine(folder, sources, signal);
    engine.follower.start();
    return engine;
  }

  @Override
  public Facts facts() {
    FactState now = state;
    return now != null ? now : await(some -> true, PATIENCE);
  }

  /** Since when what is committed is certain to be in; empty before all has been read once. */
  public Optional<Instant> asOf() {
    return Optional.ofNullable(state).map(FactState::asOf);
  }

  /**
   * Waits until everything is in that was committed before the call.
   *
   * @throws NotReadyException if it takes longer than given
   */
  public Facts caughtUp(Duration atMost) throws SQLException {
    List<FeedPosition> newest = new ArrayList<>();
    for (FactSource source : sources) {
      newest.add(source.newest().read());
    }
    return await(some -> some.includes(newest), atMost);
  }

  /** Makes everything anew from PostgreSQL; questions are answered as ever meanwhile. */
  public void rebuild() throws SQLException, IOException {
    keeping.lock();
    try {
      handOver(stateOf(Rebuild.run(folder, sources, () -> closed)));
    } finally {
      keeping.unlock();
    }
  }

  /** Writes all that is known into a new base file now, rather than when it is due. */
  void merge() throws IOException {
    keeping.lock();
    try {
      FactState now = state;
      if (now != null) {
        handOver(Compaction.run(folder, now, () -> closed));
      }
    } finally {
      keeping.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    follower.interrupt();
    try {
      follower.join();
      if (keeper != null) {
        keeper.join();
      }
      FactState last = state;
      if (last != null && last.changed() > WORTH_KEEPING) {
        Compaction.run(folder, last, () -> false);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("The columns were not written, the next start reads more of the feed: {}", e, e);
    }
  }

  private FactState await(Predicate<FactState> wish, Duration atMost) {
    long left = atMost.toNanos();
    lock.lock();
    try {
      FactState now = state;
      while (now == null || !wish.test(now)) {
        if (left <= 0 || closed) {
          throw new NotReadyException();
        }
        left = published.awaitNanos(left);
        now = state;
      }
      return now;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotReadyException();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Shows a state.
   *
   * @param madeFrom the new base that it was made from; null if there was none
   */
  private void publish(@Nullable FactState next, @Nullable FactState madeFrom) {
    lock.lock();
    try {
      state = next;
      if (madeFrom != null) {
        newBase = null;
      }
      published.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Gives the follower a new base, and waits until it is in use. */
  private void handOver(FactState base) {
    lock.lock();
    try {
      newBase = base;
      while (newBase != null && !closed) {
        published.awaitNanos(IDLE.toNanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable FactState handedOver() {
    lock.lock();
    try {
      return newBase;
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    BaseFile.open(folder)
        .filter(file -> file.positions().size() == sources.size())
        .ifPresent(file -> handOverFirst(stateOf(file)));
    while (!closed) {
      try {
        long seen = signal.count();
        follow();
        keepIfDue();
        signal.await(seen, IDLE);
        Thread.sleep(GATHER);
      } catch (CancellationException | InterruptedException e) {
        return;
      } catch (StalePositionException e) {
        LOG.info("The database was restored; analytics begin anew");
        publish(null, handedOver());
      } catch (SQLException | IOException | RuntimeException e) {
        LOG.warn("Following the figures broke off, trying again", e);
        pause();
      }
    }
  }

  private void handOverFirst(FactState base) {
    lock.lock();
    try {
      newBase = base;
    } finally {
      lock.unlock();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(AFTER_FAILURE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() throws SQLException, IOException, StalePositionException {
    FactState base = handedOver();
    FactState before = base != null ? base : state;
    if (before == null) {
      before = first();
    }
    if (before != null) {
      publish(CatchUp.run(before, sources, versions::incrementAndGet, () -> closed), base);
    }
  }

  /** The first base; null while another thread makes one, which it will hand over. */
  private @Nullable FactState first() throws SQLException, IOException {
    if (!keeping.tryLock()) {
      return null;
    }
    try {
      return stateOf(Rebuild.run(folder, sources, () -> closed));
    } finally {
      keeping.unlock();
    }
  }

  private FactState stateOf(BaseFile file) {
    return FactState.of(file, versions.incrementAndGet());
  }

  private void keepIfDue() {
    FactState now = state;
    boolean busy = keeper != null && keeper.isAlive();
    if (now == null || busy || now.changed() < Math.max(MERGE_ROWS, now.rows() / MERGE_SHARE)) {
      return;
    }
    keeper = Thread.ofPlatform().name("facts-keeper").start(this::keep);
  }

  private void keep() {
    try {
      merge();
    } catch (CancellationException e) {
      LOG.debug("Stopped while merging");
    } catch (IOException e) {
      LOG.warn("The columns could not be written; changes stay in memory", e);
      pause();
    }
  }
}
