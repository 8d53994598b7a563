package org.kituo.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import org.kituo.store.postgres.Sql;

/** Changing and recovering passwords. */
class PasswordTest {
  private static final TestServer server = TestServer.shared();

  private static String change(String from, String to) {
    return "{'oldPassword':'%s','newPassword':'%s'}".formatted(from, to);
  }

  private static void user(TestServer on, String name, String email) {
    on.admin()
        .post(
            "/api/users",
            """
            {'username': '%s', 'password': 'First-Kelp_1', 'firstName': 'Anna', 'surname': 'Berg',
             'email': '%s', 'userRoles': [{'id': 'yrB6vc5Ip3r'}]}\
            """
                .formatted(name, email))
        .expect(201);
  }

  @Test
  void aPasswordIsChangedByWhoeverKnowsIt() {
    user(server, "password.one", "one@example.org");
    TestClient before = server.as("password.one", "First-Kelp_1");
    before.put("/api/me/changePassword", change("wrong", "Other-Kelp_2")).expect(409, "E1004");
    before.put("/api/me/changePassword", change("First-Kelp_1", "weak")).expect(409, "E1004");
    before.put("/api/me/changePassword", change("First-Kelp_1", "Other-Kelp_2")).expect(202);
    before.get("/api/me").expect(401);
    TestClient after = server.as("password.one", "Other-Kelp_2");
    after.get("/api/me").expect(200);
    after
        .put("/api/me/changePassword", change("Other-Kelp_2", "First-Kelp_1"))
        .expect(409, "E1004");
  }

  @Test
  void anExpiredPasswordIsChangedBeforeLogin() {
    try (TestServer own = TestServer.fresh()) {
      user(own, "password.two", "two@example.org");
      own.nobody()
          .post(
              "/api/auth/updatePassword",
              "{'username':'password.two','oldPassword':'wrong','newPassword':'Other-Kelp_2'}")
          .expect(400);
      own.nobody()
          .post(
              "/api/auth/updatePassword",
              "{'username':'password.two','oldPassword':'First-Kelp_1','newPassword':'Other-Kelp_2'}")
          .expect(200);
      own.as("password.two", "Other-Kelp_2").get("/api/me").expect(200);
    }
  }

  @Test
  void aForgottenPasswordIsReplacedOnceByTheLinkThatWasMailed() {
    try (TestServer own = TestServer.fresh()) {
      user(own, "password.three", "three@example.org");
      String forgot = "{'emailOrUsername':'three@example.org'}";
      own.nobody().post("/api/auth/forgotPassword", forgot).expect(409);
      own.admin().post("/api/systemSettings/keyAccountRecovery?value=true").expect(200);
      own.nobody().post("/api/auth/forgotPassword", forgot).expect(200);
      own.nobody()
          .post("/api/auth/forgotPassword", "{'emailOrUsername':'nobody.here'}")
          .expect(200);
      String reset =
          "{'token':'%s','newPassword':'Other-Kelp_2'}"
              .formatted(mailedToken(own, "three@example.org"));
      own.nobody().post("/api/auth/passwordReset", reset).expect(200);
      own.as("password.three", "Other-Kelp_2").get("/api/me").expect(200);
      own.nobody().post("/api/auth/passwordReset", reset).expect(409);
    }
  }

  private static String mailedToken(TestServer of, String recipient) {
    String mail =
        new Sql(of.wiring().database().dataSource())
            .first(
                "SELECT text FROM outgoing_mail WHERE recipient = ?",
                row -> row.getString(1),
                recipient)
            .orElseThrow();
    Matcher token = Pattern.compile("token=([\\w-]+)").matcher(mail);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  @Test
  void anInvitedUserChoosesThePassword() {
    try (TestServer own = TestServer.fresh()) {
      String invited =
          "{'firstName':'Ida','surname':'Berg','email':'ida@example.org','username':'ida.berg','userRoles':[{'id':'yrB6vc5Ip3r'}]}";
      own.admin().post("/api/users/invite", invited).expect(409, "E6203");
      own.admin().post("/api/systemSettings/keyEmailHostName?value=mail.example.org").expect(200);
      own.admin().post("/api/users/invite", invited).expect(201);
      own.nobody()
          .post(
              "/api/auth/invite",
              "{'token':'%s','password':'Kelp-Rope_77'}"
                  .formatted(mailedToken(own, "ida@example.org")))
          .expect(200);
      own.as("ida.berg", "Kelp-Rope_77")
          .get("/api/me?fields=username,emailVerified")
          .expect(200)
          .has("username", "ida.berg");
    }
  }

  @Test
  void peopleRegisterThemselvesWhereThatIsSetUp() {
    try (TestServer own = TestServer.fresh()) {
      String form =
          "{'username':'newcomer','firstName':'Nia','surname':'Berg','password':'Kelp-Rope_77','email':'nia@example.org'}";
      own.nobody().post("/api/auth/registration", form).expect(400);
      own.admin()
          .post(
              "/api/metadata",
              "{'organisationUnits':[{'id':'RegisterOu1','name':'Unit','shortName':'Unit','openingDate':'2020-01-01'}]}")
          .expect(200);
      own.admin()
          .send("POST", "/api/configuration/selfRegistrationRole", "text/plain", "yrB6vc5Ip3r")
          .expect(204);
      own.admin()
          .send("POST", "/api/configuration/selfRegistrationOrgUnit", "text/plain", "RegisterOu1")
          .expect(204);
      own.admin().post("/api/systemSettings/keySelfRegistrationNoRecaptcha?value=true").expect(200);
      own.nobody().post("/api/auth/registration", form).expect(201);
      own.as("newcomer", "Kelp-Rope_77")
          .get("/api/me?fields=organisationUnits[id]")
          .expect(200)
          .has("organisationUnits.0.id", "RegisterOu1");
      own.nobody().post("/api/auth/registration", form).expect(400);
    }
  }
}
