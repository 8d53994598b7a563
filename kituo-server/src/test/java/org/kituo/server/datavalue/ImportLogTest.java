package org.kituo.server.datavalue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** The log of imports, and who may undo what. */
class ImportLogTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();
  private static final String UNIT = TestClient.newUid();
  private static final String ELEMENT = TestClient.newUid();
  private static final String SET = TestClient.newUid();
  private static TestClient clerk = admin;

  @BeforeAll
  static void makeForm() {
    String role = TestClient.newUid();
    String user = TestClient.newUid();
    admin
        .post(
            "/api/metadata",
            """
            {'organisationUnits': [{'id': '%1$s', 'name': 'U %1$s', 'shortName': '%1$s',
               'openingDate': '1990-01-01'}],
             'dataElements': [{'id': '%2$s', 'name': 'E %2$s', 'shortName': '%2$s',
               'domainType': 'AGGREGATE', 'valueType': 'INTEGER', 'aggregationType': 'SUM',
               'categoryCombo': {'id': 'bjDvmb4bfuf'}}],
             'dataSets': [{'id': '%3$s', 'name': 'S %3$s', 'shortName': '%3$s',
               'periodType': 'Monthly', 'categoryCombo': {'id': 'bjDvmb4bfuf'},
               'sharing': {'public': 'rwrw----'},
               'dataSetElements': [{'dataElement': {'id': '%2$s'}}],
               'organisationUnits': [{'id': '%1$s'}]}],
             'userRoles': [{'id': '%4$s', 'name': 'R %4$s', 'authorities': ['F_DATAVALUE_ADD']}],
             'users': [{'id': '%5$s', 'username': 'c%5$s', 'password': 'Tidal-9-Basin',
               'firstName': 'C', 'surname': 'C', 'userRoles': [{'id': '%4$s'}],
               'organisationUnits': [{'id': '%1$s'}]}]}\
            """
                .formatted(UNIT, ELEMENT, SET, role, user))
        .expect(200);
    clerk = server.as("c" + user, "Tidal-9-Basin");
  }

  private static String imported(TestClient by, String period, int value) {
    return String.valueOf(
        by.post(
                "/api/dataValueSets",
                "{'dataValues': [{'dataElement': '%s', 'orgUnit': '%s', 'period': '%s', 'value': '%d'}]}"
                    .formatted(ELEMENT, UNIT, period, value))
            .expect(200)
            .value("response.importId"));
  }

  @Test
  void tellsWhoImportedWhatAndWhen() {
    String id = imported(clerk, "201501", 3);
    admin.get("/api/kituo/imports/" + id).expect(200).has("written", 1).has("dataSets.0.id", SET);
    assertThat(clerk.get("/api/kituo/imports").expect(200).body()).contains(id);
  }

  @Test
  void hidesImportsOfOthersFromClerks() {
    String id = imported(admin, "201502", 3);
    clerk.get("/api/kituo/imports/" + id).expect(404);
    clerk.post("/api/kituo/imports/" + id + "/undo").expect(404);
    assertThat(clerk.get("/api/kituo/imports").body()).doesNotContain(id);
  }

  @Test
  void reportsWhatWasChangedSinceAndLeavesIt() {
    String id = imported(clerk, "201503", 3);
    imported(admin, "201503", 4);
    clerk
        .post("/api/kituo/imports/" + id + "/undo")
        .expect(200)
        .has("status", "WARNING")
        .has("response.conflictCount", 1)
        .has("response.conflicts.0.imported.value", "3")
        .has("response.conflicts.0.now.value", "4")
        .has("response.conflicts.0.changedBy", "admin");
    clerk
        .post("/api/kituo/imports/" + id + "/undo?force=true")
        .expect(200)
        .has("response.restored.importCount.updated", 1);
  }

  @Test
  void tellsFirstWhatWouldBeDone() {
    String id = imported(clerk, "201504", 3);
    clerk
        .post("/api/kituo/imports/" + id + "/undo?dryRun=true")
        .expect(200)
        .has("response.restored.importCount.updated", 1);
    admin.get("/api/kituo/imports/" + id).has("undoneBy", null);
  }

  @Test
  void obeysLocks() {
    String id = imported(clerk, "201505", 3);
    admin
        .patch("/api/dataSets/" + SET, "[{'op': 'replace', 'path': '/expiryDays', 'value': 1}]")
        .expect(200);
    clerk.post("/api/kituo/imports/" + id + "/undo").expect(409);
    admin
        .patch("/api/dataSets/" + SET, "[{'op': 'replace', 'path': '/expiryDays', 'value': 0}]")
        .expect(200);
    clerk.post("/api/kituo/imports/" + id + "/undo").expect(200).has("status", "OK");
  }
}
