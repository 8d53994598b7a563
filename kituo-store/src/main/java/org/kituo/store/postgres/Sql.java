package org.kituo.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs single statements, each in its own transaction: SQL with question marks, and the values for
 * them. For what needs more, take a connection.
 */
public final class Sql {
  private final DataSource source;

  /** Statements on connections of a pool. */
  public Sql(DataSource source) {
    this.source = source;
  }

  /** Makes a value of the row at which a result stands. */
  @FunctionalInterface
  public interface RowReader<T> {
    /** Reads the row; the columns are numbered from 1. */
    T read(ResultSet row) throws SQLException;
  }

  /** Runs a statement that changes rows, and gives their number. */
  public int update(String sql, @Nullable Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The rows that a query finds. */
  public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The first row that a query finds. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values) {
    return query(sql, reader, values).stream().findFirst();
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, @Nullable Object[] values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static IllegalStateException failure(SQLException e) {
    return new IllegalStateException("The database refused a statement: " + e.getMessage(), e);
  }
}
