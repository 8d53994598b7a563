package org.kituo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server as {@code ./run} starts it, on a data folder of its own. */
final class LocalServer implements AutoCloseable {
  private static final int LOOK_MILLIS = 5;

  private final Process process;
  private final URI base;
  private final double startSeconds;

  private LocalServer(Process process, URI base, double startSeconds) {
    this.process = process;
    this.base = base;
    this.startSeconds = startSeconds;
  }

  /**
   * Starts a server without the demo country, and waits for its first answer.
   *
   * @param built the folder with the built server
   * @param data its data folder
   */
  static LocalServer start(Path built, Path data) {
    try {
      Path ready = Files.createTempDirectory("ready").resolve("ready");
      Path log = data.resolveSibling(data.getFileName() + ".log");
      long began = System.nanoTime();
      Process process =
          new ProcessBuilder(command(built, data, ready))
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log.toFile()))
              .start();
      while (!Files.exists(ready)) {
        if (!process.isAlive()) {
          throw new IllegalStateException("The server did not start:\n" + Files.readString(log));
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
      URI base = URI.create(Files.readAllLines(ready).getFirst());
      ask(base);
      return new LocalServer(process, base, (System.nanoTime() - began) / 1e9);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static List<String> command(Path built, Path data, Path ready) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + built.resolve("jvm.options"));
    if (Files.exists(built.resolve("app.aot"))) {
      command.add("-XX:AOTCache=" + built.resolve("app.aot"));
    }
    command.add("-Dkituo.ready-file=" + ready);
    command.addAll(List.of("-jar", built.resolve("kituo-server.jar").toString()));
    command.addAll(List.of("--data", data.toString(), "--empty", "--port", "0"));
    return command;
  }

  private static void ask(URI base) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest ping = HttpRequest.newBuilder(URI.create(base + "/api/ping")).build();
      http.send(ping, BodyHandlers.ofString());
    }
  }

  URI base() {
    return base;
  }

  /** From the start of the process to the first answered call. */
  double startSeconds() {
    return startSeconds;
  }

  /** The resident memory of the server's process, without PostgreSQL's. */
  double residentMegabytes() {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the server in good order. */
  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted", e);
  }
}
