package org.kituo.server.account;

import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.metadata.User;
import org.kituo.model.schema.ObjectType;
import org.kituo.server.authentication.Login;
import org.kituo.server.authentication.LoginConfig;
import org.kituo.server.http.BaseUrl;
import org.kituo.server.http.Problem;
import org.kituo.server.metadata.NewUids;
import org.kituo.server.metadata.PayloadShapes;
import org.kituo.server.metadata.SingleImport;
import org.kituo.server.metadata.Types;
import org.kituo.server.setting.Settings;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * New accounts that are not made in one go: people who register themselves, where the administrator
 * has said with which role and unit, and people who are invited and choose their own password.
 */
public final class RegistrationRoutes {
  private static final ObjectType<User> USER = ObjectType.of(User.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SingleImport single;
  private final PayloadShapes shapes;
  private final Settings settings;
  private final Tickets tickets;
  private final Login login;
  private final BaseUrl baseUrl;

  /** Routes over the import of single objects. */
  public RegistrationRoutes(
      SingleImport single,
      PayloadShapes shapes,
      Settings settings,
      Tickets tickets,
      Login login,
      BaseUrl baseUrl) {
    this.single = single;
    this.shapes = shapes;
    this.settings = settings;
    this.tickets = tickets;
    this.login = login;
    this.baseUrl = baseUrl;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST("/api/auth/registration"), this::register)
        .and(route(POST("/api/users/invite"), this::invite))
        .and(route(POST("/api/users/invites"), this::inviteAll))
        .and(route(POST("/api/users/{uid}/invite"), this::inviteAgain))
        .and(route(POST("/api/users/{uid}/reset"), this::reset));
  }

  private ServerResponse register(ServerRequest request) {
    ObjectNode given = SingleImport.body(request);
    Optional<String> role = settings.set("selfRegistrationRole");
    Optional<String> unit = settings.set("selfRegistrationOrgUnit");
    if (!LoginConfig.isRegistrationOpen(settings)) {
      throw Problem.badRequest("E1003", "User self registration is not allowed");
    }
    if (!settings.flag("keySelfRegistrationNoRecaptcha")) {
      throw Problem.badRequest(
          "E1003", "Registration needs a proof by reCAPTCHA, which this server cannot check.");
    }
    ObjectNode user = given.objectNode();
    for (String property :
        new String[] {"username", "firstName", "surname", "password", "email", "phoneNumber"}) {
      if (given.has(property)) {
        user.set(property, given.get(property));
      }
    }
    user.put("id", NewUids.next()).put("selfRegistered", true);
    role.ifPresent(id -> user.putArray("userRoles").addObject().put("id", id));
    unit.ifPresent(id -> user.putArray("organisationUnits").addObject().put("id", id));
    shapes.object(USER, user, user.objectNode());
    Bundle.Item item = Bundle.readOne(USER, user, NewUids::next);
    Actor newcomer = new Actor((User) item.object(), Set.of(), Set.of(), true).asSystem();
    ImportReport report =
        single
            .writer()
            .run(
                newcomer,
                ImportOptions.of(Strategy.CREATE),
                (snapshot, context) -> new Bundle(List.of(item)));
    if (!report.errors().isEmpty()) {
      throw Problem.badRequest("E1003", report.errors().getFirst().message());
    }
    User made = (User) Types.existing(USER, user.path("id").asString(), single.metadata());
    return login.begun(made, HttpStatus.CREATED);
  }

  private ServerResponse invite(ServerRequest request) {
    SingleImport.requireCreator(request, USER);
    ObjectNode user = SingleImport.body(request);
    requireMailable(user);
    ImportReport report = single.run(request, USER, invited(user), Strategy.CREATE);
    if (!report.errors().isEmpty()) {
      return SingleImport.failed(SingleImport.reported(report, USER), "ERROR");
    }
    mail(request, user.path("id").asString());
    return SingleImport.done(HttpStatus.CREATED, SingleImport.reported(report, USER).object());
  }

  private ServerResponse inviteAll(ServerRequest request) {
    SingleImport.requireCreator(request, USER);
    JsonNode users = SingleImport.body(request).path("users");
    for (JsonNode node : users) {
      requireMailable(node);
    }
    for (JsonNode node : users) {
      SingleImport.require(single.run(request, USER, invited((ObjectNode) node), Strategy.CREATE));
      mail(request, node.path("id").asString());
    }
    return ServerResponse.noContent().build();
  }

  private void requireMailable(JsonNode user) {
    String email = user.path("email").asString("");
    if (!email.contains("@")) {
      throw Problem.conflict("E6202", "User account does not have a valid email address");
    }
    if (!LoginConfig.isMailConfigured(settings)) {
      throw Problem.conflict("E6203", "Email is not configured for the system");
    }
  }

  /** An account with a password that nobody knows, until its owner chooses one. */
  private static ObjectNode invited(ObjectNode user) {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    String unknown = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    if (user.path("username").asString("").isEmpty()) {
      user.put("username", "invited." + NewUids.next());
    }
    return user.put("password", "aA1-" + unknown).put("invitation", true);
  }

  private void mail(ServerRequest request, String uid) {
    User user = (User) Types.existing(USER, uid, single.metadata());
    tickets.mailInvitation(user, Objects.requireNonNull(user.email()), baseUrl.of(request));
  }

  private ServerResponse inviteAgain(ServerRequest request) {
    User user = mailable(request);
    if (!user.invitation()) {
      throw Problem.conflict("E6201", "The user is not invited");
    }
    mail(request, user.uid());
    return ServerResponse.noContent().build();
  }

  private ServerResponse reset(ServerRequest request) {
    User user = mailable(request);
    tickets.mailRecovery(user, Objects.requireNonNull(user.email()), baseUrl.of(request));
    return ServerResponse.noContent().build();
  }

  private User mailable(ServerRequest request) {
    User user = (User) single.changeable(request, USER);
    if (user.email() == null || user.externalAuth()) {
      throw Problem.conflict("E6202", "User account does not have a valid email address");
    }
    if (!LoginConfig.isMailConfigured(settings)) {
      throw Problem.conflict("E6203", "Email is not configured for the system");
    }
    return user;
  }
}
