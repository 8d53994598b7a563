package org.kituo.store.form;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.kituo.store.feed.ChangeFeed;
import org.kituo.store.feed.FeedPosition;
import org.kituo.store.feed.FeedSnapshot;
import org.kituo.store.feed.StalePositionException;

/** The completions that changed since a position, and all of them for whoever begins. */
public final class CompletionFeed {
  private static final int FETCH = 2_000;

  private final DataSource database;
  private final ChangeFeed feed;

  /**
   * @param database gives connections in auto-commit; one is held during a scan
   */
  public CompletionFeed(DataSource database, ChangeFeed feed) {
    this.database = database;
    this.feed = feed;
  }

  /** Takes completions. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes one.
     *
     * @param date when the form was completed
     * @param completed whether it is complete; false also for what was deleted
     */
    void completion(FormKey key, Instant date, boolean completed) throws SQLException;
  }

  /**
   * Hands over all forms that are complete.
   *
   * @return the position from which {@link #changes} continues
   */
  public FeedPosition all(Sink sink) throws SQLException {
    try (FeedSnapshot snapshot = feed.read(database)) {
      scan(snapshot, "completed", sink);
      return snapshot.horizon();
    }
  }

  /** The same, by data set, period and unit. */
  public FeedPosition allSorted(Sink sink) throws SQLException {
    try (FeedSnapshot snapshot = feed.read(database)) {
      scan(snapshot, "completed ORDER BY data_set, period, org_unit, attribute_option_combo", sink);
      return snapshot.horizon();
    }
  }

  /** The position that includes everything that is committed now; not one to continue from. */
  public FeedPosition newest() throws SQLException {
    try (FeedSnapshot snapshot = feed.read(database)) {
      return snapshot.end();
    }
  }

  /**
   * Hands over the forms whose completion changed since a position, each once and as it is now.
   *
   * @return the position to continue from
   * @throws StalePositionException if the database was restored since: begin anew with {@link #all}
   */
  public FeedPosition changes(FeedPosition since, Sink sink)
      throws SQLException, StalePositionException {
    try (FeedSnapshot snapshot = feed.read(database)) {
      String window = snapshot.window(since);
      if (!snapshot.horizon().equals(since)) {
        scan(snapshot, window, sink);
      }
      return snapshot.horizon();
    }
  }

  private static void scan(FeedSnapshot snapshot, String condition, Sink sink) throws SQLException {
    String sql =
        "SELECT data_set, period, org_unit, attribute_option_combo, date, completed"
            + " FROM completion WHERE "
            + condition;
    try (PreparedStatement statement = snapshot.connection().prepareStatement(sql)) {
      statement.setFetchSize(FETCH);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          sink.completion(
              new FormKey(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)),
              row.getTimestamp(5).toInstant(),
              row.getBoolean(6));
        }
      }
    }
  }
}
