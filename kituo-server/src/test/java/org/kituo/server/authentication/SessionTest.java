package org.kituo.server.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kituo.server.Answer;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import org.kituo.store.postgres.DatabaseAddress;
import org.kituo.store.postgres.TestPostgres;

/** Logging in and out, and what keeps people from it. */
class SessionTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();

  private static String login(String name, String password) {
    return "{'username':'%s','password':'%s'}".formatted(name, password);
  }

  private static String cookie(Answer answer) {
    return answer.header("Set-Cookie").split(";")[0];
  }

  /** A user with a name and the password Kelp-Rope_77. */
  private static String user(String name) {
    String uid = TestClient.newUid();
    String role = TestClient.newUid();
    admin
        .post(
            "/api/metadata",
            """
            {'userRoles': [{'id': '%s', 'name': 'Role %s'}],
             'users': [{'id': '%s', 'username': '%s', 'password': 'Kelp-Rope_77', 'firstName': 'Anna',
               'surname': 'Berg', 'userRoles': [{'id': '%s'}]}]}\
            """
                .formatted(role, role, uid, name, role))
        .expect(200);
    return uid;
  }

  @Test
  void aSessionLastsUntilLogout() {
    user("session.one");
    Answer login =
        server
            .nobody()
            .post("/api/auth/login", login("session.one", "Kelp-Rope_77"))
            .expect(200)
            .has("loginStatus", "SUCCESS");
    TestClient client = server.nobody().with("Cookie", cookie(login));
    client.get("/api/me?fields=username").expect(200).has("username", "session.one");
    client.get("/dhis-web-commons-security/logout.action").expect(302);
    client.get("/api/me").expect(302);
  }

  @Test
  void sessionsOutliveTheServer() {
    DatabaseAddress database = TestPostgres.freshAddress();
    String cookie;
    try (TestServer first = TestServer.on(database)) {
      cookie =
          cookie(first.nobody().post("/api/auth/login", login("admin", "district")).expect(200));
    }
    try (TestServer second = TestServer.on(database)) {
      second
          .nobody()
          .with("Cookie", cookie)
          .get("/api/me?fields=username")
          .expect(200)
          .has("username", "admin");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "PUT", "METADATA"})
  void aNewPasswordEndsTheSessionsHoweverItIsGiven(String way) throws InterruptedException {
    TestServer server = TestServer.shared();
    TestClient admin = server.admin();
    String uid = TestClient.newUid();
    String name = "changed." + uid.toLowerCase(java.util.Locale.ROOT);
    String user =
        "{'id': '%s', 'username': '%s', 'firstName': 'A', 'surname': 'B', 'password': '%s', 'userRoles': [{'id': 'yrB6vc5Ip3r'}]}";
    admin.post("/api/users", user.formatted(uid, name, "Kelp-Rope_77")).expect(201);
    Answer login = server.nobody().post("/api/auth/login", login(name, "Kelp-Rope_77")).expect(200);
    TestClient client = server.nobody().with("Cookie", cookie(login));
    client.get("/api/me").expect(200);
    Thread.sleep(2); // the times of both are told in milliseconds
    String changed = user.formatted(uid, name, "Kelp-Rope_78");
    switch (way) {
      case "PATCH" ->
          admin.patch(
              "/api/users/" + uid,
              "[{'op': 'replace', 'path': '/password', 'value': 'Kelp-Rope_78'}]");
      case "PUT" -> admin.put("/api/users/" + uid, changed);
      default -> admin.post("/api/metadata", "{'users': [" + changed + "]}");
    }
    server.as(name, "Kelp-Rope_78").get("/api/me").expect(200);
    client.get("/api/me").expect(302);
  }

  @Test
  void theOldFormLogsInToo() {
    user("session.form");
    Answer answer =
        server
            .nobody()
            .send(
                "POST",
                "/dhis-web-commons-security/login.action",
                "application/x-www-form-urlencoded",
                "j_username=session.form&j_password=Kelp-Rope_77")
            .expect(302);
    server.nobody().with("Cookie", cookie(answer)).get("/api/me").expect(200);
  }

  @Test
  void wrongCredentialsAndClosedAccountsAreToldApart() {
    String uid = user("session.closed");
    server
        .nobody()
        .post("/api/auth/login", login("session.closed", "wrong"))
        .expect(401)
        .has("message", "Bad credentials");
    admin.post("/api/users/" + uid + "/disabled").expect(204);
    server
        .nobody()
        .post("/api/auth/login", login("session.closed", "Kelp-Rope_77"))
        .expect(200)
        .has("loginStatus", "ACCOUNT_DISABLED");
    admin.post("/api/users/" + uid + "/enabled").expect(204);
    admin.post("/api/users/" + uid + "/expired?date=2020-01-31").expect(204);
    server
        .nobody()
        .post("/api/auth/login", login("session.closed", "Kelp-Rope_77"))
        .has("loginStatus", "ACCOUNT_EXPIRED");
    server.as("session.closed", "Kelp-Rope_77").get("/api/me").expect(401);
    admin.post("/api/users/" + uid + "/unexpired").expect(204);
    server.as("session.closed", "Kelp-Rope_77").get("/api/me").expect(200);
  }

  @Test
  void disablingAnAccountEndsItsSessions() {
    String uid = user("session.ends");
    TestClient client =
        server
            .nobody()
            .with(
                "Cookie",
                cookie(
                    server
                        .nobody()
                        .post("/api/auth/login", login("session.ends", "Kelp-Rope_77"))));
    client.get("/api/me").expect(200);
    admin.post("/api/users/" + uid + "/disabled").expect(204);
    client.get("/api/me").expect(302);
  }

  @Test
  void fourFailuresLockAnAccountWhereTheSettingSaysSo() {
    try (TestServer own = TestServer.fresh()) {
      own.admin().post("/api/systemSettings/keyLockMultipleFailedLogins?value=true").expect(200);
      for (int i = 0; i < 4; i++) {
        own.nobody().post("/api/auth/login", login("admin", "wrong")).expect(401);
      }
      own.nobody()
          .post("/api/auth/login", login("admin", "district"))
          .expect(200)
          .has("loginStatus", "ACCOUNT_LOCKED");
    }
  }

  @Test
  void aLoginIsSeenInTheListOfUsers() {
    String uid = user("session.seen");
    admin.get("/api/users/" + uid + "?fields=lastLogin").expect(200).has("lastLogin", null);
    server.as("session.seen", "Kelp-Rope_77").get("/api/me").expect(200);
    assertThat(admin.get("/api/users/" + uid + "?fields=lastLogin").value("lastLogin")).isNotNull();
    admin
        .get("/api/users?fields=id&inactiveMonths=1&filter=id:eq:" + uid)
        .expect(200)
        .has("pager.total", 0);
  }
}
