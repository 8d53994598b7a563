package org.kituo.server.locale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** The languages into which metadata are translated. */
class LocaleTest {
  private static final String LOCALES = "/api/locales/dbLocales";
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();

  @Test
  void aLanguageIsAddedOnceAndRemoved() {
    String uid =
        (String) admin.post(LOCALES + "?language=fr&country=CA").expect(201).value("response.uid");
    admin
        .get(LOCALES + "/" + uid)
        .expect(200)
        .has("locale", "fr_CA")
        .has("name", "French (Canada)");
    assertThat(admin.get("/api/locales/db").body()).contains("fr_CA");
    admin.post(LOCALES + "?language=fr&country=CA").expect(409);
    admin.delete(LOCALES + "/" + uid).expect(204);
    admin.get(LOCALES + "/" + uid).expect(404);
    assertThat(admin.get("/api/locales/db").body()).doesNotContain("fr_CA");
  }

  @Test
  void whatIsNoLanguageIsRefused() {
    admin.post(LOCALES).expect(409);
    admin.post(LOCALES + "?language=xx").expect(409);
    admin.post(LOCALES + "?language=fr&country=YY").expect(409);
  }

  @Test
  void keysAreToldInWords() {
    admin
        .post("/api/i18n?package=org.hisp.dhis", "['yes', 'data_element', 'no_such_key_here']")
        .expect(200)
        .has("yes", "Yes")
        .has("data_element", "Data element")
        .has("no_such_key_here", "no_such_key_here");
  }

  @Test
  void flagsAreThoseOfTheCountries() {
    admin
        .get("/api/system/flags")
        .expect(200)
        .has("0.name", "Afghanistan")
        .has("0.key", "afghanistan")
        .has("0.path", "afghanistan.png");
  }

  @Test
  void languagesAreChangedByThoseWhoMay() {
    server.userWith("F_LOCALE_DELETE").post(LOCALES + "?language=pt&country=BR").expect(403);
    server.userWith("F_LOCALE_ADD").post(LOCALES + "?language=pt&country=BR").expect(201);
    server.userWith().get(LOCALES).expect(200);
  }
}
