package org.kituo.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.kituo.server.configuration.Configuration;
import org.kituo.server.configuration.ConfigurationProblems;
import org.kituo.server.folder.FolderCommand;
import org.kituo.store.folder.StartFailure;

/**
 * The program: reads its configuration, starts the server, says where it is, and stops it in good
 * order.
 */
public final class Kituo {
  /** The system property that names a file to tell a starting script of the server's readiness. */
  private static final String READY_FILE = "kituo.ready-file";

  private Kituo() {}

  /** Exits with 1 when the server cannot start, and with 2 when its configuration is wrong. */
  public static void main(String[] arguments) {
    List<String> options = List.of(arguments);
    if (options.contains("--help")) {
      say(
          """
          Kituo, an open health information system.

          ./run [options]     builds what is stale and starts the server; Ctrl-C stops it

          Each option can also be an environment variable (--port is KITUO_PORT) or a line of the
          configuration file (port = 9090). Options:
          """
              + Configuration.help()
              + "\n\n"
              + FolderCommand.help().stripTrailing());
      return;
    }
    if (FolderCommand.isMeantBy(options)) {
      System.exit(FolderCommand.run(options, System.out, System.err));
    }
    try {
      start(Configuration.read(options, System.getenv()));
    } catch (ConfigurationProblems e) {
      e.problems().forEach(System.err::println);
      System.exit(2);
    } catch (StartFailure e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void start(Configuration configuration) {
    Wiring wiring = wire(configuration);
    try {
      String local = "http://localhost:" + wiring.port();
      tellReadiness(local, wiring);
      String url = configuration.baseUrl().map(URI::toString).orElse(local);
      long age = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
      say(
          String.format(
              Locale.ROOT,
              "Ready after %.1f s: %s (a new database has the login admin / district)",
              age / 1000.0,
              url));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Who ends the program while it starts waits until it has started, so that nothing stays behind.
   */
  private static Wiring wire(Configuration configuration) {
    CompletableFuture<Optional<Wiring>> started = new CompletableFuture<>();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> started.join().ifPresent(Kituo::stop), "shutdown"));
    Optional<Wiring> wiring = Optional.empty();
    try {
      wiring = Optional.of(new Wiring(configuration, Kituo::say));
    } finally {
      started.complete(wiring);
    }
    return wiring.orElseThrow();
  }

  private static void tellReadiness(String url, Wiring wiring) throws IOException {
    String file = System.getProperty(READY_FILE);
    if (file != null) {
      Path ready = Path.of(file);
      Path partial = Path.of(file + ".new");
      Files.writeString(partial, url + "\n" + wiring.folder().path() + "\n", UTF_8);
      Files.move(partial, ready, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void stop(Wiring wiring) {
    say("Stopping");
    wiring.close();
    say("Stopped");
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
