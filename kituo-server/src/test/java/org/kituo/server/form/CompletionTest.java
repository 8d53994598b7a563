package org.kituo.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kituo.server.Answer;
import org.kituo.server.SmallForm;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Saying that forms are complete: many by a job, and not where something closes the form. */
class CompletionTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

  private static String registration(SmallForm form, String period) {
    return "{'dataSet': '%s', 'period': '%s', 'organisationUnit': '%s'}"
        .formatted(form.set(), period, form.unit());
  }

  private static Answer list(SmallForm form, String period) {
    return admin.get(
        "/api/completeDataSetRegistrations?dataSet=%s&period=%s&orgUnit=%s"
            .formatted(form.set(), period, form.unit()));
  }

  private static Answer summary(Answer started) throws InterruptedException {
    started.expect(200).has("response.jobType", "COMPLETE_DATA_SET_REGISTRATION_IMPORT");
    String path =
        String.valueOf(started.value("response.relativeNotifierEndpoint"))
            .replace("/tasks/", "/taskSummaries/");
    Answer summary = admin.get(path);
    for (int tries = 0; tries < 500 && summary.body().equals("null"); tries++) {
      Thread.sleep(20);
      summary = admin.get(path);
    }
    return summary;
  }

  @Test
  void aJobImportsAndLeavesASummary() throws InterruptedException {
    SmallForm form = SmallForm.on(admin);
    summary(
            admin.post(
                "/api/completeDataSetRegistrations?async=true",
                "{'completeDataSetRegistrations': [%s, {'dataSet': 'NoDataSet01', 'period': '202001', 'organisationUnit': '%s'}]}"
                    .formatted(registration(form, "202001"), form.unit())))
        .has("status", "WARNING")
        .has("importCount.imported", 1)
        .has("importCount.ignored", 1)
        .has("conflicts.0.object", "NoDataSet01");
    list(form, "202001").has("completeDataSetRegistrations.0.completed", true);
    summary(
            admin.send(
                "POST",
                "/api/completeDataSetRegistrations?async=true&importStrategy=DELETE",
                "application/xml",
                "<completeDataSetRegistrations xmlns='http://dhis2.org/schema/dxf/2.0'><completeDataSetRegistration dataSet='%s' period='202001' organisationUnit='%s'/></completeDataSetRegistrations>"
                    .formatted(form.set(), form.unit())))
        .has("status", "SUCCESS")
        .has("importCount.deleted", 1);
    assertThat(list(form, "202001").body()).isEqualTo("{}");
  }

  /** Changes a data set, and gives one who may fill it in but not after the time. */
  private static TestClient clerk(SmallForm form, String path, String value) {
    admin
        .patch(
            "/api/dataSets/" + form.set(),
            "[{'op': 'add', 'path': '/%s', 'value': %s}]".formatted(path, value))
        .expect(200);
    return form.clerk(server, TestClient.newUid());
  }

  private static void closed(SmallForm form, TestClient clerk, String period) {
    clerk
        .post(
            "/api/dataEntry/dataSetCompletion",
            "{'dataSet': '%s', 'period': '%s', 'orgUnit': '%s'}"
                .formatted(form.set(), period, form.unit()))
        .expect(409, "E2017");
    clerk
        .post(
            "/api/completeDataSetRegistrations",
            "{'completeDataSetRegistrations': [%s]}".formatted(registration(form, period)))
        .expect(409)
        .has("response.importCount.ignored", 1);
    clerk
        .delete(
            "/api/completeDataSetRegistrations?ds=%s&pe=%s&ou=%s"
                .formatted(form.set(), period, form.unit()))
        .expect(409, "E2017");
    form.enter(clerk, period, "3").expect(409);
    clerk
        .get(
            "/api/dataEntry/dataValues?ds=%s&pe=%s&ou=%s"
                .formatted(form.set(), period, form.unit()))
        .expect(200)
        .has("lockStatus", "LOCKED");
  }

  private static void open(SmallForm form, TestClient clerk, String period) {
    clerk
        .post(
            "/api/dataEntry/dataSetCompletion",
            "{'dataSet': '%s', 'period': '%s', 'orgUnit': '%s'}"
                .formatted(form.set(), period, form.unit()))
        .expect(200);
    form.enter(clerk, period, "3").expect(200);
  }

  private static void except(SmallForm form, String period) {
    admin
        .post("/api/lockExceptions?ou=%s&pe=%s&ds=%s".formatted(form.unit(), period, form.set()))
        .expect(201);
  }

  @Test
  void whatExpiredIsOpenedByAnException() {
    SmallForm form = SmallForm.on(admin);
    TestClient clerk = clerk(form, "expiryDays", "5");
    closed(form, clerk, "202001");
    except(form, "202001");
    open(form, clerk, "202001");
  }

  @Test
  void anExceptionDoesNotOpenTheFuture() {
    SmallForm form = SmallForm.on(admin);
    TestClient clerk = clerk(form, "openFuturePeriods", "1");
    String next = LocalDate.now().plusMonths(1).format(MONTH);
    String now = LocalDate.now().format(MONTH);
    except(form, next);
    closed(form, clerk, next);
    open(form, clerk, now);
  }

  @Test
  void anExceptionDoesNotOpenWhatNoInputPeriodNames() {
    SmallForm form = SmallForm.on(admin);
    TestClient clerk =
        clerk(
            form,
            "dataInputPeriods",
            "[{'period': {'id': '202002'}, 'openingDate': '2020-01-01', 'closingDate': '2099-01-01'}, {'period': {'id': '202003'}, 'closingDate': '2020-05-01'}]");
    except(form, "202001");
    except(form, "202003");
    closed(form, clerk, "202001");
    closed(form, clerk, "202003");
    open(form, clerk, "202002");
  }

  @Test
  void aUnitThatWasClosedCompletesNothing() {
    SmallForm form = SmallForm.on(admin);
    TestClient clerk = form.clerk(server, TestClient.newUid());
    admin
        .patch(
            "/api/organisationUnits/" + form.unit(),
            "[{'op': 'add', 'path': '/closedDate', 'value': '2020-06-15'}]")
        .expect(200);
    closed(form, clerk, "202007");
    open(form, clerk, "202006");
  }

  @ParameterizedTest
  @ValueSource(strings = {"startDate', 'value': '2020-03-10", "endDate', 'value': '2019-12-20"})
  void anAttributeOptionIsUsedInItsTimeOnly(String date) {
    SmallForm form = SmallForm.on(admin);
    String option = TestClient.newUid();
    String category = TestClient.newUid();
    String combo = TestClient.newUid();
    admin
        .post(
            "/api/metadata",
            """
            {'categoryOptions': [{'id': '%1$s', 'name': 'O %1$s', 'shortName': '%1$s',
               'sharing': {'public': 'rwrw----'}}],
             'categories': [{'id': '%2$s', 'name': 'C %2$s', 'shortName': '%2$s',
               'dataDimensionType': 'ATTRIBUTE', 'categoryOptions': [{'id': '%1$s'}]}],
             'categoryCombos': [{'id': '%3$s', 'name': 'B %3$s', 'dataDimensionType': 'ATTRIBUTE',
               'categories': [{'id': '%2$s'}]}]}\
            """
                .formatted(option, category, combo))
        .expect(200);
    TestClient clerk = clerk(form, "categoryCombo", "{'id': '%s'}".formatted(combo));
    admin
        .patch("/api/categoryOptions/" + option, "[{'op': 'add', 'path': '/%s'}]".formatted(date))
        .expect(200);
    String completion =
        "{'dataSet': '%s', 'period': '%s', 'orgUnit': '%s', 'attribute': {'combo': '%s', 'options': ['%s']}}";
    String path = "/api/dataEntry/dataSetCompletion";
    clerk
        .post(path, completion.formatted(form.set(), "202001", form.unit(), combo, option))
        .expect(409, "E2017");
    String open = date.startsWith("start") ? "202003" : "201912";
    clerk
        .post(path, completion.formatted(form.set(), open, form.unit(), combo, option))
        .expect(200);
  }

  @Test
  void whatIsApprovedIsNeitherCompletedNorMarkedNorDeleted() {
    SmallForm form = SmallForm.on(admin);
    String level = TestClient.newUid();
    String workflow = TestClient.newUid();
    int number =
        1 + admin.get("/api/dataApprovalLevels?paging=false").list("dataApprovalLevels").size();
    admin
        .post(
            "/api/metadata",
            """
            {'dataApprovalLevels': [{'id': '%1$s', 'name': 'L %1$s', 'level': %2$d, 'orgUnitLevel': 1}],
             'dataApprovalWorkflows': [{'id': '%3$s', 'name': 'W %3$s', 'periodType': 'Monthly',
               'dataApprovalLevels': [{'id': '%1$s'}], 'categoryCombo': {'id': 'bjDvmb4bfuf'}}]}\
            """
                .formatted(level, number, workflow))
        .expect(200);
    TestClient clerk = clerk(form, "workflow", "{'id': '%s'}".formatted(workflow));
    open(form, clerk, "202001");
    admin
        .post("/api/dataApprovals?wf=%s&pe=202001&ou=%s".formatted(workflow, form.unit()))
        .expect(204);
    clerk
        .post(
            "/api/dataEntry/dataSetCompletion",
            "{'dataSet': '%s', 'period': '202001', 'orgUnit': '%s', 'completed': false}"
                .formatted(form.set(), form.unit()))
        .expect(409, "E2017");
    clerk
        .delete(
            "/api/completeDataSetRegistrations?ds=%s&pe=202001&ou=%s"
                .formatted(form.set(), form.unit()))
        .expect(409, "E2017");
    clerk
        .put("/api/dataValues/followup", form.cell("202001", ", 'followup': true"))
        .expect(409, "E8033");
    clerk
        .delete("/api/dataValues?de=%s&pe=202001&ou=%s".formatted(form.element(), form.unit()))
        .expect(409, "E8033");
  }
}
