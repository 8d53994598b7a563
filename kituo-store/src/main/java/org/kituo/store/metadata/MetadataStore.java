package org.kituo.store.metadata;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;
import org.kituo.store.metadata.MetadataTable.State;
import org.kituo.store.postgres.Database;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metadata of this node: the current snapshot in memory, and PostgreSQL behind it.
 *
 * <p>A write locks the one row that counts versions, catches up with what other nodes committed,
 * computes its change from the newest snapshot, writes it and commits; only then the new snapshot
 * is shown. So writers on all nodes follow one another, none works on an old state, and what is
 * shown is always committed. If it is not known whether a commit arrived, the next look at the
 * database tells.
 *
 * <p>Nodes hear of each other's commits by NOTIFY, and look once a second in case a notification
 * was lost with its connection.
 */
public final class MetadataStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MetadataStore.class);
  private static final int LOOK_MILLIS = 1_000;

  private final Database database;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Consumer<MetadataSnapshot>> listeners = new CopyOnWriteArrayList<>();
  private final Thread follower;
  private volatile MetadataSnapshot current;
  private volatile boolean closed;

  /** Reads all metadata, and follows changes from then on. */
  public MetadataStore(Database database) {
    this.database = database;
    this.current = MetadataSnapshot.empty(MetadataTypes.ALL);
    catchUp();
    this.follower = Thread.ofVirtual().name("metadata-follower").start(this::follow);
  }

  /** The newest snapshot that this node knows. */
  public MetadataSnapshot snapshot() {
    return current;
  }

  /** Calls a listener with each new snapshot, on the thread that made or found it. */
  public void onChange(Consumer<MetadataSnapshot> listener) {
    listeners.add(listener);
  }

  /**
   * Computes a change from the newest snapshot, and commits it. The function may be called on a
   * newer snapshot than {@link #snapshot} gave before; if it throws, or gives a change without
   * anything in it, nothing is written.
   *
   * @param user the identifier of the one who writes
   * @return the snapshot with the change
   */
  public MetadataSnapshot write(String user, Function<MetadataSnapshot, SnapshotChange> function) {
    lock.lock();
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try {
        catchUp(connection, MetadataTable.lock(connection));
        SnapshotChange change = function.apply(current);
        if (!change.isEmpty()) {
          MetadataSnapshot next = change.snapshot();
          MetadataTable.write(connection, change, next, user);
          connection.commit();
          show(next);
        }
        return current;
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The metadata could not be written: " + e.getMessage(), e);
    } finally {
      lock.unlock();
    }
  }

  /** Deleted objects, the newest first, of one type or all, since a time or ever. */
  public List<DeletedObject> deleted(@Nullable String type, @Nullable LocalDateTime since) {
    try (Connection connection = database.dataSource().getConnection()) {
      return MetadataTable.deleted(connection, type, since);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The deleted objects could not be read: " + e.getMessage(), e);
    }
  }

  private void show(MetadataSnapshot next) {
    current = next;
    listeners.forEach(l -> l.accept(next));
  }

  /** Looks whether other nodes committed anything or the calendar was set, and takes it in. */
  public void catchUp() {
    lock.lock();
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      catchUp(connection, MetadataTable.state(connection));
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException("The metadata could not be read: " + e.getMessage(), e);
    } finally {
      lock.unlock();
    }
  }

  private void catchUp(Connection connection, State state) throws SQLException {
    if (state.version() > current.version()) {
      SnapshotChange change = current.change();
      MetadataTable.load(connection, current.version(), change);
      change.reserveKeys(state.nextKey());
      show(change.snapshot(state.version()));
    }
    if (state.calendar() != current.calendar()) {
      show(current.with(state.calendar()));
    }
  }

  private void follow() {
    while (!closed) {
      try (Connection connection = database.dedicatedConnection()) {
        try (var statement = connection.createStatement()) {
          statement.execute("LISTEN metadata");
        }
        PGConnection listening = connection.unwrap(PGConnection.class);
        while (!closed) {
          listening.getNotifications(LOOK_MILLIS);
          catchUp();
        }
      } catch (SQLException | IllegalStateException e) {
        if (!closed) {
          LOG.warn(
              "Changes of metadata by other nodes cannot be followed for now: {}", e.getMessage());
          pause();
        }
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    follower.interrupt();
  }
}
