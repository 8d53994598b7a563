package org.kituo.server.account;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.Usernames;
import org.kituo.model.metadata.User;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.Accounts;
import org.kituo.server.authentication.Accounts.Outcome;
import org.kituo.server.authentication.Accounts.Refusal;
import org.kituo.server.http.Answers;
import org.kituo.server.http.BaseUrl;
import org.kituo.server.http.ClientAddress;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.setting.Settings;
import org.kituo.store.account.LoginStore;
import org.kituo.store.account.SecretStore.Purpose;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;

/**
 * Passwords of people who are not logged in: forgotten, expired, or not chosen yet after an
 * invitation. Answers never tell whether there is an account.
 */
public final class AccountRoutes {
  private static final int MOST_RECOVERIES = 5;
  private static final Duration WITHIN = Duration.ofMinutes(15);

  private final Supplier<MetadataSnapshot> metadata;
  private final Accounts accounts;
  private final PasswordChange change;
  private final Tickets tickets;
  private final Settings settings;
  private final LoginStore logins;
  private final BaseUrl baseUrl;

  /** Routes over accounts. */
  public AccountRoutes(
      Supplier<MetadataSnapshot> metadata,
      Accounts accounts,
      PasswordChange change,
      Tickets tickets,
      Settings settings,
      LoginStore logins,
      BaseUrl baseUrl) {
    this.metadata = metadata;
    this.accounts = accounts;
    this.change = change;
    this.tickets = tickets;
    this.settings = settings;
    this.logins = logins;
    this.baseUrl = baseUrl;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST("/api/auth/forgotPassword"), this::forgot)
        .and(route(POST("/api/auth/passwordReset"), this::resetByBody))
        .and(route(POST("/api/auth/updatePassword"), this::update))
        .and(route(POST("/api/auth/invite"), this::accept))
        .and(route(POST("/api/account/recovery"), r -> recover(r, parameter(r, "username"))))
        .and(
            route(
                POST("/api/account/restore"),
                r -> reset(parameter(r, "token"), parameter(r, "password"))))
        .and(
            route(
                POST("/api/account/validateUsername").or(GET("/api/account/username")),
                r -> told(usernameFault(parameter(r, "username")))))
        .and(
            route(
                POST("/api/account/validatePassword").or(GET("/api/account/password")),
                r -> told(passwordFault(parameter(r, "password")))));
  }

  private static JsonNode body(ServerRequest request) {
    return Requests.json(request, HttpStatus.BAD_REQUEST);
  }

  private static String text(JsonNode body, String member) {
    return body.path(member).asString("");
  }

  private static String parameter(ServerRequest request, String name) {
    return Objects.requireNonNullElse(Requests.text(request, name), "");
  }

  private ServerResponse forgot(ServerRequest request) {
    return recover(request, text(body(request), "emailOrUsername"));
  }

  private ServerResponse resetByBody(ServerRequest request) {
    JsonNode body = body(request);
    return reset(text(body, "token"), text(body, "newPassword"));
  }

  private ServerResponse recover(ServerRequest request, String name) {
    if (!settings.flag("keyAccountRecovery")) {
      throw Problem.conflict(null, "Account recovery is not enabled");
    }
    String address = ClientAddress.of(request.servletRequest());
    if (logins.noteRecovery(name, address, WITHIN) > MOST_RECOVERIES) {
      throw Problem.forbidden(null, "Too many requests for this account; try again later.");
    }
    named(name)
        .filter(user -> user.email() != null && !user.externalAuth() && !user.disabled())
        .ifPresent(user ->
            tickets.mailRecovery(user, Objects.requireNonNull(user.email()), baseUrl.of(request)));
    return ServerResponse.ok().build();
  }

  /** The user with a name, else the one with an address, if no other has it. */
  private Optional<User> named(String nameOrAddress) {
    MetadataSnapshot snapshot = metadata.get();
    String key = nameOrAddress.toLowerCase(Locale.ROOT);
    return snapshot
        .findByUnique(User.class, "username", key)
        .or(() -> {
          List<User> found =
              snapshot.all(User.class).stream()
                  .filter(u -> nameOrAddress.equalsIgnoreCase(u.email()))
                  .toList();
          return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        });
  }

  private ServerResponse reset(String token, String password) {
    User user = holder(token, Purpose.RECOVERY);
    changeByTicket(token, user, password, Map.of());
    return ServerResponse.ok().build();
  }

  private User holder(String token, Purpose purpose) {
    return tickets
        .find(token, purpose)
        .flatMap(uid -> metadata.get().find(User.class, uid))
        .orElseThrow(
            () -> Problem.conflict("E1004", "The link is not valid, or has been used already."));
  }

  private void changeByTicket(String token, User user, String password, Map<String, ?> others) {
    String fault = change.fault(user, password);
    if (fault != null) {
      throw Problem.conflict("E1004", fault);
    }
    if (!tickets.use(token)) {
      throw Problem.conflict("E1004", "The link has been used already.");
    }
    change.apply(user, password, others);
  }

  private ServerResponse update(ServerRequest request) {
    JsonNode body = body(request);
    String username = text(body, "username");
    Outcome outcome =
        accounts.open(
            username,
            text(body, "oldPassword"),
            "password change",
            ClientAddress.of(request.servletRequest()));
    User user = accounts.named(username);
    boolean right = outcome.user() != null || outcome.refusal() == Refusal.PASSWORD_EXPIRED;
    if (user == null || !right) {
      throw Problem.badRequest("E1003", "Invalid username or password");
    }
    change.apply(user, text(body, "newPassword"), Map.of());
    return Answers.ok("Password updated");
  }

  private ServerResponse accept(ServerRequest request) {
    JsonNode body = body(request);
    String token = text(body, "token");
    User user = holder(token, Purpose.INVITATION);
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("invitation", false);
    for (String property : new String[] {"firstName", "surname", "phoneNumber"}) {
      String value = text(body, property);
      if (!value.isEmpty()) {
        profile.put(property, value);
      }
    }
    if (settings.flag("autoVerifyInvitedUserEmail") && user.email() != null) {
      profile.put("verifiedEmail", user.email());
    }
    changeByTicket(token, user, text(body, "password"), profile);
    return Answers.ok("Account updated");
  }

  private @Nullable String usernameFault(String username) {
    if (!Usernames.isValid(username)) {
      return "Username is not valid";
    }
    return metadata
            .get()
            .findByUnique(User.class, "username", username.toLowerCase(Locale.ROOT))
            .isPresent()
        ? "Username is already taken"
        : null;
  }

  private @Nullable String passwordFault(String password) {
    return settings.passwordPolicy().fault(password, null, null);
  }

  private static ServerResponse told(@Nullable String fault) {
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeStringProperty("response", fault == null ? "success" : "error");
      json.writeStringProperty("message", fault == null ? "" : fault);
      json.writeEndObject();
    });
  }
}
