package org.kituo.server.user;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.setting.Settings;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** Finds users by name, with no more than their names, for whoever is logged in. */
public final class UserLookupRoutes {
  private static final int MOST = 25;

  private final Supplier<MetadataSnapshot> metadata;
  private final Settings settings;

  /** Routes over metadata. */
  public UserLookupRoutes(Supplier<MetadataSnapshot> metadata, Settings settings) {
    this.metadata = metadata;
    this.settings = settings;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/userLookup"), this::search)
        .and(route(GET("/api/userLookup/feedbackRecipients"), this::feedback))
        .and(route(GET("/api/userLookup/{id}"), this::one));
  }

  private ServerResponse search(ServerRequest request) {
    Actor actor = CurrentUser.actor(request);
    MetadataSnapshot snapshot = metadata.get();
    Predicate<User> near = within(request, actor, snapshot);
    return list(snapshot.all(User.class).stream().filter(near), request);
  }

  /** Those whose units are the actor's own or below, where the request limits the search so. */
  private static Predicate<User> within(
      ServerRequest request, Actor actor, MetadataSnapshot snapshot) {
    String boundary = Requests.text(request, "orgUnitBoundary");
    if (boundary == null) {
      return user -> true;
    }
    List<Ref<OrganisationUnit>> scope = UserUnits.of(actor.user(), boundary);
    return user ->
        UserUnits.of(user, boundary).stream()
            .map(ref -> snapshot.get(OrganisationUnit.class, ref.id()))
            .anyMatch(unit -> AccessRules.within(unit, scope, snapshot));
  }

  private ServerResponse feedback(ServerRequest request) {
    MetadataSnapshot snapshot = metadata.get();
    UserGroup group =
        settings
            .set("feedbackRecipients")
            .flatMap(uid -> snapshot.find(UserGroup.class, uid))
            .orElseThrow(() ->
                Problem.conflict("E6200", "Feedback message recipients user group not defined"));
    return list(
        group.users().stream()
            .map(ref -> snapshot.get(User.class, ref.id()))
            .filter(Objects::nonNull),
        request);
  }

  private static ServerResponse list(Stream<User> users, ServerRequest request) {
    String query = Requests.text(request, "query");
    List<User> found =
        users
            .filter(user -> query == null || matches(user, query.toLowerCase(Locale.ROOT)))
            .sorted(Comparator.comparing(User::name, String.CASE_INSENSITIVE_ORDER))
            .limit(MOST)
            .toList();
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeName("users");
      json.writeStartArray();
      found.forEach(user -> write(json, user));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static boolean matches(User user, String words) {
    return Stream.of(user.name(), user.username(), user.email(), user.phoneNumber())
        .filter(Objects::nonNull)
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
  }

  private ServerResponse one(ServerRequest request) {
    String id = request.pathVariable("id");
    MetadataSnapshot snapshot = metadata.get();
    Optional<User> user =
        snapshot
            .find(User.class, id)
            .or(() -> snapshot.findByUnique(User.class, "username", id.toLowerCase(Locale.ROOT)));
    return user.map(found -> Answers.json(json -> write(json, found)))
        .orElseGet(() -> ServerResponse.ok().build());
  }

  private static void write(JsonGenerator json, User user) {
    json.writeStartObject();
    json.writeStringProperty("id", user.uid());
    json.writeStringProperty("username", user.username());
    json.writeStringProperty("firstName", user.firstName());
    json.writeStringProperty("surname", user.surname());
    json.writeStringProperty("displayName", user.name());
    json.writeEndObject();
  }
}
