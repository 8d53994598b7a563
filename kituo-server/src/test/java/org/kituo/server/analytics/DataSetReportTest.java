package org.kituo.server.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.Answer;
import org.kituo.server.SmallForm;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Filled forms: a district that reports 4 and 5, and its facility that reports 30. */
class DataSetReportTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();
  private static final SmallForm form = SmallForm.on(admin);
  private static final String FACILITY = TestClient.newUid();

  @BeforeAll
  static void enterFigures() throws InterruptedException {
    admin
        .post(
            "/api/organisationUnits",
            "{'id': '%1$s', 'name': 'F %1$s', 'shortName': '%1$s', 'openingDate': '1990-01-01', 'parent': {'id': '%2$s'}}"
                .formatted(FACILITY, form.unit()))
        .expect(201);
    admin.post("/api/dataSets/%s/organisationUnits/%s".formatted(form.set(), FACILITY)).expect(200);
    form.enter(admin, "202001", "4").expect(200);
    form.enter(admin, "202002", "5").expect(200);
    new SmallForm(FACILITY, form.element(), form.set()).enter(admin, "202001", "30").expect(200);
    // Analytics follow figures within seconds.
    while (!report("", form.unit(), "202001;202002").body().contains("\"39\"")) {
      Thread.sleep(50);
    }
  }

  private static Answer report(String format, String unit, String periods) {
    return admin
        .get("/api/dataSetReport%s?ds=%s&ou=%s&pe=%s".formatted(format, form.set(), unit, periods))
        .expect(200);
  }

  private static List<String> row(String value) {
    return List.of("E " + form.element(), value);
  }

  @Test
  void addsUpTheUnitsBelow() {
    report("", form.unit(), "202001")
        .has("0.title", "S " + form.set() + " default")
        .has("0.subtitle", "U " + form.unit() + " January 2020")
        .has("0.headers.name", List.of("Data element", "Value"))
        .has("0.rows", List.of(row("34")));
    report("", FACILITY, "202001").has("0.rows", List.of(row("30")));
  }

  @Test
  void addsUpPeriods() {
    report("", form.unit(), "202001;202002").has("0.rows", List.of(row("39")));
    report("", form.unit(), "202001&pe=202002").has("0.rows", List.of(row("39")));
  }

  @Test
  void showsTheSelectedUnitAlone() {
    report("", form.unit(), "202001;202002&selectedUnitOnly=true").has("0.rows", List.of(row("9")));
  }

  @Test
  void leavesCellsWithoutFiguresEmpty() {
    report("", form.unit(), "201901").has("0.rows", List.of(row("")));
  }

  @Test
  void isGivenOutAsHtmlAndAsSpreadsheet() {
    assertThat(report(".html", form.unit(), "202001").body()).contains("<table", ">34<");
    Answer sheet = report(".xls", form.unit(), "202001");
    assertThat(sheet.header("Content-Disposition")).contains("report.xlsx");
    assertThat(sheet.body()).startsWith("PK");
  }

  @Test
  void refusesWhatIsMissingOrHidden() {
    String path = "/api/dataSetReport?ds=%s&ou=%s&pe=%s";
    admin.get("/api/dataSetReport?ds=" + form.set()).expect(400);
    admin.get(path.formatted("abcdefghij1", form.unit(), "202001")).expect(404);
    admin.get(path.formatted(form.set(), "abcdefghij1", "202001")).expect(409);
    admin.get(path.formatted(form.set(), form.unit(), "2020-01x")).expect(409);
    admin
        .get("/api/dataSetReport/custom?ds=%s&ou=%s&pe=202001".formatted(form.set(), form.unit()))
        .expect(409);
    server
        .userWith("F_DATAVALUE_ADD")
        .get(path.formatted(form.set(), form.unit(), "202001"))
        .expect(409, "E2012");
  }
}
