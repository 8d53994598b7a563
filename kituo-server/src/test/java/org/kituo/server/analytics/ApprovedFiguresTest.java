package org.kituo.server.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import tools.jackson.databind.JsonNode;

/**
 * Figures that wait for approval. Data are approved at facilities and then at districts; both
 * facilities of the one district report 1 and 10 for January, which is approved at facility A
 * alone, and the same for February, which the district has approved too.
 */
class ApprovedFiguresTest {
  private static final String SETTING =
      "/api/systemSettings/keyIgnoreAnalyticsApprovalYearThreshold";
  private static final TestServer server = TestServer.fresh();
  private static final TestClient admin = server.admin();
  private static final TestClient nation =
      user("NationUser1", "Country0001", "F_VIEW_EVENT_ANALYTICS");
  private static final TestClient district =
      user("DistrictUs1", "District001", "F_VIEW_EVENT_ANALYTICS");
  private static final TestClient facility =
      user("FacilityUs1", "FacilityB01", "F_VIEW_EVENT_ANALYTICS");
  private static final TestClient auditor =
      user("AuditorUsr1", "Country0001", "F_VIEW_UNAPPROVED_DATA");

  private static TestClient user(String uid, String unit, String authority) {
    if (admin.get("/api/organisationUnits/" + unit).status() == 404) {
      admin
          .post(
              "/api/metadata",
              """
              {'organisationUnits': [
                 {'id': 'Country0001', 'name': 'Country', 'shortName': 'Country', 'openingDate': '2000-01-01'},
                 {'id': 'District001', 'name': 'District', 'shortName': 'District', 'openingDate': '2000-01-01', 'parent': {'id': 'Country0001'}},
                 {'id': 'FacilityA01', 'name': 'A', 'shortName': 'A', 'openingDate': '2000-01-01', 'parent': {'id': 'District001'}},
                 {'id': 'FacilityB01', 'name': 'B', 'shortName': 'B', 'openingDate': '2000-01-01', 'parent': {'id': 'District001'}}]}\
              """)
          .expect(200);
    }
    TestClient user = server.user(uid, authority);
    admin
        .patch(
            "/api/users/" + uid,
            "[{'op': 'add', 'path': '/organisationUnits', 'value': [{'id': '%s'}]}]"
                .formatted(unit))
        .expect(200);
    return user;
  }

  @BeforeAll
  static void januaryAndFebruary() throws InterruptedException {
    admin
        .post(
            "/api/metadata",
            """
            {'dataApprovalLevels': [
               {'id': 'LevelNation', 'name': 'Nation', 'level': 1, 'orgUnitLevel': 1},
               {'id': 'LevelDistri', 'name': 'District', 'level': 2, 'orgUnitLevel': 2},
               {'id': 'LevelFacili', 'name': 'Facility', 'level': 3, 'orgUnitLevel': 3}],
             'dataApprovalWorkflows': [
               {'id': 'Workflow001', 'name': 'Workflow', 'periodType': 'Monthly', 'categoryCombo': {'id': 'bjDvmb4bfuf'},
                'dataApprovalLevels': [{'id': 'LevelNation'}, {'id': 'LevelDistri'}, {'id': 'LevelFacili'}]}],
             'dataElements': [
               {'id': 'Element0001', 'name': 'Cases', 'shortName': 'Cases', 'domainType': 'AGGREGATE', 'valueType': 'INTEGER',
                'aggregationType': 'SUM', 'categoryCombo': {'id': 'bjDvmb4bfuf'}},
               {'id': 'Element0002', 'name': 'Free', 'shortName': 'Free', 'domainType': 'AGGREGATE', 'valueType': 'INTEGER',
                'aggregationType': 'SUM', 'categoryCombo': {'id': 'bjDvmb4bfuf'}}],
             'dataSets': [
               {'id': 'DataSet0001', 'name': 'Form', 'shortName': 'Form', 'periodType': 'Monthly', 'workflow': {'id': 'Workflow001'},
                'categoryCombo': {'id': 'bjDvmb4bfuf'}, 'dataSetElements': [{'dataElement': {'id': 'Element0001'}}],
                'organisationUnits': [{'id': 'FacilityA01'}, {'id': 'FacilityB01'}]},
               {'id': 'DataSet0002', 'name': 'Free', 'shortName': 'Free', 'periodType': 'Monthly', 'categoryCombo': {'id': 'bjDvmb4bfuf'},
                'dataSetElements': [{'dataElement': {'id': 'Element0002'}}], 'organisationUnits': [{'id': 'FacilityA01'}]}],
             'validationRules': [
               {'id': 'RuleFewCase', 'name': 'Few', 'shortName': 'Few', 'operator': 'less_than', 'importance': 'LOW',
                'periodType': 'Monthly',
                'leftSide': {'expression': '#{Element0001}', 'description': 'cases', 'missingValueStrategy': 'NEVER_SKIP'},
                'rightSide': {'expression': '1', 'description': 'one', 'missingValueStrategy': 'NEVER_SKIP'}}]}\
            """)
        .expect(200);
    for (String month : List.of("202401", "202402")) {
      figure("Element0001", month, "FacilityA01", 1);
      figure("Element0001", month, "FacilityB01", 10);
    }
    figure("Element0002", "202401", "FacilityA01", 7);
    approve("202401", "FacilityA01");
    approve("202402", "FacilityA01");
    approve("202402", "FacilityB01");
    approve("202402", "District001");
    while (!cases(admin, "").equals(List.of("11", "11"))) {
      Thread.sleep(50);
    }
  }

