package org.kituo.server.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

class HistoryTest {
  static final TestServer server = TestServer.shared();
  static final TestClient admin = server.admin();

  private final String uid = TestClient.newUid();

  private void constant(String name, double value) {
    admin
        .post(
            "/api/metadata",
            "{'constants': [{'id': '%s', 'name': '%s', 'shortName': '%s', 'value': %s}]}"
                .formatted(uid, name, name, value))
        .expect(200);
  }

  private List<?> actions() {
    return admin.get("/api/kituo/history/constants/" + uid).expect(200).list("versions.action");
  }

  @Test
  void everyStateIsKeptWithWhoAndWhat() {
    constant("H1" + uid, 3.1);
    constant("H1" + uid, 3.14);
    admin.delete("/api/constants/" + uid).expect(200);
    assertThat(actions()).isEqualTo(List.of("DELETE", "UPDATE", "CREATE"));
    admin
        .get("/api/kituo/history/constants/" + uid)
        .has("versions.0.by.username", "admin")
        .has("versions.1.changes.0.property", "value")
        .has("versions.1.changes.0.before", 3.1)
        .has("versions.1.changes.0.after", 3.14)
        .has("versions.1.changes.0.words", "value: 3.1 -> 3.14");
  }

  @Test
  void importingTheSameAgainIsNoChange() {
    constant("H2" + uid, 1);
    constant("H2" + uid, 1);
    assertThat(actions()).isEqualTo(List.of("CREATE"));
  }

  @Test
  void aStateComesBackAfterAChangeAndAfterADeletion() {
    constant("H3" + uid, 1);
    constant("H3" + uid, 2);
    Object first = admin.get("/api/kituo/history/constants/" + uid).value("versions.1.version");
    admin.get("/api/kituo/history/constants/" + uid + "/" + first).expect(200).has("value", 1.0);
    admin.post("/api/kituo/history/constants/" + uid + "/" + first + "/restore", "{}").expect(200);
    admin.get("/api/constants/" + uid).expect(200).has("value", 1.0);
    admin.delete("/api/constants/" + uid).expect(200);
    admin.post("/api/kituo/history/constants/" + uid + "/" + first + "/restore", "{}").expect(200);
    admin.get("/api/constants/" + uid).expect(200).has("value", 1.0);
    assertThat(actions()).isEqualTo(List.of("CREATE", "DELETE", "UPDATE", "UPDATE", "CREATE"));
  }

  @Test
  void twoVersionsAreCompared() {
    constant("H4" + uid, 1);
    constant("H4" + uid, 2);
    constant("H4" + uid, 3);
    Object first = admin.get("/api/kituo/history/constants/" + uid).value("versions.2.version");
    admin
        .get("/api/kituo/history/constants/" + uid + "/compare?from=" + first)
        .expect(200)
        .has("changes.0.words", "value: 1.0 -> 3.0");
  }

  @Test
  void itIsSeenByWhoSeesTheObject() {
    constant("H5" + uid, 1);
    admin
        .put(
            "/api/constants/" + uid + "/sharing",
            "{'public': '--------', 'users': {}, 'userGroups': {}}")
        .expect(204);
    TestClient other = server.userWith("F_CONSTANT_ADD");
    other.get("/api/kituo/history/constants/" + uid).expect(403);
    admin.delete("/api/constants/" + uid).expect(200);
    other.get("/api/kituo/history/constants/" + uid).expect(403);
    other.get("/api/kituo/history").expect(403);
  }

  @Test
  void whatNeverWasHasNone() {
    admin.get("/api/kituo/history/constants/" + uid).expect(404);
    admin.get("/api/kituo/history/nothings/" + uid).expect(404);
  }

  @Test
  void commitsNameTheirObjects() {
    constant("H6" + uid, 1);
    assertThat(admin.get("/api/kituo/history?pageSize=50").expect(200).body()).contains(uid);
    admin.get("/api/kituo/history?since=yesterday").expect(400);
    admin.get("/api/kituo/history?pageSize=0").expect(400);
  }

  @Test
  void passwordsAreNotShown() {
    TestClient user = server.user(uid);
    user.get("/api/me").expect(200);
    admin
        .patch("/api/users/" + uid, "[{'op': 'add', 'path': '/password', 'value': 'Other-1234'}]")
        .expect(200);
    String history = admin.get("/api/kituo/history/users/" + uid).expect(200).body();
    assertThat(history).contains("password: changed").doesNotContain("$2");
  }
}
