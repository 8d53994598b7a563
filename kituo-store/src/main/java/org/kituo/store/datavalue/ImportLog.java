package org.kituo.store.datavalue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kituo.store.datavalue.ImportedFigure.State;
import org.kituo.store.postgres.Sql;

/** The imports of figures, the latest first, and what each of them changed. */
public final class ImportLog {
  private static final int FETCH = 5_000;
  private static final String KEY =
      "org_unit, period, data_element, category_option_combo, attribute_option_combo";

  private static final String IMPORTS =
      """
      SELECT i.uid, i.created, i.created_by, i.undoes,
        (SELECT u.uid FROM value_import u WHERE u.undoes = i.uid ORDER BY u.id DESC LIMIT 1),
        (SELECT array_agg(DISTINCT p.data_set) FROM value_import_part p WHERE p.import = i.uid),
        (SELECT sum(p.written) FROM value_import_part p WHERE p.import = i.uid)
      FROM value_import i\
      """;

  /**
   * The last version of each figure that the import wrote, the version before its first one, and
   * the present one.
   */
  private static final String FIGURES =
      """
      WITH mine AS (
        SELECT v.*, p.data_set FROM value_import_part p
          JOIN data_value v ON v.changed = p.changed AND v.last_updated = p.at
          WHERE p.import = ?
        UNION ALL
        SELECT v.*, p.data_set FROM value_import_part p
          JOIN data_value_version v ON v.changed = p.changed AND v.last_updated = p.at
          WHERE p.import = ?),
      written AS (
        SELECT DISTINCT ON (%1$s) *, min(last_updated) OVER (PARTITION BY %1$s) AS first
        FROM mine ORDER BY %1$s, last_updated DESC)
      SELECT w.org_unit, w.period, w.data_element, w.category_option_combo,
        w.attribute_option_combo, w.data_set,
        b.value, b.comment, b.follow_up, coalesce(b.deleted, true),
        w.value, w.comment, w.follow_up, w.deleted,
        n.value, n.comment, n.follow_up, n.deleted, n.stored_by, n.last_updated
      FROM written w JOIN data_value n USING (%1$s)
        LEFT JOIN LATERAL (
          SELECT * FROM data_value_version v
          WHERE v.org_unit = w.org_unit AND v.period = w.period AND v.data_element = w.data_element
            AND v.category_option_combo = w.category_option_combo
            AND v.attribute_option_combo = w.attribute_option_combo AND v.last_updated < w.first
          ORDER BY v.last_updated DESC LIMIT 1) b ON true\
      """
          .formatted(KEY);

  private final DataSource database;
  private final Sql sql;

  /** Over a database. */
  public ImportLog(DataSource database) {
    this.database = database;
    this.sql = new Sql(database);
  }

  /** An import. */
  public Optional<LoggedImport> find(String uid) {
    return sql.first(IMPORTS + " WHERE i.uid = ?", ImportLog::logged, uid);
  }

  /**
   * The imports of a user, or of all, the latest first.
   *
   * @param by the name of the user; null for all
   */
  public List<LoggedImport> list(@Nullable String by, int offset, int limit) {
    return sql.query(
        IMPORTS
            + " WHERE i.created_by = coalesce(?::text, i.created_by)"
            + " ORDER BY i.id DESC OFFSET ? LIMIT ?",
        ImportLog::logged,
        by,
        offset,
        limit);
  }

  /** The number of imports of a user, or of all. */
  public long count(@Nullable String by) {
    return sql.first(
            "SELECT count(*) FROM value_import WHERE created_by = coalesce(?::text, created_by)",
            row -> row.getLong(1),
            by)
        .orElse(0L);
  }

  private static LoggedImport logged(ResultSet row) throws SQLException {
    Integer[] sets = (Integer[]) row.getArray(6).getArray();
    return new LoggedImport(
        row.getString(1),
        row.getTimestamp(2).toInstant(),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        Arrays.stream(sets).toList(),
        row.getLong(7));
  }

  /**
   * Hands over what an import changed.
   *
   * @return the state of the database that was read, for {@link ImportNote#seen}
   */
  public String figures(String uid, Consumer<ImportedFigure> figures) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (PreparedStatement now =
              connection.prepareStatement("SELECT pg_current_snapshot()::text");
          ResultSet snapshot = now.executeQuery();
          PreparedStatement select = connection.prepareStatement(FIGURES)) {
        snapshot.next();
        select.setFetchSize(FETCH);
        select.setString(1, uid);
        select.setString(2, uid);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            figures.accept(figure(row));
          }
        }
        return snapshot.getString(1);
      } finally {
        connection.rollback();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
      }
    }
  }

  private static ImportedFigure figure(ResultSet row) throws SQLException {
    return new ImportedFigure(
        new DataValueKey(row.getInt(3), row.getInt(2), row.getInt(1), row.getInt(4), row.getInt(5)),
        row.getInt(6),
        state(row, 7),
        state(row, 11),
        state(row, 15),
        row.getString(19),
        row.getTimestamp(20).toInstant());
  }

  private static State state(ResultSet row, int at) throws SQLException {
    return new State(
        row.getString(at),
        row.getString(at + 1),
        (@Nullable Boolean) row.getObject(at + 2),
        row.getBoolean(at + 3));
  }
}
