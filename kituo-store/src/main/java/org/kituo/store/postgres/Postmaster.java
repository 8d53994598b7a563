package org.kituo.store.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a cluster's {@code postmaster.pid} says. The file stays behind when a server or the machine
 * dies, so the process it names may have ended, or its number may belong to a stranger by now.
 *
 * @param pid the process that wrote the file
 * @param cluster the folder that the process serves
 */
record Postmaster(long pid, Path cluster) {
  private static final String FILE = "postmaster.pid";

  /**
   * The file's content, where there is a file; one without a number counts as a process that ended.
   */
  static Optional<Postmaster> recordedIn(Path cluster) throws IOException {
    Path file = cluster.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file, UTF_8);
    String first = lines.isEmpty() ? "" : lines.getFirst().trim();
    long pid = first.matches("\\d{1,18}") ? Long.parseLong(first) : -1;
    return Optional.of(new Postmaster(pid, cluster));
  }

  /**
   * Whether the process lives and is the PostgreSQL of this cluster, not a stranger with its
   * number.
   */
  boolean isRunning() {
    return pid > 0
        && ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .map(ProcessHandle::info)
            .filter(info -> info.command().orElse("").endsWith("postgres"))
            .flatMap(ProcessHandle.Info::commandLine)
            .filter(line -> line.contains(cluster.toString()))
            .isPresent();
  }

  /** Removes the file that a process which has ended left behind. */
  void forget() throws IOException {
    Files.deleteIfExists(cluster.resolve(FILE));
  }
}
