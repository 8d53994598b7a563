package org.kituo.store.form;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kituo.store.feed.FeedSignal;

/** Which forms are complete. Every change has its place in the change feed. */
public final class CompletionTable {
  private static final String COLUMNS =
      "data_set, period, org_unit, attribute_option_combo, completed, date, stored_by,"
          + " last_updated, last_updated_by";

  private static final String KEY_IS =
      " WHERE org_unit = ? AND period = ? AND data_set = ? AND attribute_option_combo = ?"
          + " AND NOT deleted";

  private static final String UPSERT =
      """
      INSERT INTO completion AS c (org_unit, period, data_set, attribute_option_combo, completed,
        date, stored_by, last_updated_by)
      VALUES (?, ?, ?, ?, ?, coalesce(?, now()), coalesce(?, ?), ?)
      ON CONFLICT (org_unit, period, data_set, attribute_option_combo) DO UPDATE SET
        completed = excluded.completed, deleted = false,
        date = CASE WHEN c.deleted THEN excluded.date ELSE coalesce(?, c.date) END,
        stored_by = CASE WHEN c.deleted THEN excluded.stored_by ELSE coalesce(?, c.stored_by) END,
        last_updated = now(), last_updated_by = excluded.last_updated_by,
        changed = pg_current_xact_id()\
      """;

  private static final String DELETE =
      "UPDATE completion SET deleted = true, completed = false, last_updated = now(),"
          + " last_updated_by = ?, changed = pg_current_xact_id()"
          + KEY_IS;

  private final DataSource database;
  private final FeedSignal signal;

  /**
   * Over a database.
   *
   * @param signal is raised after each commit
   */
  public CompletionTable(DataSource database, FeedSignal signal) {
    this.database = database;
    this.signal = signal;
  }

  /** What is known of a form. */
  public Optional<Completion> find(FormKey key) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT " + COLUMNS + " FROM completion" + KEY_IS)) {
      key(statement, 1, key);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(completion(row)) : Optional.empty();
      }
    }
  }

  /** Those of some forms of which something is known. */
  public Set<FormKey> known(Collection<FormKey> keys) throws SQLException {
    Set<FormKey> known = new HashSet<>();
    String sql =
        """
        SELECT data_set, period, org_unit, attribute_option_combo FROM completion
        JOIN unnest(?::int[], ?::int[], ?::int[], ?::int[])
          AS k (data_set, period, org_unit, attribute_option_combo)
          USING (data_set, period, org_unit, attribute_option_combo)
        WHERE NOT deleted\
        """;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, keys.stream().mapToInt(FormKey::dataSet).toArray());
      statement.setObject(2, keys.stream().mapToInt(FormKey::period).toArray());
      statement.setObject(3, keys.stream().mapToInt(FormKey::orgUnit).toArray());
      statement.setObject(4, keys.stream().mapToInt(FormKey::attributeOptionCombo).toArray());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          known.add(new FormKey(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)));
        }
      }
    }
    return known;
  }

  /** The completions of a query, by period and then by unit. */
  public List<Completion> read(CompletionQuery query) throws SQLException {
    List<Object> parameters = new ArrayList<>(List.of(query.dataSets(), query.orgUnits()));
    StringBuilder sql =
        new StringBuilder("SELECT " + COLUMNS + " FROM completion")
            .append(" WHERE data_set = ANY (?) AND org_unit = ANY (?) AND NOT deleted");
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
    if (query.createdSince() != null) {
      sql.append(" AND created >= ?");
      parameters.add(Timestamp.from(query.createdSince()));
    }
    sql.append(" ORDER BY period, org_unit, data_set, attribute_option_combo");
    if (query.limit() > 0) {
      sql.append(" LIMIT ?");
      parameters.add(query.limit());
    }
    List<Completion> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql.toString())) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(completion(row));
        }
      }
    }
    return found;
  }

  /** Writes completions in the place of those of the same forms, all in one transaction. */
  public void write(List<Completion> completions) throws SQLException {
    batch(
        UPSERT,
        completions,
        (statement, completion) -> {
          Timestamp date = timestamp(completion.date());
          key(statement, 1, completion.key());
          statement.setBoolean(5, completion.completed());
          statement.setTimestamp(6, date);
          statement.setString(7, completion.storedBy());
          statement.setString(8, completion.lastUpdatedBy());
          statement.setString(9, completion.lastUpdatedBy());
          statement.setTimestamp(10, date);
          statement.setString(11, completion.storedBy());
        });
  }

  /** Forgets completions, all in one transaction. */
  public void delete(Collection<FormKey> keys, String user) throws SQLException {
    batch(
        DELETE,
        keys,
        (statement, key) -> {
          statement.setString(1, user);
          key(statement, 2, key);
        });
  }

  @FunctionalInterface
  private interface Binding<T> {
    void bind(PreparedStatement statement, T row) throws SQLException;
  }

  private <T> void batch(String sql, Collection<T> rows, Binding<T> binding) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (T row : rows) {
          binding.bind(statement, row);
          statement.addBatch();
        }
        statement.executeBatch();
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

  private static void key(PreparedStatement statement, int at, FormKey key) throws SQLException {
    statement.setInt(at, key.orgUnit());
    statement.setInt(at + 1, key.period());
    statement.setInt(at + 2, key.dataSet());
    statement.setInt(at + 3, key.attributeOptionCombo());
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant time) {
    return time == null ? null : Timestamp.from(time);
  }

  private static Completion completion(ResultSet row) throws SQLException {
    return new Completion(
        new FormKey(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)),
        row.getBoolean(5),
        row.getTimestamp(6).toInstant(),
        row.getString(7),
        row.getTimestamp(8).toInstant(),
        row.getString(9));
  }
}
