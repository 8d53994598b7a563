package org.kituo.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.kituo.store.folder.StartFailure;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Kituo's database, embedded or external, with all migrations applied and a pool of connections to
 * it. Connections come with auto-commit on, as JDBC has it.
 */
public final class Database implements AutoCloseable {
  /** The oldest PostgreSQL that Kituo runs on. */
  public static final int OLDEST_VERSION = 15;

  private static final String MIGRATIONS = "classpath:db/migration";
  private static final String HISTORY = "kituo_migration";

  /** The version of the newest file among the migrations. */
  static final int NEWEST_MIGRATION = 21;

  private static final int CONNECT_SECONDS = 10;

  private final DatabaseAddress address;
  private final HikariDataSource pool;
  private final boolean isNew;

  private Database(DatabaseAddress address, HikariDataSource pool, boolean isNew) {
    this.address = address;
    this.pool = pool;
    this.isNew = isNew;
  }

  /**
   * Checks the server, brings the tables up to date and opens the pool. Several nodes may do so at
   * once: migrations take a lock in the database.
   *
   * @param connections the most that are open at a time
   * @throws StartFailure when the server cannot be reached, is too old, or a migration fails
   */
  public static Database open(DatabaseAddress address, int connections) {
    PGSimpleDataSource direct = direct(address);
    boolean isNew;
    boolean isCurrent;
    try (Connection connection = direct.getConnection()) {
      requireSuitable(connection);
      isNew = !hasHistory(connection);
      isCurrent = !isNew && newestApplied(connection) >= NEWEST_MIGRATION;
    } catch (SQLException e) {
      throw new StartFailure("The database " + address + " cannot be used: " + e.getMessage(), e);
    }
    if (!isCurrent) { // Flyway needs most of a second to find that there is nothing to do
      migrate(direct, address);
    }
    return new Database(address, pool(direct, connections), isNew);
  }

  /** Where the database is. */
  public DatabaseAddress address() {
    return address;
  }

  /** The pool. Close each connection that it gives, soon. */
  public DataSource dataSource() {
    return pool;
  }

  /** Whether there were no tables of Kituo's in the database before it was opened. */
  public boolean isNew() {
    return isNew;
  }

  /**
   * A connection outside of the pool, for what keeps one for long, such as LISTEN. The caller
   * closes it.
   *
   * @throws SQLException when the server cannot be reached
   */
  public Connection dedicatedConnection() throws SQLException {
    return direct(address).getConnection();
  }

  @Override
  public void close() {
    pool.close();
  }

  private static PGSimpleDataSource direct(DatabaseAddress address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(address.url());
    } catch (IllegalArgumentException e) {
      throw new StartFailure(
          "The database address "
              + address.url()
              + " is not of the form jdbc:postgresql://host:port/name",
          e);
    }
    source.setUser(address.user());
    source.setPassword(address.password());
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    source.setApplicationName("kituo");
    source.setReWriteBatchedInserts(true);
    return source;
  }

  private static void requireSuitable(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST_VERSION) {
      throw new StartFailure(
          "The database is PostgreSQL "
              + version
              + "; Kituo needs version "
              + OLDEST_VERSION
              + " or later.");
    }
    String encoding = text(connection, "SHOW server_encoding");
    if (!encoding.equals("UTF8")) {
      throw new StartFailure(
          "The database is encoded in " + encoding + "; create it with ENCODING 'UTF8'.");
    }
  }

  private static boolean hasHistory(Connection connection) throws SQLException {
    return text(connection, "SELECT to_regclass('" + HISTORY + "') IS NOT NULL").equals("t");
  }

  private static int newestApplied(Connection connection) throws SQLException {
    return Integer.parseInt(
        text(
            connection,
            "SELECT coalesce(max(version::int), 0) FROM " + HISTORY + " WHERE success"));
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }

  private static void migrate(DataSource source, DatabaseAddress address) {
    try {
      Flyway.configure().dataSource(source).locations(MIGRATIONS).table(HISTORY).load().migrate();
    } catch (FlywayException e) {
      throw new StartFailure(
          "The tables of " + address + " cannot be brought up to date: " + e.getMessage(), e);
    }
  }

  private static HikariDataSource pool(DataSource source, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("kituo");
    config.setDataSource(source);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(Math.min(2, connections));
    config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(30));
    return new HikariDataSource(config);
  }
}
