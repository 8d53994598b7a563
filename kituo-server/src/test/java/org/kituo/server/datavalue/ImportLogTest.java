package org.kituo.server.datavalue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kituo.server.SmallForm;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** The log of imports, and who may undo what. */
class ImportLogTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();
  private static final SmallForm form = SmallForm.on(admin);
  private static final TestClient clerk = form.clerk(server, TestClient.newUid());

  private static String imported(TestClient by, String period, int value) {
    return String.valueOf(
        form.enter(by, period, String.valueOf(value)).expect(200).value("response.importId"));
  }

  @Test
  void tellsWhoImportedWhatAndWhen() {
    String id = imported(clerk, "201501", 3);
    admin
        .get("/api/kituo/imports/" + id)
        .expect(200)
        .has("written", 1)
        .has("dataSets.0.id", form.set());
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
        .patch(
            "/api/dataSets/" + form.set(), "[{'op': 'replace', 'path': '/expiryDays', 'value': 1}]")
        .expect(200);
    clerk.post("/api/kituo/imports/" + id + "/undo").expect(409);
    admin
        .patch(
            "/api/dataSets/" + form.set(), "[{'op': 'replace', 'path': '/expiryDays', 'value': 0}]")
        .expect(200);
    clerk.post("/api/kituo/imports/" + id + "/undo").expect(200).has("status", "OK");
  }
}
