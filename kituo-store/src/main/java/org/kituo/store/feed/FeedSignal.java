package org.kituo.store.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes those who follow the feed, on this node and, by LISTEN and NOTIFY, on all others.
 *
 * <p>The notification is not part of the writer's transaction: PostgreSQL lets transactions that
 * notify commit one after the other, which would cost many writers their shared flush. It is sent
 * just after, and for any number of commits within a few milliseconds only once. A notification
 * that is lost in a crash costs nothing but time, since followers look by themselves too.
 */
public final class FeedSignal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedSignal.class);
  private static final String CHANNEL = "kituo_facts";
  private static final int LISTEN_MILLIS = 20;
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /** Opens connections that may be held for long. */
  @FunctionalInterface
  public interface Connections {
    Connection open() throws SQLException;
  }

  private final Connections connections;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private long count;
  private boolean toSend;
  private volatile boolean closed;

  /** Begins to listen. */
  public FeedSignal(Connections connections) {
    this.connections = connections;
    this.thread = Thread.ofVirtual().name("feed-signal").start(this::run);
  }

  /** Says that something was committed. */
  public void raise() {
    lock.lock();
    try {
      toSend = true;
      wake();
    } finally {
      lock.unlock();
    }
  }

  /** The number of signals so far, to give to {@link #await} later. */
  public long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a signal after the first so many, or until the time is over.
   *
   * @return the number of signals so far
   */
  public long await(long seen, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (count == seen && left > 0) {
        left = changed.awaitNanos(left);
      }
      return count;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void wake() {
    count++;
    changed.signalAll();
  }

  private void run() {
    while (!closed) {
      try (Connection connection = connections.open()) {
        listen(connection);
      } catch (SQLException e) {
        if (!closed) {
          LOG.warn("Listening for changes of facts broke off, trying again: {}", e.getMessage());
          pause();
        }
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    int own = postgres.getBackendPID();
    try (var statement = connection.createStatement()) {
      statement.execute("LISTEN " + CHANNEL);
      while (!closed) {
        if (takeToSend()) {
          statement.execute("NOTIFY " + CHANNEL);
        }
        for (var notification : postgres.getNotifications(LISTEN_MILLIS)) {
          if (notification.getPID() != own) {
            wakeOthers();
          }
        }
      }
    }
  }

  private boolean takeToSend() {
    lock.lock();
    try {
      boolean send = toSend;
      toSend = false;
      return send;
    } finally {
      lock.unlock();
    }
  }

  private void wakeOthers() {
    lock.lock();
    try {
      wake();
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
}
