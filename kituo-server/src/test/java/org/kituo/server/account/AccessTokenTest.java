package org.kituo.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kituo.server.Answer;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Personal access tokens. */
class AccessTokenTest {
  private static final TestServer server = TestServer.shared();

  private static TestClient bearer(Answer created) {
    return server
        .nobody()
        .with("Authorization", "ApiToken " + created.expect(201).value("response.key"));
  }

  @Test
  void aTokenStandsForItsOwnerUntilItIsDeleted() {
    TestClient owner = server.userWith();
    Answer created = owner.post("/api/apiToken", "{}");
    TestClient token = bearer(created);
    Object owned = owner.get("/api/me?fields=id").value("id");
    token.get("/api/me?fields=id").expect(200).has("id", owned);
    owner.get("/api/apiTokens?fields=id").expect(200).has("pager.total", 1);
    server.userWith().get("/api/apiToken?fields=id").expect(200).has("pager.total", 0);
    String path = "/api/apiToken/" + created.value("response.uid");
    assertThat(owner.get(path).expect(200).body()).doesNotContain("d2p_");
    owner.delete(path).expect(200);
    token.get("/api/me").expect(401);
  }

  @Test
  void constraintsLimitIt() {
    TestClient owner = server.userWith();
    String only = "{'attributes':[{'type':'%s','%s':['%s']}]}";
    TestClient reading =
        bearer(
            owner.post(
                "/api/apiToken", only.formatted("MethodAllowedList", "allowedMethods", "GET")));
    reading.get("/api/me").expect(200);
    reading.put("/api/me", "{'jobTitle':'Nurse'}").expect(401);
    bearer(owner.post("/api/apiToken", only.formatted("IpAllowedList", "allowedIps", "10.9.8.7")))
        .get("/api/me")
        .expect(401);
    bearer(
            owner.post(
                "/api/apiToken",
                only.formatted("RefererAllowedList", "allowedReferrers", "https://a.example")))
        .with("Referer", "https://a.example/page")
        .get("/api/me")
        .expect(200);
  }

  @Test
  void constraintsThatMeanNothingAreRefused() {
    TestClient owner = server.userWith();
    for (String wrong :
        List.of(
            "{'type':'MethodAllowedList','allowedMethods':['FETCH']}",
            "{'type':'IpAllowedList','allowedIps':['999.1.1.1']}",
            "{'type':'RefererAllowedList','allowedReferrers':['not a url']}",
            "{'type':'MoonPhase'}")) {
      owner.post("/api/apiToken", "{'attributes':[" + wrong + "]}").expect(409, "E1004");
    }
  }

  @Test
  void keysThatAreMistypedAreToldFromThoseThatOpenNothing() {
    TestClient owner = server.userWith();
    String key = String.valueOf(owner.post("/api/apiToken", "{}").value("response.key"));
    String mistyped =
        key.substring(0, 10) + (key.charAt(10) == 'x' ? 'y' : 'x') + key.substring(11);
    server.nobody().with("Authorization", "ApiToken " + mistyped).get("/api/me").expect(400);
    server.nobody().with("Authorization", "apitoken " + key).get("/api/me").expect(200);
  }

  @Test
  void anExpiredTokenOpensNothing() {
    TestClient owner = server.userWith();
    bearer(owner.post("/api/apiToken", "{'expire':1000}")).get("/api/me").expect(401);
  }
}
