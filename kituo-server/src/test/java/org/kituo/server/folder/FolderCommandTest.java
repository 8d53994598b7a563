package org.kituo.server.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Metadata as files: what is exported, changed by hand, planned and applied. */
class FolderCommandTest {
  private static final TestServer server = TestServer.fresh();
  private static final TestClient admin = server.admin();

  @TempDir Path work;
  private Path folder;
  private String out = "";

  @BeforeAll
  static void someMetadata() {
    admin
        .post(
            "/api/metadata",
            """
            {'constants': [{'id': 'Constant001', 'name': 'Pi', 'shortName': 'Pi', 'value': 3.14}],
             'dataElements': [
               {'id': 'DataElemen1', 'name': 'Cases', 'shortName': 'Cases', 'domainType': 'AGGREGATE',
                'valueType': 'INTEGER', 'aggregationType': 'SUM'}],
             'dataElementGroups': [
               {'id': 'DataElGroup', 'name': 'Malaria', 'shortName': 'Malaria', 'dataElements': [{'id': 'DataElemen1'}]}]}\
            """)
        .expect(200);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @BeforeEach
  void export() throws IOException {
    folder = work.resolve("metadata");
    Files.writeString(work.resolve("password"), "district\n", UTF_8);
    assertThat(run("export")).isZero();
  }

  private int run(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command, folder.toString()));
    arguments.addAll(
        List.of(
            "--server", server.address(), "--password-file", work.resolve("password").toString()));
    arguments.addAll(List.of(more));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(bytes, true, UTF_8);
    int status = FolderCommand.run(arguments, print, print);
    out = bytes.toString(UTF_8);
    return status;
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private void edit(String name, String from, String to) throws IOException {
    String text = Files.readString(file(name), UTF_8);
    assertThat(text).contains(from);
    Files.writeString(file(name), text.replace(from, to), UTF_8);
  }

  @Test
  void whatWasExportedIsAsTheServerIs() throws IOException {
    assertThat(run("plan", "--whole")).isZero();
    assertThat(out).isEqualTo("The server is as the folder says.\n");
    String before = Files.readString(file("dataElements/DataElemen1.json"), UTF_8);
    assertThat(before).doesNotContain("lastUpdated");
    run("export");
    assertThat(Files.readString(file("dataElements/DataElemen1.json"), UTF_8)).isEqualTo(before);
  }

  @Test
  void aChangedFileIsShownInWordsAndApplied() throws IOException {
    edit("constants/Constant001.json", "3.14", "3.1416");
    assertThat(run("plan")).isZero();
    assertThat(out)
        .isEqualTo(
            """
            ~ constant Constant001  Pi
                value: 3.14 -> 3.1416
            1 objects would change.
            """);
    admin.get("/api/constants/Constant001").has("value", 3.14);
    assertThat(run("apply")).isZero();
    admin.get("/api/constants/Constant001").has("value", 3.1416);
    edit("constants/Constant001.json", "3.1416", "3.14");
    assertThat(run("apply")).isZero();
  }

  @Test
  void aMissingFileDeletesOnlyWhereTheFolderIsTheWhole() throws IOException {
    Files.copy(file("constants/Constant001.json"), file("constants/Constant002.json"));
    edit("constants/Constant002.json", "Constant001", "Constant002");
    edit("constants/Constant002.json", "Pi", "Tau");
    assertThat(run("apply")).isZero();
    assertThat(out).startsWith("+ constant Constant002  Tau");
    Files.delete(file("constants/Constant002.json"));
    assertThat(run("apply")).isZero();
    admin.get("/api/constants/Constant002").expect(200);
    assertThat(run("apply", "--whole")).isZero();
    assertThat(out).startsWith("- constant Constant002  Tau");
    admin.get("/api/constants/Constant002").expect(404);
  }

  @Test
  void oneErrorKeepsEverythingAsItIs() throws IOException {
    edit("constants/Constant001.json", "3.14", "3.15");
    edit("dataElementGroups/DataElGroup.json", "DataElemen1", "DataElemenX");
    assertThat(run("plan")).isEqualTo(1);
    assertThat(run("apply")).isEqualTo(1);
    assertThat(out).contains("! dataElementGroup DataElGroup  E5002").contains("Nothing can be");
    admin.get("/api/constants/Constant001").has("value", 3.14);
  }

  @Test
  void everyWrongFileIsNamed() throws IOException {
    Files.writeString(file("constants/Broken.json"), "{\n  \"id\": \n", UTF_8);
    Files.writeString(file("constants/Other.json"), "{\"id\": \"Constant009\"}", UTF_8);
    Files.createDirectory(file("constans"));
    assertThat(run("plan")).isEqualTo(1);
    assertThat(out)
        .contains("Broken.json, line 3: not JSON")
        .contains("Other.json: its \"id\" is not that of its name")
        .contains("constans: there is no type of this name");
  }

  @Test
  void theCommandLineIsChecked() {
    assertThat(run("plan", "--all")).isEqualTo(2);
    assertThat(out).contains("There is no option --all");
    assertThat(run("export", "--types", "nothings")).isEqualTo(1);
    assertThat(out).contains("There is no type nothings");
  }

  @Test
  void aChangeByOthersSinceThePlanIsNoticed() {
    admin.post("/api/kituo/apply?version=1", "{'constants': []}").expect(409);
  }

  @Test
  void itNeedsTheAuthorityToImport() {
    server.userWith("F_CONSTANT_ADD").post("/api/kituo/plan", "{}").expect(403);
    server.userWith("F_METADATA_IMPORT").post("/api/kituo/plan", "{}").expect(200);
  }
}
