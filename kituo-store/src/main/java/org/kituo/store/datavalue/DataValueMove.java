package org.kituo.store.datavalue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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

  private static final String MOVE_COMPLETIONS =
      """
      INSERT INTO completion AS c (created, org_unit, period, data_set, attribute_option_combo,
        completed, date, stored_by, last_updated_by)
      SELECT created, %1$s, completed, date, stored_by, last_updated_by
      FROM (
        SELECT DISTINCT ON (%2$s) * FROM completion WHERE %3$s = ANY (?) AND NOT deleted
        ORDER BY %2$s, last_updated DESC) AS moved
      ON CONFLICT (org_unit, period, data_set, attribute_option_combo) DO UPDATE SET
        last_updated = now(), changed = excluded.changed, deleted = false,
        completed = excluded.completed, date = excluded.date, stored_by = excluded.stored_by,
        last_updated_by = excluded.last_updated_by
      WHERE c.deleted\
      """;

  private static final String END_COMPLETIONS =
      """
      UPDATE completion SET deleted = true, last_updated = now(), changed = pg_current_xact_id()
      WHERE %s = ANY (?) AND NOT deleted\
      """;

  private static final List<String> COMPLETION_KEY =
      List.of("org_unit", "period", "data_set", "attribute_option_combo");

  /**
   * What is kept of figures beside them and follows no feed; of two rows that of the target stays.
   */
  private static final List<Beside> BESIDE =
      List.of(
          new Beside(
              "approval",
              List.of("workflow", "period", "org_unit", "attribute_option_combo", "level"),
              "created, created_by, last_updated, accepted_by"),
          new Beside(
              "usual_range",
              List.of("org_unit", "data_element", "category_option_combo"),
              "least, most, generated"),
          new Beside("lock_exception", List.of("data_set", "period", "org_unit"), "created"));

  private final DataSource database;
  private final FeedSignal signal;

  /**
   * A table.
   *
   * @param key the columns of its key
   * @param rest the others
   */
  private record Beside(String table, List<String> key, String rest) {}

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
   * are not to be kept; with them go the registrations of complete forms, approvals, usual ranges
   * and exceptions of locks.
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
        moveBeside(connection, part, keys, target, keep);
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

  private static void moveBeside(
      Connection connection, Part part, Integer[] keys, int target, boolean keep)
      throws SQLException {
    if (COMPLETION_KEY.contains(part.column)) {
      if (keep) {
        String move =
            MOVE_COMPLETIONS.formatted(
                moved(COMPLETION_KEY, part), others(COMPLETION_KEY, part), part.column);
        run(connection, move, target, keys);
      }
      run(connection, END_COMPLETIONS.formatted(part.column), null, keys);
    }
    for (Beside beside : BESIDE) {
      if (beside.key.contains(part.column)) {
        if (keep) {
          run(connection, moveSql(beside, part), target, keys);
        }
        run(
            connection,
            "DELETE FROM " + beside.table + " WHERE " + part.column + " = ANY (?)",
            null,
            keys);
      }
    }
  }

  private static String moveSql(Beside beside, Part part) {
    String others = others(beside.key, part);
    return "INSERT INTO %1$s (%2$s, %3$s) SELECT %4$s, %3$s FROM (SELECT DISTINCT ON (%5$s) * FROM %1$s WHERE %6$s = ANY (?) ORDER BY %5$s) AS moved ON CONFLICT DO NOTHING"
        .formatted(
            beside.table,
            String.join(", ", beside.key),
            beside.rest,
            moved(beside.key, part),
            others,
            part.column);
  }

  /** The columns of a key, with a question mark for the one that is moved. */
  private static String moved(List<String> key, Part part) {
    return String.join(", ", key.stream().map(c -> c.equals(part.column) ? "?::int" : c).toList());
  }

  private static String others(List<String> key, Part part) {
    return String.join(", ", key.stream().filter(c -> !c.equals(part.column)).toList());
  }

  private static void run(
      Connection connection, String sql, @Nullable Integer target, Integer[] keys)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      if (target != null) {
        statement.setInt(parameter++, target);
      }
      statement.setArray(parameter, connection.createArrayOf("int", keys));
      statement.executeUpdate();
    }
  }
}
