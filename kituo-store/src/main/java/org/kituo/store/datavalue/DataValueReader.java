package org.kituo.store.datavalue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads figures by key, by filter, and their history. */
public final class DataValueReader {
  private static final int FETCH = 2_000;

  private static final String COLUMNS =
      "data_element, period, org_unit, category_option_combo, attribute_option_combo, value,"
          + " comment, follow_up, deleted, stored_by, created, last_updated";

  private static final String BY_KEY =
      """
      SELECT %s FROM data_value WHERE data_element = ? AND period = ? AND org_unit = ?
        AND category_option_combo = ? AND attribute_option_combo = ?\
      """
          .formatted(COLUMNS);

  private final DataSource database;

  /**
   * @param database gives connections in auto-commit
   */
  public DataValueReader(DataSource database) {
    this.database = database;
  }

  /** Takes rows while they stream from the database. */
  @FunctionalInterface
  public interface Rows<X extends Exception> {
    void row(DataValue value) throws X;
  }

  /** Whether there is a figure of a period with at least this key. */
  public boolean anyFrom(int period) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT EXISTS (SELECT FROM data_value WHERE period >= ? AND NOT deleted)")) {
      statement.setInt(1, period);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  /** A figure, even if it is deleted. */
  public Optional<DataValue> find(DataValueKey key) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return byKey(connection, BY_KEY, key);
    }
  }

  static Optional<DataValue> forUpdate(Connection connection, DataValueKey key)
      throws SQLException {
    return byKey(connection, BY_KEY + " FOR UPDATE", key);
  }

  private static Optional<DataValue> byKey(Connection connection, String sql, DataValueKey key)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, key.dataElement());
      statement.setInt(2, key.period());
      statement.setInt(3, key.orgUnit());
      statement.setInt(4, key.categoryOptionCombo());
      statement.setInt(5, key.attributeOptionCombo());
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? Optional.of(value(result)) : Optional.empty();
      }
    }
  }

  /** Hands over the figures of a query one by one; memory does not grow with their number. */
  public <X extends Exception> void read(DataValueQuery query, Rows<X> rows)
      throws SQLException, X {
    StringBuilder sql = new StringBuilder("SELECT ").append(COLUMNS).append(" FROM data_value");
    List<Object> parameters = new ArrayList<>();
    where(query, sql, parameters);
    if (!query.order().isEmpty()) {
      sql.append(
          query.order().stream()
              .map(DataValueQuery.Order::sql)
              .collect(Collectors.joining(", ", " ORDER BY ", "")));
    }
    if (query.limit() > 0) {
      sql.append(" LIMIT ?");
      parameters.add(query.limit());
    }
    if (query.offset() > 0) {
      sql.append(" OFFSET ?");
      parameters.add(query.offset());
    }
    stream(sql.toString(), parameters, rows);
  }

  /** The figures of a query that are marked for follow-up, by unit and period. */
  public List<DataValue> marked(DataValueQuery query, int limit) throws SQLException {
    StringBuilder sql = new StringBuilder("SELECT ").append(COLUMNS).append(" FROM data_value");
    List<Object> parameters = new ArrayList<>();
    where(query, sql, parameters);
    sql.append(" AND follow_up ORDER BY org_unit, period, data_element LIMIT ?");
    parameters.add(limit);
    List<DataValue> found = new ArrayList<>();
    stream(sql.toString(), parameters, found::add);
    return found;
  }

  private static void where(DataValueQuery query, StringBuilder sql, List<Object> parameters) {
    sql.append(" WHERE org_unit = ANY (?) AND data_element = ANY (?)");
    parameters.add(query.orgUnits());
    parameters.add(query.dataElements());
    if (!query.periods().isEmpty()) {
      sql.append(
          query.periods().stream()
              .map(span -> "period BETWEEN ? AND ?")
              .collect(Collectors.joining(" OR ", " AND (", ")")));
      query
          .periods()
          .forEach(span -> {
            parameters.add(span.from());
            parameters.add(span.to());
          });
    }
    if (query.categoryOptionCombos().length > 0) {
      sql.append(" AND category_option_combo = ANY (?)");
      parameters.add(query.categoryOptionCombos());
    }
    if (query.attributeOptionCombos().length > 0) {
      sql.append(" AND attribute_option_combo = ANY (?)");
      parameters.add(query.attributeOptionCombos());
    }
    if (query.updatedSince() != null) {
      sql.append(" AND last_updated >= ?");
      parameters.add(Timestamp.from(query.updatedSince()));
    }
    if (!query.includeDeleted()) {
      sql.append(" AND NOT deleted");
    }
  }

  private <X extends Exception> void stream(String sql, List<Object> parameters, Rows<X> rows)
      throws SQLException, X {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false); // or the driver reads everything before the first row
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setFetchSize(FETCH);
        for (int i = 0; i < parameters.size(); i++) {
          statement.setObject(i + 1, parameters.get(i));
        }
        try (ResultSet result = statement.executeQuery()) {
          while (result.next()) {
            rows.row(value(result));
          }
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /**
   * The changes of value of some figures, the latest first. Changes of a comment or a mark alone
   * are kept but not told here.
   *
   * @param offset how many of the latest to leave out
   * @param limit the most to give
   */
  public List<DataValueVersion> history(HistoryFilter filter, int offset, int limit)
      throws SQLException {
    List<DataValueVersion> found = new ArrayList<>();
    String sql =
        "SELECT kind, %s FROM %s ORDER BY last_updated DESC, changed DESC, kind LIMIT ? OFFSET ?"
            .formatted(COLUMNS, versions(filter));
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      int next = bind(statement, filter);
      statement.setInt(next, limit);
      statement.setInt(next + 1, offset);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          found.add(
              new DataValueVersion(
                  DataValueVersion.Kind.of(result.getString("kind").charAt(0)), value(result)));
        }
      }
    }
    return found;
  }

  /** The number of changes that {@link #history} has to tell. */
  public long historyCount(HistoryFilter filter) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT count(*) FROM " + versions(filter))) {
      bind(statement, filter);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  /** The present and the former versions that a filter lets pass, as a table expression. */
  private static String versions(HistoryFilter filter) {
    String where =
        filter.columns().keySet().stream()
            .map(column -> " AND " + column + " = ANY (?)")
            .collect(Collectors.joining("", " WHERE kind <> 'N'", ""));
    return "(SELECT * FROM data_value%1$s UNION ALL SELECT * FROM data_value_version%1$s) v"
        .formatted(where);
  }

  private static int bind(PreparedStatement statement, HistoryFilter filter) throws SQLException {
    int at = 1;
    for (int tables = 0; tables < 2; tables++) {
      for (int[] keys : filter.columns().values()) {
        statement.setObject(at++, keys);
      }
    }
    return at;
  }

  private static DataValue value(ResultSet row) throws SQLException {
    return new DataValue(
        new DataValueKey(
            row.getInt("data_element"),
            row.getInt("period"),
            row.getInt("org_unit"),
            row.getInt("category_option_combo"),
            row.getInt("attribute_option_combo")),
        row.getString("value"),
        row.getString("comment"),
        (@Nullable Boolean) row.getObject("follow_up"),
        row.getBoolean("deleted"),
        row.getString("stored_by"),
        row.getTimestamp("created").toInstant(),
        row.getTimestamp("last_updated").toInstant());
  }
}
