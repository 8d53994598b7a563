package org.kituo.store.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import org.kituo.store.folder.DataFolder;

/** A program that starts an embedded server and waits, to be killed by a test. */
final class ServerInOwnJvm {
  private ServerInOwnJvm() {}

  /** Prints {@code ready} when the server runs; ends in good order when its input ends. */
  public static void main(String[] args) throws IOException {
    try (DataFolder folder = DataFolder.open(Path.of(args[0]));
        EmbeddedPostgres server = EmbeddedPostgres.start(folder, Path.of(args[1]))) {
      System.out.println("ready " + server.address().url());
      int end = System.in.read();
      System.out.println("stopping " + end);
    }
  }

  /** Starts the program and waits until its server runs. */
  static Process start(Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    ServerInOwnJvm.class.getName(),
                    folder.toString(),
                    TestPostgres.programs().toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String line = output.readLine();
    if (line == null || !line.startsWith("ready")) {
      throw new IllegalStateException("The server did not start: " + line);
    }
    return process;
  }
}
