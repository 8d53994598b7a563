package org.kituo.server.sharing;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.PUT;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.Program;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.metadata.constant.ProgramType;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Sharing;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.SingleImport;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * The sharing of one object in the form that DHIS2's sharing dialog reads and writes: {@code
 * /api/sharing}; and the users and groups that the dialog offers.
 */
public final class SharingRoutes {
  private static final int MOST_FOUND = 50;

  private final SingleImport single;

  /** Routes over the import of single objects. */
  public SharingRoutes(SingleImport single) {
    this.single = single;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/sharing/search"), this::search)
        .and(route(GET("/api/sharing"), this::read))
        .and(route(POST("/api/sharing").or(PUT("/api/sharing")), this::write));
  }

  private MetadataObject object(ServerRequest request, MetadataSnapshot snapshot) {
    String name = Requests.text(request, "type");
    String id = Requests.text(request, "id");
    ObjectType<?> type = name == null ? null : MetadataTypes.bySingular(name);
    if (type == null || !type.facts().shareable()) {
      throw Problem.conflict(null, "Type " + name + " is not supported.");
    }
    return snapshot
        .find(MetadataTypes.record(type), id == null ? "" : id)
        .map(MetadataObject.class::cast)
        .orElseThrow(
            () -> Problem.notFound(type.simpleKlass() + " with id " + id + " could not be found."));
  }

