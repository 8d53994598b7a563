package org.kituo.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.kituo.store.folder.DataFolder;

/**
 * Databases for tests: one real embedded server per JVM, started at the first call and removed with
 * the JVM, and in it a fresh database per call, copied from one with all migrations applied (tens
 * of milliseconds). A test class opens one and closes it:
 *
 * <pre>{@code
 * private static final Database database = TestPostgres.freshDatabase();
 *
 * @AfterAll
 * static void close() {
 *   database.close();
 * }
 * }</pre>
 */
public final class TestPostgres {
  private static final int CONNECTIONS = 5;
  private static final String TEMPLATE = "template_kituo";
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private TestPostgres() {}

  /** A new database with all tables and no rows but those of the migrations. */
  public static Database freshDatabase() {
    return Database.open(create(TEMPLATE), CONNECTIONS);
  }

  /** The address of a new database, for a server under test that opens it itself. */
  public static DatabaseAddress freshAddress() {
    return create(TEMPLATE);
  }

  /** The address of a new database without any table. */
  public static DatabaseAddress emptyAddress() {
    return create("template1");
  }

  /** A folder to keep PostgreSQL's programs in, so that not every JVM unpacks them. */
  static Path programs() {
    Path folder =
        Path.of(System.getProperty("java.io.tmpdir"))
            .resolve("kituo-test-" + System.getProperty("user.name"));
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A new folder below the machine's temporary one, which the account of PostgreSQL can pass
   * through.
   */
  public static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("kituo-test-");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DatabaseAddress create(String template) {
    String name = "test_" + COUNTER.incrementAndGet();
    execute(Shared.SERVER.address(), "CREATE DATABASE " + name + " TEMPLATE " + template);
    return named(name);
  }

  private static DatabaseAddress named(String database) {
    DatabaseAddress server = Shared.SERVER.address();
    String url = server.url().replaceFirst("/[^/]*$", "/" + database);
    return new DatabaseAddress(url, server.user(), server.password());
  }

  private static void execute(DatabaseAddress address, String statement) {
    try (Connection connection =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        var sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** The server of this JVM; the class is initialised at first use. */
  private static final class Shared {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      DataFolder folder = DataFolder.open(temporaryFolder());
      EmbeddedPostgres server = EmbeddedPostgres.start(folder, programs());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder, server)));
      execute(server.address(), "CREATE DATABASE " + TEMPLATE);
      String url = server.address().url().replaceFirst("/[^/]*$", "/" + TEMPLATE);
      Database.open(
              new DatabaseAddress(url, server.address().user(), server.address().password()), 1)
          .close();
      return server;
    }

    private static void remove(DataFolder folder, EmbeddedPostgres server) {
      server.close();
      folder.close();
      try {
        Folders.delete(folder.path());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
