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
  private final Connection connection;
  private final FeedPosition horizon;

  private FeedSnapshot(Connection connection, FeedPosition horizon) {
    this.connection = connection;
    this.horizon = horizon;
  }

  static FeedSnapshot begin(DataSource database, String generation) throws SQLException {
    Connection connection = database.getConnection();
    try {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      return new FeedSnapshot(connection, new FeedPosition(generation, xmin(connection)));
    } catch (SQLException | RuntimeException e) {
      end(connection);
      throw e;
    }
  }

  private static long xmin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var result =
            statement.executeQuery("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")) {
      result.next();
      return Long.parseLong(result.getString(1));
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

  /**
   * The condition, in SQL, of the rows that changed since a position and up to the horizon.
   *
   * @throws StalePositionException if the position is of an earlier life of the database
   */
  public String window(FeedPosition since) throws StalePositionException {
    if (!since.generation().equals(horizon.generation())) {
      throw new StalePositionException(since, horizon.generation());
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
