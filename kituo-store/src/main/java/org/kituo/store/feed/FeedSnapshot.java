package org.kituo.store.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * One reading transaction of a follower: all that is read through its connection is of one moment,
 * and complete up to its horizon.
 */
public final class FeedSnapshot implements AutoCloseable {
  private static final String BOUNDS =
      "SELECT pg_snapshot_xmin(s)::text, pg_snapshot_xmax(s)::text FROM pg_current_snapshot() s";

  private final Connection connection;
  private final FeedPosition horizon;
  private final FeedPosition end;

  private FeedSnapshot(Connection connection, FeedPosition horizon, FeedPosition end) {
    this.connection = connection;
    this.horizon = horizon;
    this.end = end;
  }

  static FeedSnapshot begin(DataSource database, String generation) throws SQLException {
    Connection connection = database.getConnection();
    try {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement();
          var bounds = statement.executeQuery(BOUNDS)) {
        bounds.next();
        return new FeedSnapshot(
            connection,
            new FeedPosition(generation, Long.parseLong(bounds.getString(1))),
            new FeedPosition(generation, Long.parseLong(bounds.getString(2))));
      }
    } catch (SQLException | RuntimeException e) {
      end(connection);
      throw e;
    }
  }

  /** The connection to read with; not to be closed or committed. */
  public Connection connection() {
    return connection;
  }

  /** The place from which the next reading continues. */
  public FeedPosition horizon() {
    return horizon;
  }

  /** The place after the last transaction that the snapshot sees; the horizon may be before it. */
  public FeedPosition end() {
    return end;
  }

  /**
   * The condition, in SQL, of the rows that changed since a position and up to the horizon.
   *
   * @throws StalePositionException if the position is of an earlier life of the database, or ahead
   *     of this one, which an older copy of the database files explains
   */
  public String window(FeedPosition since) throws StalePositionException {
    if (!since.generation().equals(horizon.generation())
        || since.transaction() > horizon.transaction()) {
      throw new StalePositionException(since, horizon);
    }
    // COPY takes no parameters; these are numbers that PostgreSQL itself gave.
    return "changed >= '%d'::xid8 AND changed < '%d'::xid8"
        .formatted(since.transaction(), horizon.transaction());
  }

  @Override
  public void close() throws SQLException {
    end(connection);
  }

  private static void end(Connection connection) throws SQLException {
    try (connection) {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      connection.setReadOnly(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }
  }
}
