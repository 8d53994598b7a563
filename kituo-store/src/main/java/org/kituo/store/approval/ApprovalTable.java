package org.kituo.store.approval;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.kituo.store.approval.ApprovalChange.Action;

/** The approvals of data. */
public final class ApprovalTable {
  private static final String KEY = "workflow, period, org_unit, attribute_option_combo, level";

  private static final String KEY_IS =
      " WHERE workflow = ? AND period = ? AND org_unit = ? AND attribute_option_combo = ?"
          + " AND level = ?";

  private final DataSource database;

  /** Over a database. */
  public ApprovalTable(DataSource database) {
    this.database = database;
  }

  /** The approvals of a workflow for some periods. */
  public List<Approval> of(int workflow, int[] periods) throws SQLException {
    String sql =
        "SELECT %s, created, created_by, last_updated, accepted_by FROM approval WHERE workflow = ?"
                .formatted(KEY)
            + " AND period = ANY (?)";
    List<Approval> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, workflow);
      statement.setObject(2, periods);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new Approval(
                  key(row),
                  row.getTimestamp("created").toInstant(),
                  row.getString("created_by"),
                  row.getTimestamp("last_updated").toInstant(),
                  row.getString("accepted_by")));
        }
      }
    }
    return found;
  }

  /** A number that grows whenever something is done. */
  public long version() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT coalesce(max(id), 0) FROM approval_change");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** What was done, the earliest first. */
  public List<ApprovalChange> changes() throws SQLException {
    List<ApprovalChange> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT created, created_by, action, "
                    + KEY
                    + " FROM approval_change ORDER BY id");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(
            new ApprovalChange(
                row.getTimestamp("created").toInstant(),
                row.getString("created_by"),
                Action.valueOf(row.getString("action")),
                key(row)));
      }
    }
    return found;
  }

  private static Approval.Key key(ResultSet row) throws SQLException {
    return new Approval.Key(
        row.getInt("workflow"),
        row.getInt("period"),
        row.getInt("org_unit"),
        row.getInt("attribute_option_combo"),
        row.getInt("level"));
  }

  /** Does the same to several approvals, in one transaction, and notes it. */
  public void write(Action action, List<Approval.Key> keys, String user) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        for (Approval.Key key : keys) {
          change(connection, action, key, user);
          note(connection, action, key, user);
        }
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static void change(Connection connection, Action action, Approval.Key key, String user)
      throws SQLException {
    String sql =
        switch (action) {
          case APPROVE ->
              "INSERT INTO approval (%s, created_by) VALUES (?, ?, ?, ?, ?, ?)".formatted(KEY)
                  + " ON CONFLICT DO NOTHING";
          case UNAPPROVE -> "DELETE FROM approval" + KEY_IS;
          case ACCEPT -> "UPDATE approval SET accepted_by = ?, last_updated = now()" + KEY_IS;
          case UNACCEPT -> "UPDATE approval SET accepted_by = NULL, last_updated = now()" + KEY_IS;
        };
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int at = 1;
      if (action == Action.ACCEPT) {
        statement.setString(at++, user);
      }
      at = bind(statement, at, key);
      if (action == Action.APPROVE) {
        statement.setString(at, user);
      }
      statement.executeUpdate();
    }
  }

  private static void note(Connection connection, Action action, Approval.Key key, String user)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO approval_change (%s, action, created_by) VALUES (?, ?, ?, ?, ?, ?, ?)"
                .formatted(KEY))) {
      int at = bind(statement, 1, key);
      statement.setString(at, action.name());
      statement.setString(at + 1, user);
      statement.executeUpdate();
    }
  }

  private static int bind(PreparedStatement statement, int at, Approval.Key key)
      throws SQLException {
    statement.setInt(at, key.workflow());
    statement.setInt(at + 1, key.period());
    statement.setInt(at + 2, key.orgUnit());
    statement.setInt(at + 3, key.attributeOptionCombo());
    statement.setInt(at + 4, key.level());
    return at + 5;
  }
}
