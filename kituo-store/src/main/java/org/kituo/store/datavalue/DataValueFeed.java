package org.kituo.store.datavalue;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.kituo.store.feed.ChangeFeed;
import org.kituo.store.feed.FeedPosition;
import org.kituo.store.feed.FeedSnapshot;
import org.kituo.store.feed.StalePositionException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/**
 * The figures that changed since a position, and all of them at once for whoever begins. Rows come
 * as PostgreSQL sends them: memory does not grow with their number.
 */
public final class DataValueFeed {
  private final DataSource database;
  private final ChangeFeed feed;

  /**
   * @param database gives connections in auto-commit; one is held during a scan
   */
  public DataValueFeed(DataSource database, ChangeFeed feed) {
    this.database = database;
    this.feed = feed;
  }

  /**
   * Hands over all figures that are not deleted.
   *
   * @return the position from which {@link #changes} continues
   */
  public FeedPosition all(DataValueSink sink) throws SQLException {
    try (FeedSnapshot snapshot = feed.read(database)) {
      scan(snapshot.connection(), "NOT deleted", sink);
      return snapshot.horizon();
    }
  }

  /**
   * Hands over the figures that changed since a position, deleted ones included, each once and as
   * it is now.
   *
   * @return the position to continue from; equal to the given one if no transaction ended
   * @throws StalePositionException if the database was restored since: begin anew with {@link #all}
   */
  public FeedPosition changes(FeedPosition since, DataValueSink sink)
      throws SQLException, StalePositionException {
    try (FeedSnapshot snapshot = feed.read(database)) {
      String window = snapshot.window(since);
      if (!snapshot.horizon().equals(since)) {
        scan(snapshot.connection(), window, sink);
      }
      return snapshot.horizon();
    }
  }

  private static void scan(Connection connection, String condition, DataValueSink sink)
      throws SQLException {
    String sql =
        """
        COPY (SELECT data_element, period, org_unit, category_option_combo, attribute_option_combo,
          value, deleted FROM data_value WHERE %s) TO STDOUT (FORMAT binary)\
        """
            .formatted(condition);
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (InputStream stream = new PGCopyInputStream(postgres, sql)) {
      BinaryRows rows = new BinaryRows(stream);
      while (rows.next()) {
        sink.value(
            rows.integer(),
            rows.integer(),
            rows.integer(),
            rows.integer(),
            rows.integer(),
            rows.text(),
            Boolean.TRUE.equals(rows.bool()));
      }
    } catch (IOException e) {
      throw new SQLException("The scan of data values broke off", e);
    }
  }
}
