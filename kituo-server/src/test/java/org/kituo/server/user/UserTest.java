package org.kituo.server.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Making and changing accounts, and that nobody grants more than they hold. */
class UserTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();

  private static String role(String... authorities) {
    String uid = TestClient.newUid();
    String list = authorities.length == 0 ? "" : "'" + String.join("','", authorities) + "'";
    admin
        .post(
            "/api/userRoles",
            "{'id':'%s','name':'Role %s','authorities':[%s]}".formatted(uid, uid, list))
        .expect(201);
    return uid;
  }

  private static String group() {
    String uid = TestClient.newUid();
    admin.post("/api/userGroups", "{'id':'%s','name':'Group %s'}".formatted(uid, uid)).expect(201);
    return uid;
  }

  private static String body(String uid, String name, String role, String more) {
    return "{'id':'%s','username':'%s','password':'Kelp-Rope_77','firstName':'Anna','surname':'Berg','userRoles':[{'id':'%s'}]%s}"
        .formatted(uid, name, role, more);
  }

  @Test
  void everythingWrongWithAnAccountIsToldAtOnce() {
    assertThat(
            admin
                .post(
                    "/api/users",
                    "{'username':'a b','password':'weak','email':'nowhere','userRoles':[]}")
                .expect(409)
                .errorCodes())
        .containsExactly("E4000", "E4000", "E4003", "E4005", "E4049", "E4055");
  }

  @Test
  void namesAreUniqueWhateverTheirCase() {
    String role = role();
    admin.post("/api/users", body(TestClient.newUid(), "unique.name", role, "")).expect(201);
    assertThat(
            admin
                .post("/api/users", body(TestClient.newUid(), "Unique.Name", role, ""))
                .expect(409)
                .errorCodes())
        .containsExactly("E4054");
  }

  @Test
  void groupsGivenWithAUserAreThoseOfTheUser() {
    String one = group();
    String two = group();
    String uid = TestClient.newUid();
    String role = role();
    admin
        .post("/api/users", body(uid, "grouped.one", role, ",'userGroups':[{'id':'" + one + "'}]"))
        .expect(201);
    admin.get("/api/users/" + uid + "?fields=userGroups[id]").has("userGroups.id", List.of(one));
    admin
        .patch(
            "/api/users/" + uid,
            "[{'op':'add','path':'/userGroups/-','value':{'id':'" + two + "'}}]")
        .expect(200);
    assertThat(admin.get("/api/users/" + uid + "?fields=userGroups[id]").list("userGroups.id"))
        .hasSize(2);
    admin
        .patch("/api/users/" + uid, "[{'op':'add','path':'/jobTitle','value':'Nurse'}]")
        .expect(200);
    assertThat(admin.get("/api/users/" + uid + "?fields=userGroups[id]").list("userGroups.id"))
        .hasSize(2);
    admin.put("/api/users/" + uid, body(uid, "grouped.one", role, "")).expect(200);
    admin.get("/api/users/" + uid + "?fields=userGroups[id]").has("userGroups.id", List.of());
    assertThat(
            admin
                .post(
                    "/api/users",
                    body(
                        TestClient.newUid(),
                        "grouped.two",
                        role,
                        ",'userGroups':[{'id':'NoSuchGroup'}]"))
                .expect(409)
                .errorCodes())
        .containsExactly("E5002");
  }

  @Test
  void nobodyGrantsMoreThanTheyHold() {
    TestClient manager = server.userWith("F_USER_ADD", "F_USER_VIEW", "F_DATAVALUE_ADD");
    String held = role("F_DATAVALUE_ADD");
    String more = role("F_SYSTEM_SETTING");
    String uid = TestClient.newUid();
    manager.post("/api/users", body(uid, "granted.one", held, "")).expect(201);
    assertThat(
            manager
                .post("/api/users", body(TestClient.newUid(), "granted.two", more, ""))
                .expect(409)
                .errorCodes())
        .containsExactly("E3003");
    assertThat(
            manager
                .put("/api/users/" + uid, body(uid, "granted.one", more, ""))
                .expect(409)
                .errorCodes())
        .containsExactly("E3003");
  }

  @Test
  void nobodyTakesOverTheAccountOfSomeoneWhoMayDoMore() {
    TestClient manager = server.userWith("F_USER_ADD", "F_USER_VIEW");
    assertThat(
            manager
                .patch(
                    "/api/users/M5zQapPyTZI",
                    "[{'op':'add','path':'/password','value':'Kelp-Rope_77'}]")
                .expect(409)
                .errorCodes())
        .containsExactly("E3003");
    admin.get("/api/me").expect(200);
  }

  @Test
  void nobodyPutsAuthoritiesIntoARoleThatTheyDoNotHold() {
    TestClient manager = server.userWith("F_USERROLE_PUBLIC_ADD");
    assertThat(
            manager
                .post("/api/userRoles", "{'name':'Role of all','authorities':['ALL']}")
                .expect(409)
                .errorCodes())
        .containsExactly("E3032");
  }

  @Test
  void onlyRolesThatOneMayGiveAreOffered() {
    TestClient manager = server.userWith("F_USER_ADD", "F_DATAVALUE_ADD");
    String held = role("F_DATAVALUE_ADD");
    String more = role("F_SYSTEM_SETTING");
    manager
        .get("/api/userRoles?canIssue=true&fields=id&filter=id:in:[%s,%s]".formatted(held, more))
        .expect(200)
        .has("userRoles.id", List.of(held));
  }

  @Test
  void aCopyHasTheRolesAndGroupsOfItsModel() {
    String group = group();
    String uid = TestClient.newUid();
    admin
        .post(
            "/api/users", body(uid, "model.one", role(), ",'userGroups':[{'id':'" + group + "'}]"))
        .expect(201);
    String replica = "/api/users/" + uid + "/replica";
    admin.post(replica, "{'username':'model.two'}").expect(409);
    admin.post(replica, "{'username':'model.one','password':'Copy-Kelp_5'}").expect(409);
    admin.post(replica, "{'username':'model.two','password':'weak'}").expect(409, "E1004");
    admin.post(replica, "{'username':'model.two','password':'Copy-Kelp_5'}").expect(201);
    server
        .as("model.two", "Copy-Kelp_5")
        .get("/api/me?fields=surname,userGroups[id]")
        .expect(200)
        .has("surname", "Berg")
        .has("userGroups.id", List.of(group));
  }

  @Test
  void managersOfGroupsManageTheirMembersAlone() {
    String managed = group();
    String uid = TestClient.newUid();
    TestClient manager = server.user(uid, "F_USER_ADD_WITHIN_MANAGED_GROUP", "F_USER_VIEW");
    String managing = TestClient.newUid();
    admin
        .post(
            "/api/userGroups",
            "{'id':'%s','name':'Managers %s','users':[{'id':'%s'}],'managedGroups':[{'id':'%s'}]}"
                .formatted(managing, managing, uid, managed))
        .expect(201);
    String inside = TestClient.newUid();
    String outside = TestClient.newUid();
    String role = role();
    admin
        .post(
            "/api/users",
            body(inside, "managed.in", role, ",'userGroups':[{'id':'" + managed + "'}]"))
        .expect(201);
    admin.post("/api/users", body(outside, "managed.out", role, "")).expect(201);
    String title = "[{'op':'add','path':'/jobTitle','value':'Nurse'}]";
    manager.patch("/api/users/" + inside, title).expect(200);
    manager.patch("/api/users/" + outside, title).expect(403);
  }

  @Test
  void theLastSuperuserStays() {
    try (TestServer own = TestServer.fresh()) {
      own.admin().delete("/api/users/M5zQapPyTZI").expect(409, "E1004");
    }
  }

  @Test
  void usersChangeTheirOwnProfileAndNothingElseOfIt() {
    TestClient user = server.userWith();
    user.put(
            "/api/me",
            "{'firstName':'Nia','email':'nia@example.org','userRoles':[{'id':'yrB6vc5Ip3r'}]}")
        .expect(200)
        .has("firstName", "Nia");
    user.get("/api/me?fields=email,authorities,access[write]")
        .has("email", "nia@example.org")
        .has("authorities", List.of())
        .has("access.write", false);
    user.put("/api/me", "{'email':'nowhere'}").expect(409);
  }

  @Test
  void anybodyLooksUpNames() {
    TestClient user = server.userWith();
    user.get("/api/userLookup?query=adm").expect(200).has("users.0.username", "admin");
    user.get("/api/userLookup/admin").expect(200).has("id", "M5zQapPyTZI");
    user.get("/api/userLookup/feedbackRecipients?query=a").expect(409, "E6200");
  }
}
