package org.kituo.store.metadata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.SharedValues;
import org.kituo.store.metadata.MetadataCommit.Touched;

/**
 * Every state that every object ever had, with the commit that made it. It is written by triggers
 * in the transaction of each change, so that none can be missing.
 */
public final class MetadataHistory {
  private static final String STATES =
      """
      SELECT s.version, c.committed_at, c.committed_by, s.document FROM (
        SELECT version, document FROM metadata_object WHERE type = ? AND uid = ?
        UNION ALL
        SELECT version, document FROM metadata_history WHERE type = ? AND uid = ?
        UNION ALL
        SELECT until, NULL FROM metadata_history WHERE type = ? AND uid = ? AND deleted
      ) s LEFT JOIN metadata_commit c ON c.version = s.version ORDER BY s.version DESC\
      """;

  private static final String COMMITS =
      """
      SELECT version, committed_at, committed_by FROM metadata_commit
      WHERE version < ? AND (?::text IS NULL OR committed_by = ?)
        AND (?::timestamptz IS NULL OR committed_at >= ?)
      ORDER BY version DESC LIMIT ?\
      """;

  private static final String TOUCHED =
      """
      SELECT type, uid, false FROM metadata_object WHERE version = ?
      UNION
      SELECT type, uid, false FROM metadata_history WHERE version = ?
      UNION
      SELECT type, uid, true FROM metadata_history WHERE until = ? AND deleted
      ORDER BY 1, 2 LIMIT ?\
      """;

  private final DataSource database;

  /** The history in a database. */
  public MetadataHistory(DataSource database) {
    this.database = database;
  }

  /** The states of an object, the newest first; none where there never was such an object. */
  public List<ObjectState> states(ObjectType<?> type, String uid) {
    return read(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(STATES)) {
        for (int i = 1; i <= 6; i += 2) {
          statement.setString(i, type.singular());
          statement.setString(i + 1, uid);
        }
        List<ObjectState> states = new ArrayList<>();
        SharedValues shared = new SharedValues();
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            byte[] document = rows.getBytes(4);
            states.add(
                new ObjectState(
                    rows.getLong(1),
                    instant(rows.getTimestamp(2)),
                    rows.getString(3),
                    document == null ? null : MetadataTable.read(type, document, shared)));
          }
        }
        return states;
      }
    });
  }

  /**
   * Commits, the newest first.
   *
   * @param before only those with a smaller number
   * @param user the identifier of the one who made them; null for anybody
   * @param since the earliest time; null for any
   * @param limit the most commits, and of each the most objects
   */
  public List<MetadataCommit> commits(
      long before, @Nullable String user, @Nullable Instant since, int limit) {
    return read(connection -> {
      List<MetadataCommit> commits = new ArrayList<>();
      try (PreparedStatement statement = connection.prepareStatement(COMMITS)) {
        Timestamp from = since == null ? null : Timestamp.from(since);
        statement.setLong(1, before);
        statement.setString(2, user);
        statement.setString(3, user);
        statement.setTimestamp(4, from);
        statement.setTimestamp(5, from);
        statement.setInt(6, limit);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            long version = rows.getLong(1);
            commits.add(
                new MetadataCommit(
                    version,
                    rows.getTimestamp(2).toInstant(),
                    rows.getString(3),
                    touched(connection, version, limit)));
          }
        }
      }
      return commits;
    });
  }

  private static List<Touched> touched(Connection connection, long version, int limit)
      throws SQLException {
    List<Touched> touched = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(TOUCHED)) {
      statement.setLong(1, version);
      statement.setLong(2, version);
      statement.setLong(3, version);
      statement.setInt(4, limit);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (MetadataTypes.bySingular(rows.getString(1)) != null) {
            touched.add(new Touched(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
          }
        }
      }
    }
    return touched;
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  @FunctionalInterface
  private interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  private <T> T read(Reading<T> reading) {
    try (Connection connection = database.getConnection()) {
      return reading.from(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The history of metadata could not be read: " + e.getMessage(), e);
    }
  }
}