  private ServerResponse read(ServerRequest request) {
    Actor actor = CurrentUser.actor(request);
    MetadataSnapshot snapshot = single.metadata();
    MetadataObject object = object(request, snapshot);
    if (!AccessRules.may(actor, Action.READ, object, snapshot)) {
      throw noAccess();
    }
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeName("meta");
      json.writeStartObject();
      json.writeBooleanProperty(
          "allowPublicAccess", AccessRules.mayCreatePublic(actor, ObjectType.of(object).facts()));
      json.writeBooleanProperty("allowExternalAccess", false);
      json.writeEndObject();
      json.writeName("object");
      write(json, object, snapshot);
      json.writeEndObject();
    });
  }

  private static Problem noAccess() {
    return Problem.forbidden("E1006", "You do not have manage access to this object.");
  }

  private static void write(JsonGenerator json, MetadataObject object, MetadataSnapshot snapshot) {
    Sharing sharing = object.identity().sharing();
    json.writeStartObject();
    json.writeStringProperty("id", object.uid());
    json.writeStringProperty("name", object.label());
    json.writeStringProperty("displayName", object.label());
    if (sharing.publicAccess() != null) {
      json.writeStringProperty("publicAccess", sharing.publicAccess());
    }
    json.writeBooleanProperty("externalAccess", false);
    User owner = sharing.owner() == null ? null : snapshot.get(User.class, sharing.owner());
    if (owner != null) {
      json.writeName("user");
      json.writeStartObject();
      json.writeStringProperty("id", owner.uid());
      json.writeStringProperty("name", owner.name());
      json.writeEndObject();
    }
    accesses(json, "userGroupAccesses", sharing.userGroups(), UserGroup.class, snapshot);
    accesses(json, "userAccesses", sharing.users(), User.class, snapshot);
    json.writeEndObject();
  }

  private static void accesses(
      JsonGenerator json,
      String name,
      Map<String, String> accesses,
      Class<? extends MetadataObject> type,
      MetadataSnapshot snapshot) {
    json.writeName(name);
    json.writeStartArray();
    accesses.forEach((id, access) -> {
      MetadataObject object = snapshot.get(type, id);
      if (object != null) {
        json.writeStartObject();
        named(json, object);
        json.writeStringProperty("access", access);
        json.writeEndObject();
      }
    });
    json.writeEndArray();
  }

  private static void named(JsonGenerator json, MetadataObject object) {
    json.writeStringProperty("id", object.uid());
    json.writeStringProperty("name", object.name());
    json.writeStringProperty("displayName", object.name());
    if (object instanceof User user) {
      json.writeStringProperty("username", user.username());
    }
  }

  private ServerResponse write(ServerRequest request) {
    Actor actor = CurrentUser.actor(request);
    MetadataSnapshot snapshot = single.metadata();
    MetadataObject object = object(request, snapshot);
    if (!AccessRules.may(actor, Action.WRITE, object, snapshot)) {
      throw noAccess();
    }
    if (DefaultObjects.isDefault(object)) {
      throw Problem.conflict("E3013", "The sharing of the default objects cannot be changed.");
    }
    JsonNode given = Requests.json(request).path("object");
    if (!given.isObject()) {
      throw Problem.conflict(null, "The body must have an object with the sharing.");
    }
    Sharing sharing = sharing(given, object, actor);
    ImportReport report =
        single
            .writer()
            .run(
                actor,
                ImportOptions.of(Strategy.UPDATE),
                (now, context) -> shared(object, sharing, now));
    SingleImport.require(report);
    return Answers.message(HttpStatus.OK, "OK", "Access control set", null);
  }

  /** The object, and for an event program the one stage that stands for it, with a sharing. */
  private static Bundle shared(MetadataObject object, Sharing sharing, MetadataSnapshot now) {
    List<Bundle.Item> items = new ArrayList<>(item(object, sharing, now));
    if (object instanceof Program program
        && program.programType() == ProgramType.WITHOUT_REGISTRATION) {
      for (Ref<?> ref : program.programStages()) {
        now.findAny(ref.id()).ifPresent(stage -> items.addAll(item(stage, sharing, now)));
      }
    }
    return new Bundle(items);
  }

  private static List<Bundle.Item> item(
      MetadataObject object, Sharing sharing, MetadataSnapshot now) {
    MetadataObject newest =
        now.find(object.getClass(), object.uid()).map(MetadataObject.class::cast).orElse(object);
    return Bundle.of(
            SharingChange.with(newest, sharing), ObjectType.of(newest).properties().keySet())
        .items();
  }

  private static Sharing sharing(JsonNode given, MetadataObject object, Actor actor) {
    ObjectType<?> type = ObjectType.of(object);
    Sharing before = object.identity().sharing();
    String open = given.path("publicAccess").asString(null);
    if (open != null && !Sharing.isAccess(open)) {
      throw Problem.conflict(null, "Invalid public access string: " + open);
    }
    boolean kept = open == null || !AccessRules.mayCreatePublic(actor, type.facts());
    String owner = given.path("user").path("id").asString(before.owner());
    return new Sharing(
        owner,
        kept ? before.publicAccess() : fitting(Objects.requireNonNull(open), type),
        accesses(given.path("userAccesses"), type),
        accesses(given.path("userGroupAccesses"), type));
  }

  private static Map<String, String> accesses(JsonNode given, ObjectType<?> type) {
    Map<String, String> accesses = new LinkedHashMap<>();
    for (JsonNode node : given) {
      String access = node.path("access").asString("");
      if (!Sharing.isAccess(access)) {
        throw Problem.conflict(null, "Invalid access string: " + access);
      }
      accesses.put(node.path("id").asString(""), fitting(access, type));
    }
    return accesses;
  }

  /** Access to data is left out where the type has no data behind it. */
  private static String fitting(String access, ObjectType<?> type) {
    return type.facts().dataShareable() ? access : access.substring(0, 2) + "------";
  }

  private ServerResponse search(ServerRequest request) {
    Actor actor = CurrentUser.actor(request);
    MetadataSnapshot snapshot = single.metadata();
    String key = Requests.text(request, "key");
    if (key == null) {
      throw Problem.conflict(null, "Search key not specified");
    }
    int most = Requests.integer(request, "pageSize", MOST_FOUND);
    return Answers.json(json -> {
      json.writeStartObject();
      found(
          json, "users", snapshot.all(User.class), u -> matches(key, u.name(), u.username()), most);
      found(
          json,
          "userGroups",
          snapshot.all(UserGroup.class),
          g -> matches(key, g.name(), null) && AccessRules.may(actor, Action.READ, g, snapshot),
          most);
      json.writeEndObject();
    });
  }

  private static boolean matches(String key, @Nullable String name, @Nullable String username) {
    String words = key.toLowerCase(Locale.ROOT);
    return name != null && name.toLowerCase(Locale.ROOT).contains(words)
        || username != null && username.toLowerCase(Locale.ROOT).contains(words);
  }

  private static <T extends MetadataObject> void found(
      JsonGenerator json, String name, Iterable<T> objects, Predicate<T> fits, int most) {
    List<T> found = new ArrayList<>();
    objects.forEach(object -> {
      if (fits.test(object)) {
        found.add(object);
      }
    });
    found.sort(Comparator.comparing(MetadataObject::label, String.CASE_INSENSITIVE_ORDER));
    json.writeName(name);
    json.writeStartArray();
    found.stream()
        .limit(most)
        .forEach(object -> {
          json.writeStartObject();
          named(json, object);
          json.writeEndObject();
        });
    json.writeEndArray();
  }
}
