package org.kituo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.kituo.server.configuration.Configuration;
import org.kituo.store.postgres.DatabaseAddress;
import org.kituo.store.postgres.TestPostgres;

/**
 * The real server on a real PostgreSQL, for tests of the API that read as sentences:
 *
 * <pre>{@code
 * static final TestServer server = TestServer.shared();
 * static final TestClient admin = server.admin();
 *
 * admin.post("/api/metadata", "{'constants':[...]}").expect(200).has("response.stats.created", 1);
 * server.as("guest", "secret").get("/api/me").expect(401);
 * }</pre>
 *
 * <p>The {@link #shared} server lives as long as the JVM; its tests make objects of their own and
 * never count on being alone. A test that must be alone, or breaks the server, takes a {@link
 * #fresh} one and closes it.
 */
public final class TestServer implements AutoCloseable {
  private static final String PASSWORD = "Secret-1234";
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final Path folder;
  private final Wiring wiring;
  private final HttpClient http = HttpClient.newHttpClient();

  private TestServer(DatabaseAddress database) {
    try {
      folder = Files.createTempDirectory("kituo-server-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    wiring =
        new Wiring(
            new Configuration(
                0,
                "127.0.0.1",
                folder,
                Optional.of(database),
                8,
                true,
                Optional.empty(),
                Optional.empty()),
            step -> {});
  }

  /** A server with an empty database of its own: the default objects and the user admin. */
  public static TestServer fresh() {
    return on(TestPostgres.freshAddress());
  }

  /** A server on a database that may have rows, or other servers, already. */
  public static TestServer on(DatabaseAddress database) {
    return new TestServer(database);
  }

  /** The one server of this JVM for all tests that can live with others. */
  public static TestServer shared() {
    return Shared.SERVER;
  }

  /** A client that sends Basic authentication. */
  public TestClient as(String username, String password) {
    return new TestClient(http, address(), username, password);
  }

  /** A client of the superuser that every new database has. */
  public TestClient admin() {
    return as("admin", "district");
  }

  /** A client without authentication. */
  public TestClient nobody() {
    return new TestClient(http, address());
  }

  /** A client of a new user with some authorities, in no group and without organisation units. */
  public TestClient userWith(String... authorities) {
    return user(TestClient.newUid(), authorities);
  }

  /** The same, with the identifier that the user gets. */
  public TestClient user(String uid, String... authorities) {
    String name = "user" + COUNTER.incrementAndGet();
    String role = TestClient.newUid();
    String list = Arrays.stream(authorities).collect(Collectors.joining("','", "'", "'"));
    admin()
        .post(
            "/api/metadata",
            """
            {'userRoles': [{'id': '%s', 'name': 'Role of %s', 'authorities': [%s]}],
             'users': [{'id': '%s', 'username': '%s', 'password': '%s', 'firstName': 'Some', 'surname': 'One',
               'userRoles': [{'id': '%s'}]}]}\
            """
                .formatted(
                    role, name, authorities.length == 0 ? "" : list, uid, name, PASSWORD, role))
        .expect(200);
    return as(name, PASSWORD);
  }

  /**
   * The superuser's client of a server in a process of its own, once that answers.
   *
   * @param alive whether there is still something to wait for
   */
  public static TestClient at(String address, BooleanSupplier alive) throws InterruptedException {
    TestClient nobody = new TestClient(HttpClient.newHttpClient(), address);
    while (alive.getAsBoolean()) {
      try {
        nobody.get("/api/ping").expect(200);
        return new TestClient(HttpClient.newHttpClient(), address, "admin", "district");
      } catch (UncheckedIOException e) {
        Thread.sleep(50);
      }
    }
    throw new AssertionError("The server at " + address + " ended before it answered.");
  }

  /** Where the server is, such as {@code http://127.0.0.1:1234}. */
  public String address() {
    return "http://127.0.0.1:" + wiring.port();
  }

  /** The server's parts. */
  public Wiring wiring() {
    return wiring;
  }

  @Override
  public void close() {
    http.close();
    wiring.close();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Started at its first use, stopped with the JVM. */
  private static final class Shared {
    static final TestServer SERVER = fresh();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
    }
  }
}
