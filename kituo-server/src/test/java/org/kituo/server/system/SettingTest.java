package org.kituo.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Settings of the system and of users, and the configuration. */
class SettingTest {
  private static final TestServer server = TestServer.fresh();
  private static final TestClient admin = server.admin();

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void settingsHaveTypes() {
    admin
        .get("/api/systemSettings?key=minPasswordLength&key=keyEmailTls&key=keyCalendar")
        .expect(200)
        .has("minPasswordLength", 8)
        .has("keyEmailTls", true)
        .has("keyCalendar", "iso8601");
    admin.post("/api/systemSettings/minPasswordLength?value=abc").expect(400, "E1003");
    admin.post("/api/systemSettings", "{'minPasswordLength':'10','keyEmailTls':false}").expect(200);
    admin.get("/api/systemSettings/minPasswordLength").has("minPasswordLength", 10);
    admin.delete("/api/systemSettings/minPasswordLength").expect(204);
    admin.get("/api/systemSettings/minPasswordLength").has("minPasswordLength", 8);
    admin.get("/api/systemSettings/noSuchSetting").expect(404, "E1005");
  }

  @Test
  void aMapWithAWrongValueSetsNothing() {
    admin
        .post("/api/systemSettings", "{'applicationTitle':'Half','factorDeviation':'much'}")
        .expect(400);
    admin.get("/api/systemSettings/applicationTitle").has("applicationTitle", "DHIS 2");
  }

  @Test
  void titlesHaveTranslations() {
    admin.send("POST", "/api/systemSettings/applicationTitle", "text/plain", "Country").expect(200);
    admin
        .send("POST", "/api/systemSettings/applicationTitle?locale=fr", "text/plain", "Pays")
        .expect(200);
    server.nobody().get("/api/loginConfig?locale=fr").has("applicationTitle", "Pays");
    server.nobody().get("/api/loginConfig?locale=nb").has("applicationTitle", "Country");
    admin.delete("/api/systemSettings/applicationTitle").expect(204);
  }

  @Test
  void secretsAreForSuperusersAndSettingForThoseWhoMay() {
    TestClient user = server.userWith();
    user.get("/api/systemSettings/keyEmailPassword").expect(403, "E1006");
    user.post("/api/systemSettings/keyFlag?value=norway").expect(403);
    assertThat(user.get("/api/systemSettings").expect(200).body())
        .doesNotContain("keyEmailPassword");
    server
        .userWith("F_SYSTEM_SETTING")
        .post("/api/systemSettings/keyFlag?value=norway")
        .expect(200);
  }

  @Test
  void usersHaveSettingsOfTheirOwn() {
    admin
        .post(
            "/api/metadata",
            """
            {'constants': [{'id': 'Translated1', 'name': 'Number', 'shortName': 'Number', 'value': 1,
               'translations': [{'property': 'NAME', 'locale': 'fr', 'value': 'Nombre'}]}]}\
            """)
        .expect(200);
    TestClient user = server.userWith();
    user.post("/api/userSettings/keyDbLocale?value=fr").expect(200);
    assertThat(user.get("/api/userSettings/keyDbLocale").expect(200).body()).isEqualTo("fr");
    user.get("/api/constants/Translated1?fields=displayName").has("displayName", "Nombre");
    user.get("/api/me?fields=settings[keyDbLocale]").has("settings", Map.of("keyDbLocale", "fr"));
    user.delete("/api/userSettings/keyDbLocale").expect(200);
    user.get("/api/constants/Translated1?fields=displayName").has("displayName", "Number");
    user.post("/api/userSettings/keyUiLocale?user=admin&value=fr").expect(403);
    user.post("/api/userSettings/keyNope?value=1").expect(404, "E1005");
  }

  @Test
  void theConfigurationNamesObjectsThatAreThere() {
    admin
        .send("POST", "/api/configuration/selfRegistrationRole", "text/plain", "NoSuchRole1")
        .expect(404);
    admin
        .send("POST", "/api/configuration/selfRegistrationRole", "text/plain", "yrB6vc5Ip3r")
        .expect(204);
    admin.get("/api/configuration/selfRegistrationRole").has("name", "Superuser");
    admin.delete("/api/configuration/selfRegistrationRole").expect(204);
    assertThat(admin.get("/api/configuration/selfRegistrationRole").expect(200).body()).isEmpty();
  }

  @Test
  void allowedOriginsMayCallAndOthersMayNotChangeAnything() {
    TestClient foreign =
        server
            .nobody()
            .with("Origin", "https://app.partner.example")
            .with("Cookie", "JSESSIONID=x");
    foreign.post("/api/constants", "{}").expect(403);
    admin.post("/api/configuration/corsWhitelist", "['https://*.partner.example']").expect(204);
    admin.get("/api/configuration/corsAllowlist").expect(200);
    foreign.post("/api/constants", "{}").expect(302);
    assertThat(
            admin
                .with("Origin", "https://app.partner.example")
                .get("/api/me")
                .header("Access-Control-Allow-Origin"))
        .isEqualTo("https://app.partner.example");
    assertThat(
            admin
                .with("Origin", "https://evil.example")
                .get("/api/me")
                .header("Access-Control-Allow-Origin"))
        .isEmpty();
    admin.post("/api/configuration/corsWhitelist", "[]").expect(204);
  }

  @Test
  void authoritiesAreListedForTheUserApp() {
    List<?> ids = admin.get("/api/authorities").expect(200).list("systemAuthorities.id");
    assertThat(ids).hasSizeGreaterThan(150);
    assertThat(ids.contains("F_DATAELEMENT_PUBLIC_ADD")).isTrue();
    assertThat(ids.contains("F_SYSTEM_SETTING")).isTrue();
  }
}
