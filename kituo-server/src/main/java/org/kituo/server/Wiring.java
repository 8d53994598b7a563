package org.kituo.server;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.kituo.server.configuration.Configuration;
import org.kituo.store.folder.DataFolder;
import org.kituo.store.postgres.Database;
import org.kituo.store.postgres.DatabaseAddress;
import org.kituo.store.postgres.EmbeddedPostgres;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A running server and all its parts: the one place where they are made and given to each other.
 * Parts are closed in the opposite order of their making, also when a later one fails to start.
 */
public final class Wiring implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final DataFolder folder;
  private final Database database;
  private final HttpServer http;

  /**
   * Starts everything.
   *
   * @param progress gets a line before each step that may take a while
   * @throws org.kituo.store.folder.StartFailure when something is in the way that the operator can
   *     remove
   */
  public Wiring(Configuration configuration, Consumer<String> progress) {
    try {
      folder = opened(DataFolder.open(configuration.data()));
      database = opened(openDatabase(configuration, progress));
      DemoRequest.update(folder, database.isNew(), configuration.empty());
      http =
          opened(
              HttpServer.start(
                  new InetSocketAddress(configuration.bind(), configuration.port()), routes()));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The data folder. */
  public DataFolder folder() {
    return folder;
  }

  /** The database. */
  public Database database() {
    return database;
  }

  /** The port that the server answers on. */
  public int port() {
    return http.port();
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        System.getLogger("kituo").log(System.Logger.Level.ERROR, "Stopping " + part, e);
      }
    }
  }

  private RouterFunction<ServerResponse> routes() {
    return route(
        GET("/api/ping"),
        request -> ServerResponse.ok().contentType(MediaType.TEXT_PLAIN).body("pong"));
  }

  private Database openDatabase(Configuration configuration, Consumer<String> progress) {
    Optional<DatabaseAddress> external = configuration.database();
    progress.accept(
        external
            .map(address -> "Opening the database " + address)
            .orElse("Starting PostgreSQL in " + folder.path()));
    DatabaseAddress address =
        external.orElseGet(() -> opened(EmbeddedPostgres.start(folder)).address());
    return Database.open(address, configuration.databaseConnections());
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }
}