  private static void figure(String element, String month, String unit, int value) {
    admin
        .post(
            "/api/dataValueSets",
            "{'dataValues': [{'dataElement': '%s', 'period': '%s', 'orgUnit': '%s', 'value': '%d'}]}"
                .formatted(element, month, unit, value))
        .expect(200);
  }

  private static void approve(String month, String unit) {
    admin.post("/api/dataApprovals?wf=Workflow001&pe=%s&ou=%s".formatted(month, unit)).expect(204);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  /** What a user sees of January and February. */
  private static List<String> cases(TestClient user, String more) {
    return answer(user, "dx:Element0001", more);
  }

  private static List<String> answer(TestClient user, String items, String more) {
    JsonNode rows =
        user.get(
                "/api/analytics?dimension=%s&dimension=pe:202401;202402&filter=ou:Country0001%s"
                    .formatted(items, more))
            .expect(200)
            .json("rows");
    return rows.valueStream().map(row -> row.get(row.size() - 1).stringValue()).toList();
  }

  private static void threshold(int years) {
    admin.post(SETTING + "?value=" + years).expect(200);
  }

  @Test
  void figuresThatTheLevelBelowHasNotApprovedAreHidden() {
    assertThat(cases(nation, "")).containsExactly("11", "11");
    threshold(0);
    assertThat(cases(nation, "")).containsExactly("11");
    assertThat(cases(district, "")).containsExactly("1", "11");
    assertThat(cases(facility, "")).containsExactly("10", "10");
    assertThat(cases(auditor, "")).containsExactly("11", "11");
    assertThat(cases(admin, "")).containsExactly("11", "11");
    assertThat(answer(nation, "dx:Element0002", "")).containsExactly("7");
    JsonNode raw =
        district
            .get(
                "/api/analytics/rawData?dimension=dx:Element0001&dimension=pe:202401&dimension=ou:District001")
            .expect(200)
            .json("rows");
    assertThat(raw).hasSize(1);
    threshold(1);
    assertThat(cases(nation, "")).containsExactly("11", "11");
    threshold(-1);
    assertThat(cases(nation, "")).containsExactly("11", "11");
  }

  @Test
  void aQuestionMayAskForApprovedFiguresOnly() {
    assertThat(cases(admin, "&approvalLevel=LevelFacili")).containsExactly("1", "11");
    assertThat(cases(admin, "&approvalLevel=LevelDistri")).containsExactly("11");
    assertThat(cases(admin, "&approvalLevel=LevelNation")).isEmpty();
    admin
        .get(
            "/api/analytics?dimension=dx:Element0001&filter=pe:2024&filter=ou:Country0001&approvalLevel=Nowhere0001")
        .expect(409, "E7122");
  }

  @Test
  void approvalsAreSeenAtOnce() {
    figure("Element0001", "202403", "FacilityA01", 3);
    String march =
        "/api/analytics?dimension=dx:Element0001&filter=pe:202403&filter=ou:Country0001&approvalLevel=LevelFacili";
    assertThat(admin.get(march).expect(200).json("rows")).isEmpty();
    approve("202403", "FacilityA01");
    assertThat(untilThere(march)).isEqualTo("3");
    admin.delete("/api/dataApprovals?wf=Workflow001&pe=202403&ou=FacilityA01").expect(204);
    assertThat(admin.get(march).expect(200).json("rows")).isEmpty();
  }

  private static String untilThere(String question) {
    JsonNode rows = admin.get(question).expect(200).json("rows");
    for (int i = 0; rows.isEmpty() && i < 100; i++) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      rows = admin.get(question).expect(200).json("rows");
    }
    return rows.get(0).get(1).stringValue();
  }

