package org.kituo.server.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Sharing in all its endpoints. */
class SharingTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();

  private static String group(String type) {
    String uid = TestClient.newUid();
    admin
        .post(
            "/api/" + type,
            "{'id':'%s','name':'Shared %s','shortName':'%s'}".formatted(uid, uid, uid))
        .expect(201);
    return uid;
  }

  private static String path(String type, String uid) {
    return "/api/sharing?type=" + type + "&id=" + uid;
  }

  @Test
  void sharingIsReadAndSetAsTheDialogDoes() {
    String uid = group("dataElementGroups");
    String userUid = TestClient.newUid();
    TestClient user = server.user(userUid);
    admin
        .get(path("dataElementGroup", uid))
        .expect(200)
        .has("meta.allowPublicAccess", true)
        .has("object.publicAccess", "rw------");
    admin
        .post(path("dataElementGroup", uid), "{'object':{'publicAccess':'--------'}}")
        .expect(200)
        .has("message", "Access control set");
    user.get("/api/dataElementGroups/" + uid).expect(404, "E1005");
    admin
        .put(
            path("dataElementGroup", uid),
            "{'object':{'publicAccess':'--------','userAccesses':[{'id':'%s','access':'r-------'}]}}"
                .formatted(userUid))
        .expect(200);
    user.get("/api/dataElementGroups/" + uid).expect(200);
    user.post(path("dataElementGroup", uid), "{'object':{'publicAccess':'rw------'}}")
        .expect(403, "E1006");
  }

  @Test
  void accessToDataIsLeftOutWhereThereIsNone() {
    String uid = group("dataElementGroups");
    admin.post(path("dataElementGroup", uid), "{'object':{'publicAccess':'rwrw----'}}").expect(200);
    admin.get(path("dataElementGroup", uid)).has("object.publicAccess", "rw------");
  }

  @Test
  void nonsenseIsRefused() {
    String uid = group("dataElementGroups");
    admin.post(path("dataElementGroup", uid), "{'object':{'publicAccess':'rrr'}}").expect(409);
    admin.get(path("marshmallow", uid)).expect(409);
    admin.get(path("dataElementGroup", "NoSuchGroup")).expect(404);
    admin
        .post(path("categoryOption", "xYerKDKCefk"), "{'object':{'publicAccess':'--------'}}")
        .expect(409, "E3013");
  }

  @Test
  void manyObjectsAreSharedByOnePatch() {
    String one = group("dataElementGroups");
    String two = group("dataElementGroups");
    String users = group("userGroups");
    String patch =
        "{'dataElementGroups':['%s','%s'],'patch':[{'op':'add','path':'/sharing/userGroups/%s','value':{'id':'%s','access':'r-------'}}]}"
            .formatted(one, two, users, users);
    admin
        .patch("/api/dataElementGroups/sharing", patch)
        .expect(200)
        .has("response.stats.updated", 2);
    for (String uid : List.of(one, two)) {
      admin
          .get("/api/dataElementGroups/" + uid + "?fields=sharing")
          .has("sharing.userGroups." + users + ".access", "r-------");
    }
    assertThat(
            admin
                .patch(
                    "/api/dataElementGroups/sharing",
                    "{'dataElementGroups':['%s'],'patch':[{'op':'replace','path':'/name','value':'x'}]}"
                        .formatted(one))
                .expect(409)
                .errorCodes())
        .containsExactly("E4032");
  }

  @Test
  void aDashboardLetsItsReadersSeeWhatIsOnIt() {
    String reader = TestClient.newUid();
    TestClient user = server.user(reader);
    String chart = TestClient.newUid();
    String dashboard = TestClient.newUid();
    admin
        .post(
            "/api/metadata",
            """
            {'visualizations': [{'id': '%s', 'name': 'Chart', 'type': 'COLUMN'}],
             'dashboards': [{'id': '%s', 'name': 'Shown', 'sharing': {'public': '--------',
                 'users': {'%s': {'id': '%s', 'access': 'rw------'}}},
               'dashboardItems': [{'visualization': {'id': '%s'}}]}]}\
            """
                .formatted(chart, dashboard, reader, reader, chart))
        .expect(200);
    admin.put("/api/visualizations/" + chart + "/sharing", "{'public':'--------'}").expect(204);
    user.get("/api/visualizations/" + chart).expect(404);
    admin
        .post("/api/dashboards/cascadeSharing/" + dashboard + "?dryRun=true")
        .expect(200)
        .has("countUpdatedDashboardItems", 1);
    user.get("/api/visualizations/" + chart).expect(404);
    admin
        .post("/api/dashboards/cascadeSharing/" + dashboard)
        .expect(200)
        .has("updateObjects.visualizations.0.id", chart);
    user.get("/api/visualizations/" + chart).expect(200);
    admin
        .get("/api/visualizations/" + chart + "?fields=sharing")
        .has("sharing.users." + reader + ".access", "r-------");
  }

  @Test
  void whyAUserMayNotSeeAnObjectIsSaidInWords() {
    String uid = group("dataElementGroups");
    String reader = TestClient.newUid();
    TestClient user = server.user(reader);
    admin.put("/api/dataElementGroups/" + uid + "/sharing", "{'public':'--------'}").expect(204);
    String path = "/api/kituo/access?user=" + reader + "&object=" + uid;
    admin
        .get(path)
        .expect(200)
        .has("answers.0.action", "READ")
        .has("answers.0.allowed", false)
        .has("answers.0.reasons", List.of("Everybody may not see it."));
    user.get(path).expect(404);
    user.get("/api/kituo/access?user=admin&object=" + uid).expect(403);
    admin
        .put(
            "/api/dataElementGroups/" + uid + "/sharing",
            "{'public':'--------','users':{'%s':{'access':'r-------'}}}".formatted(reader))
        .expect(204);
    user.get(path).expect(200).has("answers.0.allowed", true);
  }

  @Test
  void usersAndGroupsAreFoundForTheDialog() {
    admin.get("/api/sharing/search?key=admin").expect(200).has("users.0.username", "admin");
  }
}
