package org.kituo.server.period;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.kituo.server.SmallForm;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import tools.jackson.databind.JsonNode;

/** A country that counts its periods by the Ethiopian calendar, and one by that of Nepal. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CalendarTest {
  private static final TestServer server = TestServer.fresh();
  private static final TestClient admin = server.admin();
  private static final String WORKFLOW = TestClient.newUid();
  private static final String RULE = TestClient.newUid();
  private static final String PREDICTOR = TestClient.newUid();
  private static final String OUTPUT = TestClient.newUid();
  private static SmallForm form = new SmallForm("", "", "");

  @BeforeAll
  static void aCountryWithItsCalendar() {
    admin.post("/api/systemSettings/keyCalendar?value=ethiopian").expect(200);
    form = SmallForm.on(admin);
    admin
        .post(
            "/api/metadata",
            """
            {'organisationUnitLevels': [{'id': '%1$s', 'name': 'Top', 'level': 1}],
             'dataElements': [{'id': '%2$s', 'name': 'Out', 'shortName': 'Out',
                'domainType': 'AGGREGATE', 'valueType': 'NUMBER', 'aggregationType': 'SUM',
                'categoryCombo': {'id': 'bjDvmb4bfuf'}}],
             'dataApprovalLevels': [{'id': '%3$s', 'name': 'L', 'level': 1, 'orgUnitLevel': 1}],
             'dataApprovalWorkflows': [{'id': '%4$s', 'name': 'W', 'periodType': 'Monthly',
                'dataApprovalLevels': [{'id': '%3$s'}], 'categoryCombo': {'id': 'bjDvmb4bfuf'}}],
             'validationRules': [{'id': '%5$s', 'name': 'R', 'shortName': 'R',
                'operator': 'less_than', 'importance': 'HIGH', 'periodType': 'Monthly',
                'leftSide': {'expression': '#{%6$s}', 'description': 'l',
                  'missingValueStrategy': 'SKIP_IF_ANY_VALUE_MISSING'},
                'rightSide': {'expression': '50', 'description': 'r',
                  'missingValueStrategy': 'NEVER_SKIP'}}],
             'predictors': [{'id': '%7$s', 'name': 'P', 'shortName': 'P',
                'output': {'id': '%2$s'}, 'outputCombo': {'id': 'HllvX50cXC0'},
                'generator': {'expression': 'sum(#{%6$s})', 'description': 'sum',
                  'missingValueStrategy': 'SKIP_IF_ALL_VALUES_MISSING'},
                'periodType': 'Monthly', 'sequentialSampleCount': 2, 'annualSampleCount': 1,
                'organisationUnitDescendants': 'SELECTED',
                'organisationUnitLevels': [{'id': '%1$s'}]}]}\
            """
                .formatted(
                    TestClient.newUid(),
                    OUTPUT,
                    TestClient.newUid(),
                    WORKFLOW,
                    RULE,
                    form.element(),
                    PREDICTOR))
        .expect(200);
    admin
        .patch(
            "/api/dataSets/" + form.set(),
            "[{'op': 'add', 'path': '/workflow', 'value': {'id': '%s'}}]".formatted(WORKFLOW))
        .expect(200);
    for (String value : new String[] {"201412:3", "201501:5", "201502:7", "201512:70"}) {
      form.enter(admin, value.split(":")[0], value.split(":")[1]).expect(200);
    }
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static String of(String path, String period) {
    return path.formatted(form.element(), form.unit(), form.set()) + period;
  }

  @Test
  @Order(1)
  void theSystemSaysItsCalendar() {
    admin.get("/api/systemSettings/keyCalendar").has("keyCalendar", "ethiopian");
    admin.get("/api/system/info").has("calendar", "ethiopian").has("dateFormat", "yyyy-MM-dd");
    admin.post("/api/systemSettings/keyDateFormat?value=dd-MM-yyyy").expect(200);
    admin.get("/api/system/info").has("dateFormat", "dd-MM-yyyy");
    admin.post("/api/systemSettings/keyDateFormat?value=d.M.y").expect(400, "E1003");
    assertThat(admin.post("/api/systemSettings/keyCalendar?value=maya").expect(400, "E1003").body())
        .contains("iso8601, gregorian, ethiopian, coptic, islamic, julian, nepali, thai, persian");
  }

  @Test
  @Order(1)
  void periodsAreToldInTheCalendar() {
    assertThat(admin.get("/api/relativePeriods/LAST_3_MONTHS?startDate=2023-09-09").body())
        .isEqualTo("[\"201509\",\"201510\",\"201511\"]");
    admin
        .get("/api/kituo/periods?periodType=Monthly&startDate=2023-09-09&endDate=2023-09-12")
        .has("periods.0.id", "201512")
        .has("periods.0.name", "Nehasse 2015")
        .has("periods.0.startDate", "2023-08-07")
        .has("periods.0.endDate", "2023-09-11")
        .has("periods.1.id", "201601");
    admin.get("/api/kituo/periods?periodType=Lunar").expect(400);
    admin.get("/api/kituo/periods?periodType=Daily&startDate=1900-01-01").expect(400);
  }

  @Test
  @Order(1)
  void figuresAreReadAndWrittenByLocalIdentifiers() {
    admin
        .get(of("/api/dataValueSets?dataElement=%s&orgUnit=%s&period=", "201501"))
        .has("period", "201501")
        .has("dataValues.0.value", "5");
    admin
        .get(
            of(
                "/api/dataValueSets?dataElement=%s&orgUnit=%s",
                "&startDate=2022-09-11&endDate=2022-10-10"))
        .has("dataValues.0.period", "201501");
    assertThat(
            admin
                .get(
                    of(
                        "/api/dataValueSets?dataSet=%3$s&orgUnit=%2$s&format=adx+xml&period=",
                        "201501"))
                .body())
        .contains("period=\"2022-09-11/P1M\"");
    form.enter(admin, "2022-10-11/P1M", "7").expect(200).has("response.importCount.updated", 1);
    form.enter(admin, "201513", "1").expect(400);
    admin.post(of("/api/dataValues?de=%s&ou=%s&value=9&pe=", "201503")).expect(201);
    admin
        .get(of("/api/dataEntry/dataValues?ou=%2$s&ds=%3$s&pe=", "201503"))
        .has("dataValues.0.period", "201503")
        .has("dataValues.0.value", "9");
    admin
        .get(of("/api/dataEntry/dataValueContext?de=%s&ou=%s&co=HllvX50cXC0&pe=", "201503"))
        .has("history.0.period", "201412");
  }

  @Test
  @Order(1)
  void formsAreCompletedApprovedAndOpenedByLocalIdentifiers() {
    admin
        .post(
            "/api/completeDataSetRegistrations",
            "{'completeDataSetRegistrations': [{'dataSet': '%s', 'period': '201501', 'organisationUnit': '%s'}]}"
                .formatted(form.set(), form.unit()))
        .expect(200);
    admin
        .get(of("/api/completeDataSetRegistrations?orgUnit=%2$s&dataSet=%3$s&period=", "201501"))
        .has("completeDataSetRegistrations.0.period", "201501");
    String approval = "/api/dataApprovals?wf=%s&ou=%s&pe=201502".formatted(WORKFLOW, form.unit());
    admin.post(approval).expect(204);
    admin.get(approval).has("state", "APPROVED_HERE");
    form.enter(admin, "201502", "8").expect(409).has("response.conflicts.0.errorCode", "E8033");
    admin.delete(approval).expect(204);
    admin.post(of("/api/lockExceptions?ou=%2$s&ds=%3$s&pe=", "201401")).expect(201);
    admin
        .get("/api/lockExceptions")
        .has("lockExceptions.0.period.endDate", "2021-10-10T00:00:00.000");
  }

  @Test
  @Order(1)
  void rulesPredictorsAndOutliersCountInTheCalendar() {
    admin
        .get(of("/api/validation/dataSet/%3$s?ou=%2$s&pe=", "201512"))
        .has("validationRuleViolations.0.period.id", "201512");
    admin
        .post(
            "/api/dataAnalysis/validationRules",
            "{'ou': '%s', 'startDate': '2023-08-07', 'endDate': '2023-09-11'}"
                .formatted(form.unit()))
        .expect(200)
        .has("0.periodId", "201512")
        .has("0.periodDisplayName", "Nehasse 2015");
    admin
        .post("/api/predictors/%s/run?startDate=2022-11-10&endDate=2022-12-09".formatted(PREDICTOR))
        .expect(200);
    admin
        .get(
            "/api/dataValueSets?dataElement=%s&orgUnit=%s&period=201503"
                .formatted(OUTPUT, form.unit()))
        .has("dataValues.0.value", "12.0");
  }

  @Test
  @Order(2)
  void analyticsAnswerLocalPeriods() throws InterruptedException {
    String query = of("/api/analytics?dimension=dx:%s&filter=ou:%s&dimension=pe:", "");
    JsonNode year = seen(query + "2015", "91");
    assertThat(year.at("/metaData/items/2015/name").asString()).isEqualTo("2015");
    admin
        .get(query + "201501;2015Q1")
        .has("rows.0.1", "201501")
        .has("rows.0.2", "5")
        .has("rows.1.1", "2015Q1")
        .has("rows.1.2", "21")
        .has("metaData.items.201501.name", "Meskerem 2015")
        .has("metaData.items.2015Q1.name", "Meskerem - Hedar 2015");
    admin
        .get(query + "LAST_12_MONTHS&relativePeriodDate=2023-09-09&includeMetadataDetails=true")
        .has("metaData.dimensions.pe.0", "201412")
        .has("metaData.dimensions.pe.11", "201511")
        .has("metaData.items.201412.startDate", "2022-08-07T00:00:00.000")
        .has("metaData.items.201412.endDate", "2022-09-10T00:00:00.000");
    admin.get(query + "201513").expect(409, "E7611");
  }

  @Test
  @Order(3)
  void theCalendarStaysWhereFiguresWouldMove() {
    admin.post("/api/systemSettings/keyCalendar?value=nepali").expect(409);
    admin
        .post("/api/systemSettings", "{'applicationTitle':'Half','keyCalendar':'iso8601'}")
        .expect(409);
    admin.delete("/api/systemSettings/keyCalendar").expect(409);
    admin
        .get("/api/systemSettings")
        .has("keyCalendar", "ethiopian")
        .has("applicationTitle", "DHIS 2");
    admin.post("/api/systemSettings/keyCalendar?value=coptic").expect(200);
    admin
        .get(of("/api/dataValueSets?dataElement=%s&orgUnit=%s&period=", "173901"))
        .has("period", "173901")
        .has("dataValues.0.value", "5");
    admin
        .get(of("/api/analytics?dimension=dx:%s&filter=ou:%s&dimension=pe:", "173901"))
        .has("rows.0.2", "5");
  }

  @Test
  @Order(3)
  void nepalCountsItsMonths() throws InterruptedException {
    try (TestServer nepal = TestServer.fresh()) {
      TestClient nepali = nepal.admin();
      nepali.post("/api/systemSettings", "{'keyCalendar':'nepali'}").expect(200);
      SmallForm small = SmallForm.on(nepali);
      small.enter(nepali, "208104", "4").expect(200);
      small.enter(nepali, "208112", "5").expect(200);
      nepali
          .get(
              "/api/dataValueSets?dataElement=%s&orgUnit=%s&period=208104"
                  .formatted(small.element(), small.unit()))
          .has("period", "208104");
      String query =
          "/api/analytics?dimension=dx:%s&filter=ou:%s&dimension=pe:"
              .formatted(small.element(), small.unit());
      seen(nepali, query + "2081", "9");
      nepali
          .get(query + "208104;2081Q4;2081April")
          .has("rows.0.1", "208104")
          .has("rows.1.1", "2081Q4")
          .has("rows.1.2", "5")
          .has("rows.2.2", "9")
          .has("metaData.items.208104.name", "Shrawan 2081")
          .has("metaData.items.2081April.name", "Shrawan 2081 - Ashadh 2082");
      small.enter(nepali, "198001", "1").expect(400);
    }
  }

  private static JsonNode seen(String query, String value) throws InterruptedException {
    return seen(admin, query, value);
  }

  /** Figures are there a moment after they were saved. */
  private static JsonNode seen(TestClient client, String query, String value)
      throws InterruptedException {
    for (int look = 0; look < 200; look++) {
      JsonNode answer = client.get(query).expect(200).json();
      if (answer.at("/rows/0/2").asString("").equals(value)) {
        return answer;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(client.get(query).body());
  }
}
