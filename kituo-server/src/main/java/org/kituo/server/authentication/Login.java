package org.kituo.server.authentication;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.function.Supplier;
import org.kituo.model.metadata.User;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;

/** Logging in and out with a session. */
public final class Login {
  private final Supplier<MetadataSnapshot> metadata;
  private final Passwords passwords;
  private final Sessions sessions;

  /** Login over accounts and sessions. */
  public Login(Supplier<MetadataSnapshot> metadata, Passwords passwords, Sessions sessions) {
    this.metadata = metadata;
    this.passwords = passwords;
    this.sessions = sessions;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST("/api/auth/login"), this::login)
        .and(route(POST("/api/auth/logout"), this::logout))
        .and(route(GET("/api/loginConfig"), r -> config()));
  }

  /**
   * The user with a name and a password.
   *
   * @throws Problem 401 where there is none, or the account may not be used
   */
  static User check(
      MetadataSnapshot metadata, Passwords passwords, String username, String password) {
    User user =
        metadata
            .findByUnique(User.class, "username", username.toLowerCase(Locale.ROOT))
            .filter(u -> username.equals(u.username()))
            .orElse(null);
    String hash = user == null ? null : user.password();
    if (user == null || hash == null || !passwords.matches(password, hash)) {
      throw Problem.of(HttpStatus.UNAUTHORIZED, null, "Unauthorized");
    }
    if (user.disabled()) {
      throw Problem.of(HttpStatus.UNAUTHORIZED, null, "Account disabled");
    }
    return user;
  }

  private ServerResponse login(ServerRequest request) {
    JsonNode body = Requests.json(request, HttpStatus.BAD_REQUEST);
    String username = body.path("username").asString("");
    try {
      User user = check(metadata.get(), passwords, username, body.path("password").asString(""));
      if (user.accountExpiry() != null && user.accountExpiry().isBefore(LocalDateTime.now())) {
        return status("ACCOUNT_EXPIRED");
      }
      return begun(request, user);
    } catch (Problem problem) {
      if (problem.message().equals("Account disabled")) {
        return status("ACCOUNT_DISABLED");
      }
      throw Problem.of(HttpStatus.UNAUTHORIZED, null, "Bad credentials");
    }
  }

  private ServerResponse begun(ServerRequest request, User user) {
    String token = sessions.begin(user.uid());
    return ServerResponse.ok()
        .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
        .header("Set-Cookie", cookie(request, token).build().toString())
        .header("Cache-Control", "no-store")
        .body("{\"loginStatus\":\"SUCCESS\",\"redirectUrl\":\"/\"}");
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(ServerRequest request, String token) {
    return ResponseCookie.from(Sessions.COOKIE, token)
        .path("/")
        .httpOnly(true)
        .sameSite("Lax")
        .secure(request.servletRequest().isSecure());
  }

  private static ServerResponse status(String status) {
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeStringProperty("loginStatus", status);
      json.writeEndObject();
    });
  }

  private ServerResponse logout(ServerRequest request) {
    String token = AuthenticationFilter.token(request.servletRequest());
    if (token != null) {
      sessions.end(token);
    }
    return ServerResponse.noContent()
        .header("Set-Cookie", cookie(request, "").maxAge(0).build().toString())
        .build();
  }

  private static ServerResponse config() {
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeStringProperty("apiVersion", org.kituo.server.system.SystemVersion.API);
      for (String empty :
          new String[] {
            "applicationTitle",
            "applicationDescription",
            "applicationNotification",
            "applicationLeftSideFooter",
            "applicationRightSideFooter",
            "loginPopup",
            "loginPageTemplate"
          }) {
        json.writeStringProperty(empty, "");
      }
      json.writeStringProperty("countryFlag", "dhis2");
      json.writeStringProperty("uiLocale", "en");
      json.writeStringProperty("loginPageLayout", "DEFAULT");
      json.writeStringProperty("minPasswordLength", "8");
      json.writeStringProperty("maxPasswordLength", "72");
      for (String off :
          new String[] {
            "emailConfigured",
            "selfRegistrationEnabled",
            "selfRegistrationNoRecaptcha",
            "allowAccountRecovery",
            "useCustomLogoFront"
          }) {
        json.writeBooleanProperty(off, false);
      }
      json.writeName("oidcProviders");
      json.writeStartArray();
      json.writeEndArray();
      json.writeEndObject();
    });
  }
}
