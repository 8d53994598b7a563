package org.kituo.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kituo.server.configuration.Configuration;
import org.kituo.store.folder.DataFolder;
import org.kituo.store.folder.StartFailure;
import org.kituo.store.postgres.DatabaseAddress;
import org.kituo.store.postgres.TestPostgres;
import org.springframework.util.FileSystemUtils;

class KituoTest {
  @TempDir Path data;

  @Test
  void answersAndStops() throws Exception {
    List<String> progress = new ArrayList<>();
    int port;
    try (Wiring server = new Wiring(configuration(0), progress::add);
        HttpClient client = HttpClient.newHttpClient()) {
      port = server.port();
      HttpRequest ping =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/ping")).build();
      HttpResponse<String> answer = client.send(ping, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("pong");
    }
    assertThat(progress.getFirst()).startsWith("Opening the database jdbc:");
    new ServerSocket(port).close();
    DataFolder.open(data).close();
  }

  @Test
  void aSecondServerOnTheFolderIsRefused() {
    try (Wiring first = new Wiring(configuration(0), line -> {})) {
      assertThat(first.folder().path()).isEqualTo(data);
      assertThatThrownBy(() -> new Wiring(configuration(0), line -> {}))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("in use by another Kituo server");
    }
  }

  @Test
  void aTakenPortLeavesNothingBehind() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThatThrownBy(() -> new Wiring(configuration(taken.getLocalPort()), line -> {}))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " is taken");
    }
    DataFolder.open(data).close();
  }

  @Test
  void asksForTheDemoCountryOnceAndNotWhenEmpty() {
    Path note = data.resolve("demo.pending");
    DatabaseAddress address = TestPostgres.emptyAddress();
    new Wiring(configuration(0, address, false), line -> {}).close();
    assertThat(note).exists();
    new Wiring(configuration(0, address, true), line -> {}).close();
    assertThat(note).doesNotExist();
    new Wiring(configuration(0, address, false), line -> {}).close();
    assertThat(note).doesNotExist();
  }

  @Test
  void explainsItselfAndWrongOptions() throws Exception {
    assertThat(run(0, "--help")).contains("--port PORT", "--database-url URL");
    assertThat(run(2, "--prot", "80", "--empty=perhaps"))
        .contains("There is no option --prot", "--empty must be true or false");
  }

  @Test
  void endedWhileItStartsItLeavesNoPostgresBehind() throws Exception {
    Path folder = TestPostgres.temporaryFolder();
    Process process = started("--data", folder.toString(), "--empty", "--port", "0");
    try (BufferedReader output = process.inputReader(UTF_8)) {
      assertThat(output.readLine()).startsWith("Starting PostgreSQL");
      process.toHandle().destroy(); // Process.destroy would close the output
      assertThat(output.readAllAsString()).contains("Stopped");
    }
    process.waitFor();
    assertThat(folder.resolve("pg").resolve("PG_VERSION")).exists();
    assertThat(folder.resolve("pg").resolve("postmaster.pid")).doesNotExist();
    FileSystemUtils.deleteRecursively(folder);
  }

  private Configuration configuration(int port) {
    return configuration(port, TestPostgres.freshAddress(), true);
  }

  private Configuration configuration(int port, DatabaseAddress address, boolean empty) {
    return new Configuration(
        port,
        "127.0.0.1",
        data,
        Optional.of(address),
        4,
        empty,
        Optional.empty(),
        Optional.empty());
  }

  private static String run(int exitCode, String... options) throws Exception {
    Process process = started(options);
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isEqualTo(exitCode);
    return output;
  }

  private static Process started(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Kituo.class.getName()));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
