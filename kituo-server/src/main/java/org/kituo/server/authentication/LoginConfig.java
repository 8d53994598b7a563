package org.kituo.server.authentication;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Requests;
import org.kituo.server.setting.Settings;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What the page for logging in needs to know, open to all: {@code /api/loginConfig}. */
public final class LoginConfig {
  /** The names of texts in the answer, and the settings that hold them. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "applicationTitle", "applicationTitle",
          "applicationDescription", "keyApplicationIntro",
          "applicationNotification", "keyApplicationNotification",
          "applicationLeftSideFooter", "keyApplicationFooter",
          "applicationRightSideFooter", "keyApplicationRightFooter",
          "loginPopup", "loginPopup");

  private final Settings settings;
  private final String apiVersion;

  /** Answers from settings, and the version of the Web API. */
  public LoginConfig(Settings settings, String apiVersion) {
    this.settings = settings;
    this.apiVersion = apiVersion;
  }

  /** The answer to a request. */
  public ServerResponse answer(ServerRequest request) {
    String locale = Requests.text(request, "locale");
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeStringProperty("apiVersion", apiVersion);
      TEXTS.forEach((name, key) -> json.writeStringProperty(name, shown(key, locale)));
      json.writeStringProperty("countryFlag", settings.text("keyFlag"));
      json.writeStringProperty("uiLocale", settings.text("keyUiLocale"));
      json.writeStringProperty("loginPageLayout", settings.text("loginPageLayout"));
      json.writeStringProperty("loginPageTemplate", settings.text("loginPageTemplate"));
      json.writeStringProperty("recaptchaSite", settings.text("recaptchaSite"));
      json.writeStringProperty("minPasswordLength", settings.text("minPasswordLength"));
      json.writeStringProperty("maxPasswordLength", settings.text("maxPasswordLength"));
      json.writeBooleanProperty("emailConfigured", isMailConfigured(settings));
      json.writeBooleanProperty("selfRegistrationEnabled", isRegistrationOpen(settings));
      json.writeBooleanProperty(
          "selfRegistrationNoRecaptcha", settings.flag("keySelfRegistrationNoRecaptcha"));
      json.writeBooleanProperty("allowAccountRecovery", settings.flag("keyAccountRecovery"));
      json.writeBooleanProperty("useCustomLogoFront", settings.flag("keyUseCustomLogoFront"));
      json.writeName("oidcProviders");
      json.writeStartArray();
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private String shown(String key, @Nullable String locale) {
    return settings.set(key, locale).orElse("");
  }

  /** Whether the settings say how to send mail. */
  public static boolean isMailConfigured(Settings settings) {
    return !settings.text("keyEmailHostName").isEmpty();
  }

  /** Whether people may make accounts for themselves. */
  public static boolean isRegistrationOpen(Settings settings) {
    return settings.set("selfRegistrationRole").isPresent()
        && settings.set("selfRegistrationOrgUnit").isPresent();
  }
}
