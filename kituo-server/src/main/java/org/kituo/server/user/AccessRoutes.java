package org.kituo.server.user;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.kituo.model.access.AccessExplanation;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.User;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/**
 * Why a user may or may not do something, which DHIS2 leaves administrators to find out: {@code GET
 * /api/kituo/access?user=&object=}. Users may ask about themselves; about others needs the
 * authority F_USER_VIEW.
 */
public final class AccessRoutes {
  private static final String VIEW_USERS = "F_USER_VIEW";

  private final Supplier<MetadataSnapshot> metadata;

  /** Routes over the current metadata. */
  public AccessRoutes(Supplier<MetadataSnapshot> metadata) {
    this.metadata = metadata;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/kituo/access"), this::explain);
  }

  private ServerResponse explain(ServerRequest request) {
    MetadataSnapshot snapshot = metadata.get();
    Actor asking = CurrentUser.actor(request);
    Actor actor = Actor.of(user(request, asking, snapshot), snapshot);
    String uid = Requests.text(request, "object");
    if (uid == null) {
      throw Problem.badRequest(
          null, "The parameter object is missing: the identifier of an object.");
    }
    MetadataObject object =
        snapshot
            .findAny(uid)
            .orElseThrow(() -> Problem.notFound("There is no object with the id " + uid + "."));
    List<String> scope =
        object instanceof OrganisationUnit unit
            ? AccessExplanation.ofUnit(actor, unit, snapshot)
            : List.of();
    return Answers.json(json -> {
      json.writeStartObject();
      named(json, "user", actor.user());
      named(json, "object", object);
      json.writeName("actions");
      json.writeStartArray();
      AccessExplanation.of(actor, object, snapshot).forEach(e -> explanation(json, e));
      json.writeEndArray();
      texts(json, "scope", scope);
      json.writeEndObject();
    });
  }

  private static User user(ServerRequest request, Actor asking, MetadataSnapshot snapshot) {
    String named = Requests.text(request, "user");
    if (named == null) {
      return asking.user();
    }
    User user =
        snapshot
            .find(User.class, named)
            .or(() -> snapshot.findByUnique(User.class, "username", named.toLowerCase(Locale.ROOT)))
            .orElse(null);
    boolean self = user != null && user.uid().equals(asking.uid());
    if (!self && !asking.hasAny(VIEW_USERS)) {
      throw Problem.forbidden(
          "E1006", "To ask about other users needs the authority " + VIEW_USERS + ".");
    }
    if (user == null) {
      throw Problem.notFound("There is no user " + named + ".");
    }
    return user;
  }

  private static void named(JsonGenerator json, String name, MetadataObject object) {
    json.writeName(name);
    json.writeStartObject();
    json.writeStringProperty("type", ObjectType.of(object).singular());
    json.writeStringProperty("id", object.uid());
    json.writeStringProperty("name", object.label());
    json.writeEndObject();
  }

  private static void explanation(JsonGenerator json, AccessExplanation.Answer explanation) {
    json.writeStartObject();
    json.writeStringProperty("action", explanation.action().name());
    json.writeBooleanProperty("allowed", explanation.allowed());
    texts(json, "reasons", explanation.reasons());
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeName(name);
    json.writeStartArray();
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
