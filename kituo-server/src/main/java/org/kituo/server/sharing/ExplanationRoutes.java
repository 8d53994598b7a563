package org.kituo.server.sharing;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.kituo.model.access.AccessExplanation;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
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

/**
 * Why a user may or may not see or change an object, which DHIS2 does not tell: {@code GET
 * /api/kituo/access?user=&object=}. Users ask about themselves; about others, those who may change
 * the account.
 */
public final class ExplanationRoutes {
  private final Supplier<MetadataSnapshot> metadata;

  /** Routes over metadata. */
  public ExplanationRoutes(Supplier<MetadataSnapshot> metadata) {
    this.metadata = metadata;
  }

  /** The route. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/kituo/access"), this::explain);
  }

  private ServerResponse explain(ServerRequest request) {
    Actor asking = CurrentUser.actor(request);
    MetadataSnapshot snapshot = metadata.get();
    User user = user(request, asking, snapshot);
    MetadataObject object = object(request, asking, snapshot);
    Actor actor = Actor.of(user, snapshot);
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeStringProperty("user", user.username());
      json.writeStringProperty("type", ObjectType.of(object).singular());
      json.writeStringProperty("object", object.label());
      json.writeName("answers");
      json.writeStartArray();
      for (AccessExplanation.Answer answer : AccessExplanation.of(actor, object, snapshot)) {
        json.writeStartObject();
        json.writeStringProperty("action", answer.action().name());
        json.writeBooleanProperty("allowed", answer.allowed());
        json.writeName("reasons");
        json.writeStartArray();
        answer.reasons().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      if (object instanceof OrganisationUnit unit) {
        json.writeName("scope");
        json.writeStartArray();
        AccessExplanation.ofUnit(actor, unit, snapshot).forEach(json::writeString);
        json.writeEndArray();
      }
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
            .orElseThrow(() -> Problem.notFound("There is no user " + named + "."));
    if (!user.uid().equals(asking.uid())
        && !AccessRules.may(asking, Action.WRITE, user, snapshot)) {
      throw Problem.forbidden("E1006", "You may not ask about the access of this user.");
    }
    return user;
  }

  /** An object that the one who asks may see; those who add users may ask about all. */
  private static MetadataObject object(
      ServerRequest request, Actor asking, MetadataSnapshot snapshot) {
    String uid = Objects.requireNonNullElse(Requests.text(request, "object"), "");
    return snapshot
        .findAny(uid)
        .filter(object ->
            AccessRules.may(asking, Action.READ, object, snapshot) || asking.hasAny("F_USER_ADD"))
        .orElseThrow(() -> Problem.notFound("No object with id " + uid + " could be found."));
  }
}
