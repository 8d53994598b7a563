package org.kituo.server.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.Answer;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Figures that are files. */
class FigureFileTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();
  private static final String UNIT = TestClient.newUid();
  private static final String FILE = TestClient.newUid();
  private static final String NUMBER = TestClient.newUid();

  @BeforeAll
  static void makeForm() {
    admin
        .post(
            "/api/metadata",
            """
            {'organisationUnits': [{'id': '%1$s', 'name': 'U %1$s', 'shortName': '%1$s',
               'openingDate': '1990-01-01'}],
             'dataElements': [
               {'id': '%2$s', 'name': 'E %2$s', 'shortName': '%2$s', 'domainType': 'AGGREGATE',
                'valueType': 'FILE_RESOURCE', 'aggregationType': 'NONE',
                'categoryCombo': {'id': 'bjDvmb4bfuf'}},
               {'id': '%3$s', 'name': 'E %3$s', 'shortName': '%3$s', 'domainType': 'AGGREGATE',
                'valueType': 'NUMBER', 'aggregationType': 'SUM',
                'categoryCombo': {'id': 'bjDvmb4bfuf'}}],
             'dataSets': [{'id': '%4$s', 'name': 'S %4$s', 'shortName': '%4$s',
               'periodType': 'Monthly', 'categoryCombo': {'id': 'bjDvmb4bfuf'},
               'dataSetElements': [{'dataElement': {'id': '%2$s'}}, {'dataElement': {'id': '%3$s'}}],
               'organisationUnits': [{'id': '%1$s'}]}]}\
            """
                .formatted(UNIT, FILE, NUMBER, TestClient.newUid()))
        .expect(200);
  }

  private static String cell(String element, String period) {
    return "de=%s&pe=%s&ou=%s".formatted(element, period, UNIT);
  }

  private static Answer upload(String element, String period, String name, String content) {
    return admin.send(
        "POST",
        "/api/dataValues/file?" + cell(element, period),
        "multipart/form-data; boundary=xyz",
        "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/plain\r\n\r\n%s\r\n--xyz--\r\n"
            .formatted(name, content));
  }

  @Test
  void givesBackTheFileOfAFigure() {
    Object uid =
        upload(FILE, "202001", "notes.txt", "words")
            .expect(202)
            .has("response.fileResource.assigned", true)
            .value("response.fileResource.id");
    admin.get("/api/dataValues?" + cell(FILE, "202001")).expect(200).has("0", uid);
    Answer file = admin.get("/api/dataValues/files?" + cell(FILE, "202001")).expect(200);
    assertThat(file.body()).isEqualTo("words");
    assertThat(file.header("Content-Disposition")).contains("notes.txt");
  }

  @Test
  void refusesFilesWhereNumbersStand() {
    upload(NUMBER, "202001", "notes.txt", "words").expect(409, "E2026");
    admin.get("/api/dataValues/files?" + cell(NUMBER, "202001")).expect(409);
  }

  @Test
  void refusesFilesThatMightRun() {
    upload(FILE, "202002", "notes.exe", "words").expect(409);
    admin.get("/api/dataValues/files?" + cell(FILE, "202002")).expect(404);
  }

  @Test
  void hidesFilesFromThoseWhoMayNotSeeTheFigure() {
    upload(FILE, "202003", "notes.txt", "secret").expect(202);
    server
        .userWith("F_DATAVALUE_ADD")
        .get("/api/dataValues/files?" + cell(FILE, "202003"))
        .expect(403);
  }
}
