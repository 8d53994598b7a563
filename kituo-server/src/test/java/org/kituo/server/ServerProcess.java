package org.kituo.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kituo.store.postgres.DatabaseAddress;

/** The real server in a process of its own, which can be killed. */
public final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final String address;
  private final Path folder;

  private ServerProcess(Process process, String address, Path folder) {
    this.process = process;
    this.address = address;
    this.folder = folder;
  }

  /**
   * Starts a server without demo data.
   *
   * @param folder its data folder
   * @param database an external PostgreSQL; empty for one of the server's own
   */
  public static ServerProcess start(Path folder, Optional<DatabaseAddress> database)
      throws IOException {
    // a PostgreSQL of its own runs as somebody else where this is the superuser
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    String port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = Integer.toString(socket.getLocalPort());
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Kituo.class.getName(),
                "--empty",
                "--port",
                port,
                "--data",
                folder.toString()));
    database.ifPresent(named ->
        command.addAll(List.of("--database-url", named.url(), "--database-user", named.user())));
    ProcessBuilder builder = new ProcessBuilder(command);
    database.ifPresent(
        named -> builder.environment().put("KITUO_DATABASE_PASSWORD", named.password()));
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    return new ServerProcess(process, "http://127.0.0.1:" + port, folder);
  }

  /** The superuser's client, once the server answers. */
  public TestClient admin() throws InterruptedException {
    return TestServer.at(address, process::isAlive);
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it as {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Kills the PostgreSQL of its own in the same way, with all that it started. */
  public void killDatabase() throws IOException {
    long postmaster =
        Long.parseLong(Files.readAllLines(folder.resolve("pg/postmaster.pid")).getFirst().strip());
    ProcessHandle handle = ProcessHandle.of(postmaster).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(handle.descendants().toList());
    all.add(handle);
    all.forEach(ProcessHandle::destroyForcibly);
    handle.onExit().join();
  }

  /** Ends it in good order. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
