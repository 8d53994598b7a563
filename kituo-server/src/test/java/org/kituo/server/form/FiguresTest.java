package org.kituo.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.SmallForm;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Figures through the API: every format in and out, jobs, completion, locks, checks. */
class FiguresTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();
  private static final SmallForm form = SmallForm.on(admin);
  private static final String UNIT = form.unit();
  private static final String ELEMENT = form.element();
  private static final String SET = form.set();
  private static final String OUTPUT = TestClient.newUid();
  private static final String LOCKED = TestClient.newUid();
  private static final String WORKFLOW = TestClient.newUid();
  private static final String LEVEL = TestClient.newUid();
  private static final String RULE = TestClient.newUid();
  private static final String PREDICTOR = TestClient.newUid();

  @BeforeAll
  static void makeForms() {
    String levelOfUnits = TestClient.newUid();
    admin
        .post(
            "/api/metadata",
            """
            {'organisationUnitLevels': [{'id': '%8$s', 'name': 'Top %8$s', 'level': 1}],
             'dataElements': [
               {'id': '%3$s', 'name': 'Out %3$s', 'shortName': '%3$s',
                'domainType': 'AGGREGATE', 'valueType': 'NUMBER', 'aggregationType': 'SUM',
                'categoryCombo': {'id': 'bjDvmb4bfuf'}}],
             'dataApprovalLevels': [{'id': '%4$s', 'name': 'L %4$s', 'level': 1, 'orgUnitLevel': 1}],
             'dataApprovalWorkflows': [{'id': '%5$s', 'name': 'W %5$s', 'periodType': 'Monthly',
                'dataApprovalLevels': [{'id': '%4$s'}], 'categoryCombo': {'id': 'bjDvmb4bfuf'}}],
             'dataSets': [
               {'id': '%6$s', 'name': 'Locked %6$s', 'shortName': '%6$s', 'periodType': 'Monthly',
                'categoryCombo': {'id': 'bjDvmb4bfuf'}, 'expiryDays': 5,
                'sharing': {'public': 'rwrw----'},
                'dataSetElements': [{'dataElement': {'id': '%3$s'}}],
                'organisationUnits': [{'id': '%1$s'}]}],
             'validationRules': [{'id': '%7$s', 'name': 'R %7$s', 'shortName': '%7$s',
                'operator': 'less_than', 'importance': 'HIGH', 'periodType': 'Monthly',
                'leftSide': {'expression': '#{%2$s}', 'description': 'l',
                  'missingValueStrategy': 'SKIP_IF_ANY_VALUE_MISSING'},
                'rightSide': {'expression': '50', 'description': 'r',
                  'missingValueStrategy': 'NEVER_SKIP'}}],
             'predictors': [{'id': '%9$s', 'name': 'P %9$s', 'shortName': '%9$s',
                'output': {'id': '%3$s'}, 'outputCombo': {'id': 'HllvX50cXC0'},
                'generator': {'expression': 'avg(#{%2$s})', 'description': 'mean',
                  'missingValueStrategy': 'SKIP_IF_ALL_VALUES_MISSING'},
                'periodType': 'Monthly', 'sequentialSampleCount': 3, 'annualSampleCount': 0,
                'organisationUnitDescendants': 'SELECTED',
                'organisationUnitLevels': [{'id': '%8$s'}]}]}\
            """
                .formatted(
                    UNIT, ELEMENT, OUTPUT, LEVEL, WORKFLOW, LOCKED, RULE, levelOfUnits, PREDICTOR))
        .expect(200);
    admin
        .patch(
            "/api/dataSets/" + SET,
            "[{'op': 'add', 'path': '/workflow', 'value': {'id': '%s'}}]".formatted(WORKFLOW))
        .expect(200);
  }

  private static void enter(String period, String value) {
    form.enter(admin, period, value).expect(200);
  }

  private static String export(String path, String period) {
    return admin
        .get(path + "?dataElement=%s&period=%s&orgUnit=%s".formatted(ELEMENT, period, UNIT))
        .expect(200)
        .body();
  }

  @Test
  void readsAndWritesCsv() {
    admin
        .send(
            "POST",
            "/api/dataValueSets",
            "application/csv",
            "dataelement,period,orgunit,value,comment\n%s,201001,%s,11,\"a, \"\"b\"\"\"\n"
                .formatted(ELEMENT, UNIT))
        .expect(200)
        .has("response.importCount.updated", 1);
    assertThat(export("/api/dataValueSets.csv", "201001")).contains(",11,", "\"a, \"\"b\"\"\"");
  }

  @Test
  void readsAndWritesXml() {
    admin
        .send(
            "POST",
            "/api/dataValueSets",
            "application/xml",
            "<dataValueSet period='201002' orgUnit='%s'><dataValue dataElement='%s' value='12'/></dataValueSet>"
                .formatted(UNIT, ELEMENT))
        .expect(200);
    assertThat(export("/api/dataValueSets.xml", "201002")).contains("value=\"12\"");
  }

  @Test
  void readsAndWritesAdxByCodes() {
    admin
        .send(
            "POST",
            "/api/dataValueSets?orgUnitIdScheme=UID&dataSetIdScheme=UID",
            "application/adx+xml",
            "<adx><group orgUnit='%s' dataSet='%s' period='2010-03-01/P1M'><dataValue dataElement='C_%s' value='13'/></group></adx>"
                .formatted(UNIT, SET, ELEMENT))
        .expect(200);
    assertThat(export("/api/dataValueSets.adx+xml", "201003"))
        .contains("period=\"2010-03-01/P1M\"", "C_" + ELEMENT, "value=\"13\"");
  }

  @Test
  void documentTypesInXmlAreNotFollowed() {
    admin
        .send(
            "POST",
            "/api/dataValueSets",
            "application/xml",
            "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><dataValueSet>&x;</dataValueSet>")
        .expect(400);
  }

  @Test
  void importsLaterAsAJob() throws InterruptedException {
    Object job =
        admin
            .post(
                "/api/dataValueSets?async=true",
                "{'dataValues': [{'dataElement': '%s', 'period': '201004', 'orgUnit': '%s', 'value': '14'}]}"
                    .formatted(ELEMENT, UNIT))
            .expect(200)
            .has("response.jobType", "DATAVALUE_IMPORT")
            .value("response.id");
    while (!Boolean.TRUE.equals(
        admin
            .get("/api/system/tasks/DATAVALUE_IMPORT/" + job)
            .json()
            .path(0)
            .path("completed")
            .asBoolean(false))) {
      Thread.sleep(20);
    }
    admin
        .get("/api/system/taskSummaries/DATAVALUE_IMPORT/" + job)
        .expect(200)
        .has("status", "SUCCESS")
        .has("importCount.updated", 1);
  }

  @Test
  void aCompleteDateCompletesTheForm() {
    admin
        .post(
            "/api/dataValueSets",
            "{'dataSet': '%s', 'completeDate': '2010-06-03', 'period': '201005', 'orgUnit': '%s', 'dataValues': [{'dataElement': '%s', 'value': '5'}]}"
                .formatted(SET, UNIT, ELEMENT))
        .expect(200)
        .has("response.dataSetComplete", "2010-06-03");
    String query = "?dataSet=%s&period=201005&orgUnit=%s".formatted(SET, UNIT);
    admin
        .get("/api/completeDataSetRegistrations" + query)
        .expect(200)
        .has("completeDataSetRegistrations.0.date", "2010-06-03");
    admin
        .delete("/api/completeDataSetRegistrations?ds=%s&pe=201005&ou=%s".formatted(SET, UNIT))
        .expect(204);
    assertThat(admin.get("/api/completeDataSetRegistrations" + query).body()).isEqualTo("{}");
  }

  @Test
  void approvedFiguresCannotBeChanged() {
    enter("201006", "6");
    String query = "?wf=%s&pe=201006&ou=%s".formatted(WORKFLOW, UNIT);
    admin.get("/api/dataApprovals" + query).has("state", "UNAPPROVED_READY");
    admin.post("/api/dataApprovals" + query).expect(204);
    admin.get("/api/dataApprovals" + query).has("state", "APPROVED_HERE");
    form.enter(admin, "201006", "7").expect(409).has("response.conflicts.0.errorCode", "E8033");
    admin.delete("/api/dataApprovals" + query).expect(204);
    enter("201006", "7");
  }

  @Test
  void aLockExceptionOpensAClosedForm() {
    TestClient clerk = form.clerk(server, TestClient.newUid());
    String entry = "/api/dataValues?de=%s&pe=201501&ou=%s&value=1".formatted(OUTPUT, UNIT);
    clerk.post(entry).expect(409, "E8030");
    admin.post("/api/lockExceptions?ou=%s&pe=201501&ds=%s".formatted(UNIT, LOCKED)).expect(201);
    clerk.post(entry).expect(201);
  }

  @Test
  void findsFiguresThatBreakARule() {
    enter("201201", "70");
    admin
        .get("/api/validation/dataSet/%s?pe=201201&ou=%s".formatted(SET, UNIT))
        .expect(200)
        .has("validationRuleViolations.0.validationRule.id", RULE)
        .has("validationRuleViolations.0.leftsideValue", 70.0);
    admin
        .post(
            "/api/dataAnalysis/validationRules",
            "{'ou': '%s', 'startDate': '2012-01-01', 'endDate': '2012-01-31'}".formatted(UNIT))
        .expect(200)
        .has("0.validationRuleId", RULE)
        .has("0.operator", "<");
  }

  @Test
  void predictsFromEarlierFigures() {
    enter("201301", "10");
    enter("201302", "20");
    enter("201303", "40");
    String run = "/api/predictors/%s/run?startDate=2013-04-01&endDate=2013-04-30";
    admin.post(run.formatted(PREDICTOR)).expect(200).has("message", "Generated 1 predictions");
    admin
        .get("/api/dataValueSets?dataElement=%s&period=201304&orgUnit=%s".formatted(OUTPUT, UNIT))
        .has("dataValues.0.value", "23.33");
  }

  @Test
  void findsOutliersByAllMethods() {
    for (int month = 1; month <= 12; month++) {
      enter("2014%02d".formatted(month), month == 7 ? "45" : String.valueOf(10 + month % 2));
    }
    String query =
        "/api/outlierDetection?ds=%s&ou=%s&startDate=2014-01-01&endDate=2014-12-31&dataStartDate=2014-01-01&dataEndDate=2014-12-31&algorithm="
            .formatted(SET, UNIT);
    admin.get(query + "Z_SCORE").expect(200).has("outlierValues.0.pe", "201407");
    admin.get(query + "MOD_Z_SCORE").expect(200).has("outlierValues.0.pe", "201407");
    admin
        .post(
            "/api/dataEntry/minMaxValues",
            "{'dataElement': '%s', 'orgUnit': '%s', 'categoryOptionCombo': 'HllvX50cXC0', 'minValue': 1, 'maxValue': 20}"
                .formatted(ELEMENT, UNIT))
        .expect(200);
    admin.get(query + "MIN_MAX").expect(200).has("outlierValues.0.upperBound", 20.0);
    admin.get(query + "INVALID_NUMERIC").expect(200).has("metadata.count", 0);
  }
}
