package org.kituo.server.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

class AccessExplanationTest {
  static final TestServer server = TestServer.shared();
  static final TestClient admin = server.admin();

  private final String object = TestClient.newUid();
  private final String user = TestClient.newUid();
  private final String group = TestClient.newUid();

  private void element(String sharing) {
    admin
        .post(
            "/api/metadata",
            """
            {'userGroups': [{'id': '%s', 'name': 'Team %s', 'users': [{'id': '%s'}]}],
             'dataElements': [{'id': '%s', 'name': 'E %s', 'shortName': 'E %s', 'domainType': 'AGGREGATE',
               'valueType': 'INTEGER', 'aggregationType': 'SUM', 'sharing': %s}]}\
            """
                .formatted(group, group, user, object, object, object, sharing))
        .expect(200);
  }

  private String reasons(int action) {
    return admin
        .get("/api/kituo/access?user=" + user + "&object=" + object)
        .expect(200)
        .list("actions." + action + ".reasons")
        .toString();
  }

  @Test
  void aGroupOpensWhatThePublicDoesNotSee() {
    server.user(user);
    element(
        "{'public': '--------', 'users': {}, 'userGroups': {'%s': {'id': '%s', 'access': 'r-------'}}}"
            .formatted(group, group));
    admin
        .get("/api/kituo/access?user=" + user + "&object=" + object)
        .has("actions.0.action", "READ")
        .has("actions.0.allowed", true)
        .has("actions.1.action", "WRITE")
        .has("actions.1.allowed", false);
    assertThat(reasons(0))
        .contains("Its public access is metadata none, data none (--------).")
        .contains("Team " + group + "\", of which the user is a member, is metadata view");
    assertThat(reasons(1)).contains("which none of the user's roles gives");
  }

  @Test
  void theSuperuserIsExplainedByTheRole() {
    server.user(user);
    element("{'public': '--------'}");
    admin
        .get("/api/kituo/access?user=admin&object=" + object)
        .has("actions.0.allowed", true)
        .has("actions.0.reasons.0", "The role \"Superuser\" gives the authority ALL.");
  }

  @Test
  void ofAUnitTheScopeIsTold() {
    TestClient asking = server.user(user);
    admin
        .post(
            "/api/metadata",
            "{'organisationUnits': [{'id': '%s', 'name': 'U', 'shortName': 'U', 'openingDate': '2020-01-01'}]}"
                .formatted(object))
        .expect(200);
    assertThat(
            asking.get("/api/kituo/access?object=" + object).expect(200).list("scope").toString())
        .contains("The user may not enter data for the unit");
  }

  @Test
  void othersAreTheBusinessOfWhoMayViewUsers() {
    TestClient asking = server.user(user);
    asking.get("/api/kituo/access?user=admin&object=" + user).expect(403);
    asking.get("/api/kituo/access?object=" + user).expect(200);
    admin.get("/api/kituo/access?user=nobodyatall&object=" + user).expect(404);
    admin.get("/api/kituo/access?object=nothingThere").expect(404);
    admin.get("/api/kituo/access").expect(400);
  }
}
