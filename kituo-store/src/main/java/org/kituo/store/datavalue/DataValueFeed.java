package org.kituo.store.datavalue;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
  private static final String SORT_MEMORY = "256MB";
  private static final String ORDER =
      "data_element, period, org_unit, category_option_combo, attribute_option_combo";

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
   * Hands over all figures that are not deleted and have a value, sorted by data element, period,
   * unit, category and attribute option combo. PostgreSQL sorts, on its disk where they are many.
   *
   * @return the position from which {@link #changes} continues
   */
  public FeedPosition allSorted(DataValueSink sink) throws SQLException {
    try (FeedSnapshot snapshot = feed.read(database)) {
      try (Statement statement = snapshot.connection().createStatement()) {
        statement.execute("SET LOCAL work_mem = '" + SORT_MEMORY + "'");
      }
      scan(snapshot.connection(), "NOT deleted AND value IS NOT NULL ORDER BY " + ORDER, sink);
      return snapshot.horizon();
    }
  }

  /**
   * The position that includes everything that is committed now: who has read up to it, or further,
   * has seen it all. Not a position to continue from, since transactions before it may still run.
   */
  public FeedPosition newest() throws SQLException {
    try (FeedSnapshot snapshot = feed.read(database)) {
      return snapshot.end();
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
