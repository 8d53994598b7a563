package org.kituo.analytics.engine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.kituo.store.datavalue.DataValueFeed;
import org.kituo.store.datavalue.DataValueRows;
import org.kituo.store.datavalue.DataValueWriter;
import org.kituo.store.feed.ChangeFeed;
import org.kituo.store.feed.FeedSignal;
import org.kituo.store.postgres.Database;
import org.kituo.store.postgres.DatabaseAddress;
import org.kituo.store.postgres.TestPostgres;

/** A database with figures, written and followed as the server does. */
public final class FactTable implements AutoCloseable {
  private static final int CONNECTIONS = 4;

  private final Database database;
  private final FeedSignal signal;
  private final DataValueWriter writer;
  private DataValueRows rows = new DataValueRows(16);

  /** In a new database. */
  public FactTable() {
    this(TestPostgres.freshDatabase());
  }

  private FactTable(Database database) {
    this.database = database;
    signal = new FeedSignal(database::dedicatedConnection);
    writer = new DataValueWriter(database.dataSource(), signal);
  }

  /** In a database that another process uses too. */
  public static FactTable at(DatabaseAddress address) {
    return new FactTable(Database.open(address, CONNECTIONS));
  }

  /** Where the database is. */
  public DatabaseAddress address() {
    return database.address();
  }

  /** The feed of the figures. */
  public DataValueFeed feed() {
    try (var connection = database.dataSource().getConnection()) {
      return new DataValueFeed(database.dataSource(), ChangeFeed.open(connection));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What tells of writes. */
  public FeedSignal signal() {
    return signal;
  }

  /** Adds a figure to those to be written; without a value it is deleted. */
  public FactTable with(
      int subject, int period, int unit, int coc, int aoc, @Nullable String value) {
    rows.add(subject, period, unit, coc, aoc, value, null, null, value == null);
    return this;
  }

  /** Writes what was added, in one transaction. */
  public void write() {
    try {
      writer.write(rows, null, "mary");
      rows = new DataValueRows(16);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a statement on the database. */
  public void execute(String sql) {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The number that a query gives. */
  public double number(String sql) {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getDouble(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Empties the table behind the back of the feed: for engines that start afterwards. */
  public void clear() {
    execute("TRUNCATE data_value, data_value_version");
  }

  @Override
  public void close() {
    signal.close();
    database.close();
  }
}
