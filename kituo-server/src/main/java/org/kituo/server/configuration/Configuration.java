package org.kituo.server.configuration;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kituo.store.postgres.DatabaseAddress;

/**
 * How this server is set up.
 *
 * @param port that the server listens on; 0 for any that is free
 * @param bind the address that the server listens on
 * @param data the folder for everything that outlives the server
 * @param database an external PostgreSQL; empty for the embedded one
 * @param databaseConnections the most connections that the pool opens
 * @param empty whether a new database gets nothing but the default objects, rather than the demo
 *     country
 * @param baseUrl under which clients reach the server; empty to answer with the address that each
 *     request names
 * @param web the folder of the built web application; empty to serve the API only
 */
public record Configuration(
    int port,
    String bind,
    Path data,
    Optional<DatabaseAddress> database,
    int databaseConnections,
    boolean empty,
    Optional<URI> baseUrl,
    Optional<Path> web) {

  private static final String FILE = "kituo.conf";

  private static final Key<Integer> PORT =
      new Key<>(
          "port",
          "PORT",
          Optional.of("8080"),
          "Port to listen on; 0 for any that is free",
          Parsers.whole(0, 65535));
  private static final Key<String> BIND =
      new Key<>(
          "bind",
          "ADDRESS",
          Optional.of("127.0.0.1"),
          "Address to listen on; 0.0.0.0 for all of this machine",
          Parsers::text);
  private static final Key<Path> DATA =
      new Key<>("data", "DIR", Optional.of("data"), "Folder for database and files", Parsers::path);
  private static final Key<String> DATABASE_URL =
      new Key<>(
          "database-url",
          "URL",
          Optional.empty(),
          "External PostgreSQL 15 or later, jdbc:postgresql://host:port/name; else embedded",
          Parsers::jdbcUrl);
  private static final Key<String> DATABASE_USER =
      new Key<>(
          "database-user",
          "NAME",
          Optional.empty(),
          "User of the external database",
          Parsers::text);
  private static final Key<String> DATABASE_PASSWORD =
      new Key<>(
          "database-password",
          "TEXT",
          Optional.empty(),
          "Its password; better in KITUO_DATABASE_PASSWORD or the file than as an option",
          text -> text);
  private static final Key<Integer> DATABASE_CONNECTIONS =
      new Key<>(
          "database-connections",
          "NUMBER",
          Optional.of("16"),
          "Most connections to the database",
          Parsers.whole(2, 1000));
  private static final Key<Boolean> EMPTY =
      new Key<>(
          "empty",
          "",
          Optional.of("false"),
          "Start a new database with the default objects only, without the demo country",
          Parsers::yesOrNo);
  private static final Key<URI> BASE_URL =
      new Key<>(
          "base-url",
          "URL",
          Optional.empty(),
          "Address that clients use, where it differs from what requests say",
          Parsers::baseUrl);
  private static final Key<Path> WEB =
      new Key<>(
          "web", "DIR", Optional.empty(), "Folder of the built web application", Parsers::path);
  private static final Key<Path> CONFIG =
      new Key<>(
          "config",
          "FILE",
          Optional.empty(),
          "Configuration file; else " + FILE + " in the data folder, if there",
          Parsers::path);

  private static final List<Key<?>> KEYS =
      List.of(
          PORT,
          BIND,
          DATA,
          EMPTY,
          DATABASE_URL,
          DATABASE_USER,
          DATABASE_PASSWORD,
          DATABASE_CONNECTIONS,
          BASE_URL,
          WEB,
          CONFIG);

  /**
   * Reads the configuration.
   *
   * @param arguments of the command line
   * @param environment of which the variables that begin with {@code KITUO_} count
   * @throws ConfigurationProblems when anything is unknown, malformed or contradictory
   */
  public static Configuration read(List<String> arguments, Map<String, String> environment)
      throws ConfigurationProblems {
    Settings settings = new Settings(KEYS);
    settings.readFlags(arguments);
    settings.readEnvironment(environment);
    Optional<Path> named = settings.get(CONFIG);
    Optional<Path> usual =
        settings.get(DATA).map(data -> data.resolve(FILE)).filter(Files::isRegularFile);
    named.or(() -> usual).ifPresent(settings::readFile);
    return read(settings);
  }

  /** The lines of the help text that describe the options. */
  public static String help() {
    return KEYS.stream().map(Key::help).collect(Collectors.joining("\n"));
  }

  private static Configuration read(Settings settings) throws ConfigurationProblems {
    Optional<Integer> port = settings.get(PORT);
    Optional<String> bind = settings.get(BIND);
    Optional<Path> data = settings.get(DATA);
    Optional<DatabaseAddress> database = database(settings);
    Optional<Integer> connections = settings.get(DATABASE_CONNECTIONS);
    Optional<Boolean> empty = settings.get(EMPTY);
    Optional<URI> baseUrl = settings.get(BASE_URL);
    Optional<Path> web = settings.get(WEB);
    web.filter(folder -> !Files.isRegularFile(folder.resolve("index.html")))
        .ifPresent(folder -> settings.problem("There is no index.html in " + folder + " (web)."));
    if (!settings.problems().isEmpty()) {
      throw new ConfigurationProblems(settings.problems());
    }
    return new Configuration(
        port.orElseThrow(),
        bind.orElseThrow(),
        data.orElseThrow(),
        database,
        connections.orElseThrow(),
        empty.orElseThrow(),
        baseUrl,
        web);
  }

  private static Optional<DatabaseAddress> database(Settings settings) {
    Optional<String> url = settings.get(DATABASE_URL);
    Optional<String> user = settings.get(DATABASE_USER);
    String password = settings.get(DATABASE_PASSWORD).orElse("");
    if (!settings.has(DATABASE_URL)
        && (settings.has(DATABASE_USER) || settings.has(DATABASE_PASSWORD))) {
      settings.problem(
          DATABASE_USER.name()
              + " and "
              + DATABASE_PASSWORD.name()
              + " mean an external database, so they need "
              + DATABASE_URL.name()
              + ".");
    }
    return url.map(address ->
        new DatabaseAddress(address, user.orElse(System.getProperty("user.name")), password));
  }
}
