package org.kituo.store.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kituo.store.folder.DataFolder;
import org.kituo.store.folder.StartFailure;

/**
 * A PostgreSQL server that belongs to one data folder and runs as a process beside this one.
 *
 * <p>The cluster is made in {@code pg.new} and renamed to {@code pg} when it is complete, so a
 * start that dies half way begins anew. The server listens on loopback at a port that was free, and
 * lets in whoever knows the random password of {@code pg.password}. It runs in a session of its
 * own: an interrupt typed at the terminal reaches Kituo only, which then stops it in good order.
 * When Kituo is killed instead, the server idles on and keeps the cluster consistent; the next
 * start finds it through {@code postmaster.pid}, stops it and starts its own, because a restart is
 * cheap (a fast stop needs no recovery) and gives certainty about version, settings and left-over
 * transactions. Two Kituo servers on one folder cannot meet here: whoever starts has the {@link
 * DataFolder}, which is locked.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String USER = "kituo";
  private static final int START_ATTEMPTS = 5;
  private static final int START_SECONDS = 900;
  private static final int STOP_SECONDS = 60;
  private static final long LOG_LIMIT = 10L << 20;

  private final PostgresBinaries binaries;
  private final Account account;
  private final Path cluster;
  private final DatabaseAddress address;

  private EmbeddedPostgres(
      PostgresBinaries binaries, Account account, Path cluster, DatabaseAddress address) {
    this.binaries = binaries;
    this.account = account;
    this.cluster = cluster;
    this.address = address;
  }

  /** Starts the server of a data folder, its programs being unpacked in the same folder. */
  public static EmbeddedPostgres start(DataFolder folder) {
    return start(folder, folder.path());
  }

  /**
   * Starts the server of a data folder; makes the cluster first where there is none.
   *
   * @param folder stays open for as long as the server runs
   * @param programs the folder in which PostgreSQL's programs are, or are to be, unpacked
   * @throws StartFailure when the server cannot run; the message says why
   */
  public static EmbeddedPostgres start(DataFolder folder, Path programs) {
    Path cluster = folder.resolve("pg");
    Account account = Account.forCluster(cluster);
    PostgresBinaries binaries = PostgresBinaries.unpackedIn(programs);
    try {
      return start(folder, cluster, account, binaries);
    } catch (IOException e) {
      throw new StartFailure("The database in " + cluster + " cannot be started: " + e, e);
    } catch (StartFailure e) {
      // Asked only now, because asking runs a program, and each start would wait for it.
      requireReach(account, folder.path());
      requireReach(account, binaries.home());
      throw e;
    }
  }

  private static EmbeddedPostgres start(
      DataFolder folder, Path cluster, Account account, PostgresBinaries binaries)
      throws IOException {
    String password = password(folder, account);
    if (!Files.exists(cluster)) {
      initialise(binaries, account, folder);
    }
    requireVersion(cluster);
    stopOrphan(binaries, account, cluster);
    configure(cluster, account);
    int port = startServer(binaries, account, cluster);
    // Over loopback there is nothing to encrypt, and asking whether it can be takes a turn each.
    String url =
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable&gssEncMode=disable";
    return new EmbeddedPostgres(
        binaries, account, cluster, new DatabaseAddress(url, USER, password));
  }

  /** The address of the server's database. */
  public DatabaseAddress address() {
    return address;
  }

  /** Ends all connections, writes everything out and stops. */
  @Override
  public void close() {
    stop(binaries, account, cluster);
  }

  private static void requireReach(Account account, Path folder) {
    if (!account.reaches(folder)) {
      throw new StartFailure(
          "PostgreSQL refuses to run as root, so it runs as '"
              + account.name()
              + "', who cannot reach "
              + folder
              + ". Choose a folder that everybody may pass through, such as --data /var/lib/kituo,"
              + " or start Kituo as an ordinary user.");
    }
  }

  private static String password(DataFolder folder, Account account) throws IOException {
    Path file = folder.resolve("pg.password");
    if (Files.exists(file)) {
      return Files.readString(file, UTF_8).trim();
    }
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().encodeToString(random);
    Path partial = folder.resolve("pg.password.new");
    Files.deleteIfExists(partial);
    Files.createFile(
        partial,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(partial, password + "\n", UTF_8);
    account.own(partial);
    Files.move(partial, file);
    return password;
  }

  private static void initialise(PostgresBinaries binaries, Account account, DataFolder folder)
      throws IOException {
    Path partial = folder.resolve("pg.new");
    Folders.delete(partial);
    Files.createDirectory(
        partial,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    account.own(partial);
    ProgramRun run =
        ProgramRun.of(
            account.command(
                List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + partial,
                    "--username=" + USER,
                    "--pwfile=" + folder.resolve("pg.password"),
                    "--auth=scram-sha-256",
                    // Iterations make guessable passwords expensive to guess. This one is random,
                    // and
                    // each of them would be paid by each new connection.
                    "--set=scram_iterations=1",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions")));
    if (!run.succeeded()) {
      throw new StartFailure("The database cannot be created in " + partial + ":\n" + run.output());
    }
    Files.writeString(
        partial.resolve("postgresql.conf"),
        "\ninclude 'kituo.conf'\n# Settings of your own go below; they win over Kituo's.\n",
        UTF_8,
        StandardOpenOption.APPEND);
    Files.move(partial, folder.resolve("pg"));
  }

  private static void requireVersion(Path cluster) throws IOException {
    String found = Files.readString(cluster.resolve("PG_VERSION"), UTF_8).trim();
    String wanted = PostgresBinaries.version().split("\\.", 2)[0];
    if (!found.equals(wanted)) {
      throw new StartFailure(
          "The database in "
              + cluster
              + " was made by PostgreSQL "
              + found
              + ", this is PostgreSQL "
              + wanted
              + ". Export it with pg_dump of the old version and import it into a new folder.");
    }
  }

  /**
   * Stops the server that an earlier, killed Kituo left running, or clears away what a dead one
   * left behind.
   */
  private static void stopOrphan(PostgresBinaries binaries, Account account, Path cluster)
      throws IOException {
    Optional<Postmaster> recorded = Postmaster.recordedIn(cluster);
    if (recorded.isEmpty()) {
      return;
    }
    if (recorded.get().isRunning()) {
      stop(binaries, account, cluster);
    } else {
      recorded.get().forget();
    }
  }

  private static void configure(Path cluster, Account account) throws IOException {
    long memory =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    Path file = cluster.resolve("kituo.conf");
    Files.writeString(file, ServerSettings.text(memory), UTF_8);
    account.own(file);
    Path log = log(cluster);
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
      Files.deleteIfExists(cluster.resolve("postgres.log.old"));
      Files.move(log, cluster.resolve("postgres.log.old"));
    }
  }

  /**
   * Starts the server and waits until it lets clients in. A port that was free may be taken a
   * moment later, and the children of a killed server need a moment to notice; both pass, so they
   * are tried again.
   */
  private static int startServer(PostgresBinaries binaries, Account account, Path cluster)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      long logBefore = Files.exists(log(cluster)) ? Files.size(log(cluster)) : 0;
      ProgramRun run =
          ProgramRun.of(
              account.command(
                  List.of(
                      binaries.program("pg_ctl"),
                      "start",
                      "--pgdata=" + cluster,
                      "--log=" + log(cluster),
                      "--options=-p " + port,
                      "--wait",
                      "--timeout=" + START_SECONDS)));
      if (run.succeeded()) {
        return port;
      }
      String reasons = logSince(cluster, logBefore);
      boolean passing =
          Stream.of("Address already in use", "pre-existing shared memory")
              .anyMatch(reasons::contains);
      if (!passing || attempt == START_ATTEMPTS) {
        throw new StartFailure(
            "PostgreSQL does not start:\n" + run.output() + "\nIts log says:\n" + reasons);
      }
      pause();
    }
  }

  private static void stop(PostgresBinaries binaries, Account account, Path cluster) {
    ProgramRun fast = ProgramRun.of(account.command(stopCommand(binaries, cluster, "fast")));
    if (!fast.succeeded() && Files.exists(cluster.resolve("postmaster.pid"))) {
      ProgramRun immediate =
          ProgramRun.of(account.command(stopCommand(binaries, cluster, "immediate")));
      if (!immediate.succeeded()) {
        throw new StartFailure(
            "PostgreSQL in " + cluster + " does not stop:\n" + immediate.output());
      }
    }
  }

  private static List<String> stopCommand(PostgresBinaries binaries, Path cluster, String mode) {
    return List.of(
        binaries.program("pg_ctl"),
        "stop",
        "--pgdata=" + cluster,
        "--mode=" + mode,
        "--wait",
        "--timeout=" + STOP_SECONDS);
  }

  private static Path log(Path cluster) {
    return cluster.resolve("postgres.log");
  }

  private static String logSince(Path cluster, long offset) throws IOException {
    if (!Files.exists(log(cluster))) {
      return "";
    }
    try (var log = Files.newInputStream(log(cluster))) {
      log.skipNBytes(offset);
      return new String(log.readNBytes(64 << 10), UTF_8);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("Interrupted while starting PostgreSQL", e);
    }
  }
}
