package org.kituo.store.datavalue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.kituo.store.feed.FeedSignal;

/**
 * Moves the figures of objects that are merged to the one that stays. Where several have a figure
 * for the same place, the one that was changed last is kept. The figures left behind are marked as
 * deleted, so that the history tells of all of them, and the change feed of the move.
 */
public final class DataValueMove {
  private static final String KEY =
      "org_unit, period, data_element, category_option_combo, attribute_option_combo";

  private static final String MOVE =
      """
      INSERT INTO data_value AS v (created, last_updated, changed, %1$s, kind, deleted, follow_up,
        value, comment, stored_by)
      SELECT created, last_updated, pg_current_xact_id(), %2$s, 'C', false, follow_up, value, comment,
        stored_by
      FROM (
        SELECT DISTINCT ON (%3$s) * FROM data_value
        WHERE %4$s = ANY (?) AND NOT deleted
        ORDER BY %3$s, last_updated DESC) AS moved
      ON CONFLICT (%1$s) DO UPDATE SET
        last_updated = greatest(excluded.last_updated, v.last_updated),
        changed = excluded.changed, kind = 'U', deleted = false, follow_up = excluded.follow_up,
        value = excluded.value, comment = excluded.comment, stored_by = excluded.stored_by
      WHERE v.deleted OR excluded.last_updated > v.last_updated\
      """;

  private static final String END =
      """
      UPDATE data_value SET deleted = true, value = NULL, kind = 'D', last_updated = now(),
        changed = pg_current_xact_id(), stored_by = ?
      WHERE %s = ANY (?) AND NOT deleted\
      """;

  private final DataSource database;
  private final FeedSignal signal;

  /**
   * @param database gives connections in auto-commit
   * @param signal is raised after each commit
   */
  public DataValueMove(DataSource database, FeedSignal signal) {
    this.database = database;
    this.signal = signal;
  }

  /** By which object figures are moved. */
  public enum Part {
    ORG_UNIT("org_unit"),
    DATA_ELEMENT("data_element"),
    CATEGORY_OPTION_COMBO("category_option_combo"),
    ATTRIBUTE_OPTION_COMBO("attribute_option_combo");

    private final String column;

    Part(String column) {
      this.column = column;
    }
  }

  /**
   * Moves the figures of some objects, given by their keys, to a target, or ends them where they
   * are not to be kept.
   *
   * @param storedBy the name of the user
   */
  public void move(Part part, int[] sources, int target, boolean keep, String storedBy)
      throws SQLException {
    Integer[] keys = java.util.Arrays.stream(sources).boxed().toArray(Integer[]::new);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (keep) {
          move(connection, part, keys, target);
        }
        try (PreparedStatement end = connection.prepareStatement(END.formatted(part.column))) {
          end.setString(1, storedBy);
          end.setArray(2, connection.createArrayOf("int", keys));
          end.executeUpdate();
        }
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
    signal.raise();
  }

  private static void move(Connection connection, Part part, Integer[] keys, int target)
      throws SQLException {
    String moved = KEY.replace(part.column, "?::int");
    String others = KEY.replace(part.column + ", ", "").replace(", " + part.column, "");
    try (PreparedStatement move =
        connection.prepareStatement(MOVE.formatted(KEY, moved, others, part.column))) {
      move.setInt(1, target);
      move.setArray(2, connection.createArrayOf("int", keys));
      move.executeUpdate();
    }
  }
}
