package org.kituo.store.validation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The violations that are kept. */
public final class ViolationTable {
  private static final String UPSERT =
      """
      INSERT INTO violation (rule, period, org_unit, attribute_option_combo, left_value, right_value)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (rule, period, org_unit, attribute_option_combo) DO UPDATE SET
        left_value = excluded.left_value, right_value = excluded.right_value\
      """;

  private final DataSource database;

  /** Over a database. */
  public ViolationTable(DataSource database) {
    this.database = database;
  }

  /** All violations, the latest first. */
  public List<StoredViolation> all() throws SQLException {
    return read("true", new int[0]);
  }

  /** The violations of a rule, the latest first. */
  public List<StoredViolation> of(int rule) throws SQLException {
    return read("rule = ANY (?)", new int[] {rule});
  }

  /** Numbers that change whenever a violation comes or goes: identifiers are never used again. */
  public List<Long> version() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT coalesce(max(id), 0), count(*) FROM violation");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return List.of(row.getLong(1), row.getLong(2));
    }
  }

  private List<StoredViolation> read(String condition, int[] rules) throws SQLException {
    String sql =
        "SELECT id, created, rule, period, org_unit, attribute_option_combo, left_value,"
            + " right_value, notification_sent FROM violation WHERE %s ORDER BY id DESC"
                .formatted(condition);
    List<StoredViolation> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      if (rules.length > 0) {
        statement.setObject(1, rules);
      }
      ResultSet row = statement.executeQuery();
      while (row.next()) {
        found.add(
            new StoredViolation(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                number(row, 7),
                number(row, 8),
                row.getBoolean(9)));
      }
    }
    return found;
  }

  private static double number(ResultSet row, int column) throws SQLException {
    double number = row.getDouble(column);
    return row.wasNull() ? Double.NaN : number;
  }

  /** Keeps violations; one of the same rule and place is replaced. */
  public void write(List<StoredViolation> violations) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(UPSERT)) {
      for (StoredViolation violation : violations) {
        statement.setInt(1, violation.rule());
        statement.setInt(2, violation.period());
        statement.setInt(3, violation.orgUnit());
        statement.setInt(4, violation.attributeOptionCombo());
        set(statement, 5, violation.left());
        set(statement, 6, violation.right());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void set(PreparedStatement statement, int at, double number) throws SQLException {
    if (Double.isNaN(number)) {
      statement.setNull(at, Types.DOUBLE);
    } else {
      statement.setDouble(at, number);
    }
  }

  /** Deletes violations. */
  public void delete(List<StoredViolation> violations) throws SQLException {
    execute("DELETE FROM violation WHERE id = ANY (?)", violations);
  }

  /** Notes that people were told of violations. */
  public void markSent(List<StoredViolation> violations) throws SQLException {
    execute("UPDATE violation SET notification_sent = true WHERE id = ANY (?)", violations);
  }

  private void execute(String sql, List<StoredViolation> violations) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, violations.stream().mapToLong(StoredViolation::id).toArray());
      statement.executeUpdate();
    }
  }
}