  @Test
  void keptViolationsAreCountedByRule() {
    assertThat(answer(admin, "dx:RuleFewCase", "")).isEmpty();
    admin
        .post(
            "/api/dataAnalysis/validationRules",
            "{'ou': 'Country0001', 'startDate': '2024-01-01', 'endDate': '2024-02-29', 'persist': true}")
        .expect(200);
    assertThat(answer(admin, "dx:RuleFewCase", "")).containsExactly("2", "2");
    admin
        .get(
            "/api/analytics?dimension=dx:RuleFewCase&filter=pe:2024Q1&dimension=ou:LEVEL-3&includeMetadataDetails=true")
        .expect(200)
        .has("metaData.items.RuleFewCase.name", "Few")
        .has("metaData.items.RuleFewCase.dimensionItemType", "VALIDATION_RULE")
        .has(
            "rows",
            List.of(
                List.of("RuleFewCase", "FacilityA01", "2"),
                List.of("RuleFewCase", "FacilityB01", "2")));
    admin.delete("/api/validationResults?vr=RuleFewCase").expect(204);
    assertThat(answer(admin, "dx:RuleFewCase", "")).isEmpty();
  }

  @Test
  void whoHasTheAnswerAlreadyLearnsThatItStillHolds() throws InterruptedException {
    String question =
        "/api/analytics?dimension=dx:Element0002&filter=pe:2023&filter=ou:Country0001";
    String tag = admin.get(question).expect(200).header("ETag");
    assertThat(admin.get(question).header("Cache-Control")).contains("no-cache", "private");
    TestClient again = admin.with("If-None-Match", tag);
    again.get(question).expect(304);
    again.get(question + "&skipMeta=true").expect(200);
    again.with("Accept", "application/xml").get(question).expect(200);
    nation.with("If-None-Match", tag).get(question).expect(200);
    figure("Element0002", "202305", "FacilityA01", 5);
    while (again.get(question).status() == 304) {
      Thread.sleep(50);
    }
    assertThat(again.get(question).expect(200).json("rows.0.1").stringValue()).isEqualTo("5");
    String approved = question + "&approvalLevel=LevelFacili";
    String before = admin.get(approved).expect(200).header("ETag");
    approve("202301", "FacilityB01");
    admin.with("If-None-Match", before).get(approved).expect(200);
  }

  @Test
  void aSettingLetsBrowsersKeepAnswers() {
    String question =
        "/api/analytics?dimension=dx:Element0002&filter=pe:2022&filter=ou:Country0001";
    admin.post("/api/systemSettings/keyCacheStrategy?value=CACHE_5_MINUTES").expect(200);
    assertThat(admin.get(question).header("Cache-Control")).isEqualTo("max-age=300, private");
    admin.delete("/api/systemSettings/keyCacheStrategy").expect(204);
    assertThat(admin.get(question).header("Cache-Control")).contains("no-cache");
  }
}
