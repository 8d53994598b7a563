package org.kituo.analytics.columns;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * Holds all facts as columns and follows their changes. One thread, the follower, makes each state
 * from the one before and publishes it; questions read the published one and never wait for it.
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

  private final List<FactSource> sources;
  private final FeedSignal signal;
  private final AtomicLong versions = new AtomicLong();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition published = lock.newCondition();
  private final Thread follower;
  private volatile @Nullable FactState state;
  private volatile boolean closed;

  private ColumnEngine(List<FactSource> sources, FeedSignal signal) {
    this.sources = List.copyOf(sources);
    this.signal = signal;
    this.follower = Thread.ofPlatform().name("facts-follower").unstarted(this::run);
  }

  /**
   * Begins to read; does not wait until all is there.
   *
   * @param sources where facts come from
   * @param signal tells of changes
   */
  public static ColumnEngine start(List<FactSource> sources, FeedSignal signal) {
    ColumnEngine engine = new ColumnEngine(sources, signal);
    engine.follower.start();
    return engine;
  }

  @Override
  public Facts facts() {
    FactState now = state;
    return now != null ? now : await(some -> true, PATIENCE);
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

  @Override
  public void close() {
    closed = true;
    follower.interrupt();
    try {
      follower.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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

  private void publish(@Nullable FactState next) {
    lock.lock();
    try {
      state = next;
      published.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (!closed) {
      try {
        long seen = signal.count();
        follow();
        signal.await(seen, IDLE);
        Thread.sleep(GATHER);
      } catch (StalePositionException e) {
        LOG.info("The database was restored; analytics begin anew");
        publish(null);
      } catch (SQLException e) {
        LOG.warn("Following the figures broke off, trying again: {}", e.getMessage());
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(AFTER_FAILURE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() throws SQLException, StalePositionException {
    FactState before = state;
    if (before == null) {
      before = Rebuild.run(sources, versions::incrementAndGet, () -> closed);
    }
    publish(CatchUp.run(before, sources, versions::incrementAndGet));
  }
}
