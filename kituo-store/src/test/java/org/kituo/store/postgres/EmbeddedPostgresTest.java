package org.kituo.store.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kituo.store.folder.DataFolder;
import org.kituo.store.folder.StartFailure;

class EmbeddedPostgresTest {
  private final Path parent = TestPostgres.temporaryFolder();
  private final Path path = parent.resolve("data");

  @AfterEach
  void removeFolder() throws IOException {
    Folders.delete(parent);
  }

  @Test
  void keepsDataOverARestart() throws SQLException {
    withServer(address -> execute(address, "CREATE TABLE kept AS SELECT 42 AS answer"));
    withServer(address -> assertThat(query(address, "SELECT answer FROM kept")).isEqualTo("42"));
  }

  @Test
  void isDurableUtf8AndClosedToStrangers() throws SQLException {
    withServer(address -> {
      assertThat(query(address, "SHOW fsync")).isEqualTo("on");
      assertThat(query(address, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(query(address, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(query(address, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(query(address, "SELECT lower('ÉCOLE')")).isEqualTo("école");
      assertThat(query(address, "SHOW server_version")).startsWith("18.");
      assertThatThrownBy(() -> DriverManager.getConnection(address.url(), address.user(), "wrong"))
          .hasMessageContaining("password authentication failed");
    });
    assertThat(path.resolve("pg.password"))
        .satisfies(file ->
            assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(
                    PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
  }

  @Test
  void theNextStartStopsTheOrphanOfAKilledServer() throws Exception {
    Process killed = ServerInOwnJvm.start(path);
    Postmaster orphan = Postmaster.recordedIn(path.resolve("pg")).orElseThrow();
    killed.destroyForcibly().waitFor();
    assertThat(orphan.isRunning()).isTrue();

    withServer(address -> {
      assertThat(query(address, "SELECT 1")).isEqualTo("1");
      assertThat(orphan.isRunning()).isFalse();
      assertThat(Postmaster.recordedIn(path.resolve("pg")).orElseThrow().pid())
          .isNotEqualTo(orphan.pid());
    });
  }

  @Test
  void recoversWhatWasCommittedWhenTheDatabaseIsKilledToo() throws Exception {
    try (DataFolder folder = DataFolder.open(path)) {
      EmbeddedPostgres server = EmbeddedPostgres.start(folder, TestPostgres.programs());
      execute(server.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
      Postmaster postmaster = Postmaster.recordedIn(path.resolve("pg")).orElseThrow();
      ProcessHandle process = ProcessHandle.of(postmaster.pid()).orElseThrow();
      process.destroyForcibly();
      process.onExit().join();
    }
    withServer(address -> assertThat(query(address, "SELECT answer FROM kept")).isEqualTo("42"));
  }

  @Test
  void aStalePidFileThatNamesAStrangerIsNoObstacle() throws Exception {
    withServer(address -> execute(address, "CREATE TABLE kept AS SELECT 42 AS answer"));
    Path cluster = path.resolve("pg");
    Files.writeString(
        cluster.resolve("postmaster.pid"),
        ProcessHandle.current().pid() + "\n" + cluster + "\n1700000000\n5432\n",
        UTF_8);
    withServer(address -> assertThat(query(address, "SELECT answer FROM kept")).isEqualTo("42"));
  }

  @Test
  void aHalfMadeClusterIsMadeAnew() throws Exception {
    Files.createDirectories(path.resolve("pg.new").resolve("base"));
    withServer(address -> assertThat(query(address, "SELECT 1")).isEqualTo("1"));
    assertThat(path.resolve("pg.new")).doesNotExist();
  }

  @Test
  void aClusterOfAnotherVersionIsRefused() throws Exception {
    withServer(address -> {});
    Files.writeString(path.resolve("pg").resolve("PG_VERSION"), "12\n");
    assertThatThrownBy(() -> withServer(address -> {}))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("made by PostgreSQL 12");
  }

  @Test
  void stopsWithItsProcessThatEndsInGoodOrder() throws Exception {
    Process ending = ServerInOwnJvm.start(path);
    Postmaster postmaster = Postmaster.recordedIn(path.resolve("pg")).orElseThrow();
    ending.getOutputStream().close();
    assertThat(ending.waitFor()).isZero();
    assertThat(postmaster.isRunning()).isFalse();
    assertThat(Postmaster.recordedIn(path.resolve("pg"))).isEmpty();
  }

  private interface Use {
    void of(DatabaseAddress address) throws Exception;
  }

  private void withServer(Use use) throws SQLException {
    try (DataFolder folder = DataFolder.open(path);
        EmbeddedPostgres server = EmbeddedPostgres.start(folder, TestPostgres.programs())) {
      use.of(server.address());
    } catch (SQLException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(DatabaseAddress address, String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static String query(DatabaseAddress address, String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        var sql = connection.createStatement();
        var result = sql.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
