package org.kituo.server.user;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.PUT;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.bundle.ImportReport.Stats;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.metadata.UserRole;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.authentication.Sessions;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.NewUids;
import org.kituo.server.metadata.ReportAnswers;
import org.kituo.server.metadata.SingleImport;
import org.kituo.server.metadata.StoredJson;
import org.kituo.server.metadata.Types;
import org.kituo.server.setting.Settings;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with accounts beyond what holds for all types: enabling and disabling, expiry,
 * copies, and the groups and roles of a user one by one.
 */
public final class UserRoutes {
  private static final ObjectType<User> USER = ObjectType.of(User.class);

  private final SingleImport single;
  private final Settings settings;
  private final Sessions sessions;

  /** Routes over the import of single objects. */
  public UserRoutes(SingleImport single, Settings settings, Sessions sessions) {
    this.single = single;
    this.settings = settings;
    this.sessions = sessions;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(PUT("/api/users/{uid}"), this::replace)
        .and(route(DELETE("/api/users/{uid}"), this::delete))
        .and(route(POST("/api/users/{uid}/enabled"), r -> changed(r, "disabled", false)))
        .and(route(POST("/api/users/{uid}/disabled"), r -> changed(r, "disabled", true)))
        .and(route(POST("/api/users/{uid}/expired"), this::expire))
        .and(route(POST("/api/users/{uid}/unexpired"), r -> changed(r, "accountExpiry", null)))
        .and(route(POST("/api/users/{uid}/replica"), this::replicate))
        .and(route(POST("/api/users/{uid}/twoFA/disabled"), this::resetSecondFactor))
        .and(route(GET("/api/users/{uid}/dataApprovalWorkflows"), this::workflows))
        .and(route(POST("/api/users/{uid}/userGroups/{item}"), r -> member(r, true)))
        .and(route(DELETE("/api/users/{uid}/userGroups/{item}"), r -> member(r, false)))
        .and(
            route(
                POST("/api/userRoles/{uid}/users/{item}")
                    .or(PUT("/api/userRoles/{uid}/users/{item}")),
                r -> holder(r, true)))
        .and(route(DELETE("/api/userRoles/{uid}/users/{item}"), r -> holder(r, false)));
  }

  /** A user that is replaced without groups is left in none, as DHIS2's user app expects. */
  private ServerResponse replace(ServerRequest request) {
    MetadataObject existing = single.changeable(request, USER);
    ObjectNode body = SingleImport.body(request);
    body.put("id", existing.uid());
    if (!body.has("userGroups")) {
      body.putArray("userGroups");
    }
    if (body.path("password").asString("").isEmpty()) {
      body.remove("password");
    } else {
      sessions.endAllOf(existing.uid());
    }
    return ReportAnswers.whole(single.run(request, USER, body, Strategy.UPDATE));
  }

  /** The last superuser stays, and nobody deletes the account in use. */
  private ServerResponse delete(ServerRequest request) {
    Actor actor = CurrentUser.actor(request);
    MetadataSnapshot snapshot = single.metadata();
    User user = (User) Types.existing(USER, request.pathVariable("uid"), snapshot);
    if (!AccessRules.may(actor, Action.DELETE, user, snapshot)) {
      throw Problem.forbidden(
          "E1006", "You don't have the proper permissions to delete this object.");
    }
    if (isLastSuperuser(user, snapshot)) {
      throw Problem.conflict("E1004", "Can not remove the last super user.");
    }
    if (user.uid().equals(actor.uid())) {
      throw Problem.conflict("E1004", "Users cannot delete themselves.");
    }
    ImportReport report =
        single
            .writer()
            .change(actor, ImportOptions.of(Strategy.DELETE), User.class, user.uid(), u -> u);
    if (!report.errors().isEmpty()) {
      return SingleImport.failed(SingleImport.reported(report, USER), "WARNING");
    }
    sessions.endAllOf(user.uid());
    return SingleImport.done(HttpStatus.OK, user);
  }

  private static boolean isLastSuperuser(User user, MetadataSnapshot snapshot) {
    return Actor.of(user, snapshot).isSuper()
        && snapshot.all(UserRole.class).stream()
            .filter(role -> role.authorities().contains(Actor.ALL))
            .flatMap(role -> snapshot.referrers(role, User.class, "userRoles").stream())
            .allMatch(other -> other.uid().equals(user.uid()));
  }

  private ServerResponse changed(ServerRequest request, String property, @Nullable Object value) {
    change(request, user -> USER.with(user, property, value));
    return ServerResponse.noContent().build();
  }

  private void change(ServerRequest request, UnaryOperator<User> change) {
    Actor actor = CurrentUser.actor(request);
    MetadataObject user = single.changeable(request, USER);
    SingleImport.require(
        single
            .writer()
            .change(actor, ImportOptions.of(Strategy.UPDATE), User.class, user.uid(), change));
  }

