package org.kituo.store.form;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Who may enter figures late. */
public final class LockExceptionTable {
  private final DataSource database;

  /** Over a database. */
  public LockExceptionTable(DataSource database) {
    this.database = database;
  }

  /** All exceptions, the oldest first. */
  public List<LockException> all() throws SQLException {
    return query("");
  }

  /** The exceptions of a data set. */
  public List<LockException> of(int dataSet) throws SQLException {
    return query("WHERE data_set = ?", dataSet);
  }

  /** Adds exceptions for some units; those that exist stay. */
  public void add(int dataSet, int period, int[] orgUnits) throws SQLException {
    execute(
        "INSERT INTO lock_exception (data_set, period, org_unit)"
            + " SELECT ?, ?, unnest(?::int[]) ON CONFLICT DO NOTHING",
        dataSet,
        period,
        orgUnits);
  }

  /** Takes back the exceptions of a data set and a period for some units. */
  public void remove(int dataSet, int period, int[] orgUnits) throws SQLException {
    execute(
        "DELETE FROM lock_exception WHERE data_set = ? AND period = ? AND org_unit = ANY (?)",
        dataSet,
        period,
        orgUnits);
  }

  /** Takes back the exceptions of a data set and a period for all units. */
  public void remove(int dataSet, int period) throws SQLException {
    execute("DELETE FROM lock_exception WHERE data_set = ? AND period = ?", dataSet, period);
  }

  private List<LockException> query(String where, Object... parameters) throws SQLException {
    String sql =
        "SELECT id, created, data_set, period, org_unit FROM lock_exception %s ORDER BY id"
            .formatted(where);
    List<LockException> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepared(connection, sql, parameters);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(
            new LockException(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5)));
      }
    }
    return found;
  }

  /** Takes back the exceptions that are older than so many months; gives their number. */
  public int removeOlder(int months) throws SQLException {
    return execute(
        "DELETE FROM lock_exception WHERE created < now() - make_interval(months => ?)", months);
  }

  private int execute(String sql, Object... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepared(connection, sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