  private ServerResponse expire(ServerRequest request) {
    String date = Requests.text(request, "date");
    LocalDateTime at = date == null ? null : Dates.parse(date);
    if (at == null) {
      throw Problem.badRequest(null, "The parameter date must be a date such as 2025-01-31.");
    }
    return changed(request, "accountExpiry", at);
  }

  private ServerResponse replicate(ServerRequest request) {
    MetadataSnapshot snapshot = single.metadata();
    User user = (User) Types.existing(USER, request.pathVariable("uid"), snapshot);
    JsonNode body = SingleImport.body(request);
    String username = body.path("username").asString("");
    String password = body.path("password").asString("");
    requireUsable(username, password, user, snapshot);
    ObjectNode copy = StoredJson.of(user);
    for (String own :
        List.of("openId", "ldapId", "code", "passwordLastUpdated", "created", "verifiedEmail")) {
      copy.remove(own);
    }
    ArrayNode groups = copy.putArray("userGroups");
    snapshot
        .referrers(user, UserGroup.class, "users")
        .forEach(group -> groups.addObject().put("id", group.uid()));
    copy.put("id", NewUids.next()).put("username", username).put("password", password);
    SingleImport.require(single.run(request, USER, copy, Strategy.CREATE));
    return Answers.message(HttpStatus.CREATED, "OK", "User replica created", null);
  }

  private void requireUsable(
      String username, String password, User user, MetadataSnapshot snapshot) {
    if (username.isEmpty()) {
      throw Problem.conflict(null, "Username must be specified");
    }
    if (snapshot
        .findByUnique(User.class, "username", username.toLowerCase(Locale.ROOT))
        .isPresent()) {
      throw Problem.conflict(null, "Username already taken: " + username);
    }
    if (password.isEmpty()) {
      throw Problem.conflict(null, "Password must be specified");
    }
    String fault = settings.passwordPolicy().fault(password, username, user.email());
    if (fault != null) {
      throw Problem.conflict("E1004", fault);
    }
  }

  private ServerResponse resetSecondFactor(ServerRequest request) {
    single.changeable(request, USER);
    throw Problem.conflict("E3031", "The user has no second factor that could be disabled.");
  }

  private ServerResponse workflows(ServerRequest request) {
    MetadataSnapshot snapshot = single.metadata();
    User user = (User) Types.existing(USER, request.pathVariable("uid"), snapshot);
    return ApprovalsOfUser.workflows(Actor.of(user, snapshot), snapshot);
  }

  private ServerResponse member(ServerRequest request, boolean add) {
    Actor actor = CurrentUser.actor(request);
    MetadataSnapshot snapshot = single.metadata();
    MetadataObject user = single.changeable(request, USER);
    String groupUid = request.pathVariable("item");
    UserGroup group =
        snapshot
            .find(UserGroup.class, groupUid)
            .orElseThrow(
                () -> Problem.notFound("UserGroup with id " + groupUid + " could not be found."));
    if (!AccessRules.mayChangeMembers(actor, group, snapshot)) {
      throw Problem.forbidden("E1006", "You may not change the members of this group.");
    }
    Ref<User> member = new Ref<>(user.uid());
    if (group.users().contains(member) == add) {
      return ReportAnswers.collection(null, new Stats(0, 0, 0, add ? 1 : 0));
    }
    SingleImport.require(
        single
            .writer()
            .changeAsSystem(
                actor,
                UserGroup.class,
                groupUid,
                g -> Memberships.with(g, "users", g.users(), member, add)));
    return ReportAnswers.collection(null, add ? new Stats(0, 1, 0, 0) : new Stats(0, 0, 1, 0));
  }

  private ServerResponse holder(ServerRequest request, boolean add) {
    Actor actor = CurrentUser.actor(request);
    MetadataSnapshot snapshot = single.metadata();
    MetadataObject role =
        Types.existing(ObjectType.of(UserRole.class), request.pathVariable("uid"), snapshot);
    User user = (User) Types.existing(USER, request.pathVariable("item"), snapshot);
    if (!AccessRules.may(actor, Action.WRITE, user, snapshot)
        || !AccessRules.may(actor, Action.READ, role, snapshot)) {
      throw Problem.forbidden("E1006", "You may not change the roles of this user.");
    }
    Ref<UserRole> held = new Ref<>(role.uid());
    ImportReport report =
        single
            .writer()
            .change(
                actor,
                ImportOptions.of(Strategy.UPDATE),
                User.class,
                user.uid(),
                u -> Memberships.with(u, "userRoles", u.userRoles(), held, add));
    if (!report.errors().isEmpty()) {
      throw Problem.forbidden("E1006", report.errors().getFirst().message());
    }
    return ServerResponse.noContent().build();
  }
}
