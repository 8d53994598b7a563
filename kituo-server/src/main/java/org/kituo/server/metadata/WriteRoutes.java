package org.kituo.server.metadata;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.PATCH;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.PUT;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.ImportError;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.bundle.ImportReport.ObjectReport;
import org.kituo.model.query.JsonPatch;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.BaseUrl;
import org.kituo.server.http.HeadedResponse;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.system.NewUids;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creating, replacing, patching and deleting single objects, and adding to and taking from their
 * collections: all of them imports of one.
 */
public final class WriteRoutes {
  private static final String FAILED =
      "One or more errors occurred, please see full details in import report.";
  private static final String PATCH_TYPE = "application/json-patch+json";

  private final Supplier<MetadataSnapshot> metadata;
  private final MetadataWriter writer;
  private final PayloadShapes shapes;
  private final BaseUrl baseUrl;

  /** Routes over metadata and a writer. */
  public WriteRoutes(
      Supplier<MetadataSnapshot> metadata,
      MetadataWriter writer,
      PayloadShapes shapes,
      BaseUrl baseUrl) {
    this.metadata = metadata;
    this.writer = writer;
    this.shapes = shapes;
    this.baseUrl = baseUrl;
  }

  /** The routes. They take any type's name, so that they come after those of particular paths. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST("/api/{type}"), this::create)
        .and(route(PUT("/api/{type}/{uid}"), this::replace))
        .and(route(PATCH("/api/{type}/{uid}"), this::patch))
        .and(route(DELETE("/api/{type}/{uid}"), this::delete))
        .and(route(PUT("/api/{type}/{uid}/translations"), r -> part(r, "translations")))
        .and(route(PUT("/api/{type}/{uid}/sharing"), r -> part(r, "sharing")))
        .and(route(POST("/api/{type}/{uid}/{property}/{item}"), r -> item(r, true)))
        .and(route(DELETE("/api/{type}/{uid}/{property}/{item}"), r -> item(r, false)))
        .and(route(POST("/api/{type}/{uid}/{property}"), r -> items(r, Items.ADD)))
        .and(route(PUT("/api/{type}/{uid}/{property}"), r -> items(r, Items.REPLACE)))
        .and(route(DELETE("/api/{type}/{uid}/{property}"), r -> items(r, Items.REMOVE)));
  }

  private ServerResponse create(ServerRequest request) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    Actor actor = CurrentUser.actor(request);
    if (!AccessRules.mayCreate(actor, type.facts())) {
      throw Problem.forbidden(
          "E1006", "You don't have the proper permissions to create this object.");
    }
    ObjectNode body = body(request);
    ImportReport report = save(request, type, body, Strategy.CREATE, Set.of("translations"));
    ObjectReport object = reported(report, type);
    if (!object.errors().isEmpty()) {
      return failed(object, "ERROR");
    }
    String location = baseUrl.api(request) + "/" + type.plural() + "/" + object.object().uid();
    return new HeadedResponse(done(HttpStatus.CREATED, object.object()), "Location", location);
  }

  private static ObjectNode body(ServerRequest request) {
    if (Requests.json(request) instanceof ObjectNode body) {
      return body;
    }
    throw Problem.conflict(null, "The body must be a JSON object.");
  }

  private ServerResponse replace(ServerRequest request) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    MetadataObject existing = changeable(request, type);
    ObjectNode body = body(request);
    body.put("id", existing.uid());
    return saved(request, type, body);
  }

  private ServerResponse saved(ServerRequest request, ObjectType<?> type, ObjectNode body) {
    ObjectReport object = reported(save(request, type, body, Strategy.UPDATE, Set.of()), type);
    return object.errors().isEmpty()
        ? done(HttpStatus.OK, object.object())
        : failed(object, "ERROR");
  }

  private MetadataObject changeable(ServerRequest request, ObjectType<?> type) {
    MetadataSnapshot snapshot = metadata.get();
    MetadataObject existing = Types.existing(type, request.pathVariable("uid"), snapshot);
    if (!AccessRules.may(CurrentUser.actor(request), Action.WRITE, existing, snapshot)) {
      throw Problem.forbidden(
          "E1006", "You don't have the proper permissions to update this object.");
    }
    return existing;
  }

  private ServerResponse patch(ServerRequest request) {
    String contentType = request.servletRequest().getContentType();
    if (contentType == null || !contentType.startsWith(PATCH_TYPE)) {
      throw Problem.of(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          null,
          "Content-Type '" + contentType + "' is not supported");
    }
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    MetadataObject existing = changeable(request, type);
    JsonPatch patch = JsonPatch.parse(Requests.json(request, HttpStatus.BAD_REQUEST));
    ObjectNode body = StoredJson.of(existing);
    patch.apply(type, body);
    body.put("id", existing.uid());
    return saved(request, type, body);
  }

  /** Imports a bundle of one object and those written out inside it. */
  private ImportReport save(
      ServerRequest request,
      ObjectType<?> type,
      ObjectNode body,
      Strategy strategy,
      Set<String> dropped) {
    dropped.forEach(body::remove);
    ObjectNode bundle = body.objectNode();
    if (!body.has("id")) {
      body.put("id", NewUids.next());
    }
    shapes.object(type, body, bundle);
    ((ArrayNode)
            (bundle.get(type.plural()) instanceof ArrayNode array
                ? array
                : bundle.putArray(type.plural())))
        .add(body);
    ImportOptions given = ImportRoutes.options(request);
    boolean parts = bundle.size() > 1;
    ImportOptions options =
        ImportOptions.of(parts ? Strategy.CREATE_AND_UPDATE : strategy)
            .withSkipSharing(given.skipSharing())
            .withSkipTranslation(given.skipTranslation());
    return writer.run(
        CurrentUser.actor(request),
        options,
        (snapshot, context) ->
            ImportRoutes.fitting(Bundle.read(bundle, false, snapshot, context.newUid())));
  }

  /** The report of the object itself; of a part where only that has errors. */
  static ObjectReport reported(ImportReport report, ObjectType<?> type) {
    List<ObjectReport> all = new ArrayList<>();
    report.types().forEach(t -> all.addAll(t.objects()));
    ObjectReport own =
        all.stream()
            .filter(o -> ObjectType.of(o.object()) == type)
            .reduce((a, b) -> b)
            .orElseThrow();
    return !own.errors().isEmpty()
        ? own
        : all.stream().filter(o -> !o.errors().isEmpty()).findFirst().orElse(own);
  }

  static ServerResponse done(HttpStatus status, MetadataObject object) {
    return Answers.message(
        status, "OK", null, json -> ReportJson.objectReport(json, object, List.of()));
  }

  static ServerResponse failed(ObjectReport report, String outcome) {
    boolean denied =
        report.errors().stream()
            .anyMatch(e -> e.code().equals("E3000") || e.code().equals("E3001"));
    if (denied) {
      ImportError first = report.errors().getFirst();
      throw Problem.forbidden("E1006", first.message());
    }
    return Answers.message(
        HttpStatus.CONFLICT,
        outcome,
        FAILED,
        json -> ReportJson.objectReport(json, report.object(), report.errors()));
  }

  private ServerResponse delete(ServerRequest request) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    MetadataSnapshot snapshot = metadata.get();
    MetadataObject object = Types.existing(type, request.pathVariable("uid"), snapshot);
    Actor actor = CurrentUser.actor(request);
    if (!AccessRules.may(actor, Action.DELETE, object, snapshot)) {
      throw Problem.forbidden(
          "E1006", "You don't have the proper permissions to delete this object.");
    }
    ImportReport report =
        writer.run(
            actor,
            ImportOptions.of(Strategy.DELETE),
            (now, context) -> Bundle.of(object, Set.of()));
    ObjectReport reported = reported(report, type);
    return reported.errors().isEmpty() ? done(HttpStatus.OK, object) : failed(reported, "WARNING");
  }

  /** Replaces one property of an object: its translations or its sharing. */
  private ServerResponse part(ServerRequest request, String property) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    MetadataObject existing = changeable(request, type);
    JsonNode given = Requests.json(request);
    ObjectNode body = StoredJson.of(existing);
    body.set(property, given.has(property) ? given.get(property) : given);
    ObjectReport object = reported(save(request, type, body, Strategy.UPDATE, Set.of()), type);
    return object.errors().isEmpty()
        ? ServerResponse.noContent().build()
        : failed(object, "WARNING");
  }

  private enum Items {
    ADD,
    REPLACE,
    REMOVE
  }

  private ServerResponse item(ServerRequest request, boolean add) {
    String item = request.pathVariable("item");
    return changed(
        request, add ? List.of(item) : List.of(), add ? List.of() : List.of(item), false);
  }

  private ServerResponse items(ServerRequest request, Items mode) {
    JsonNode body = Requests.json(request);
    List<String> named = ids(body.path("identifiableObjects"));
    return switch (mode) {
      case ADD -> {
        List<String> additions = new ArrayList<>(named);
        additions.addAll(ids(body.path("additions")));
        yield changed(request, additions, ids(body.path("deletions")), false);
      }
      case REPLACE -> changed(request, named, List.of(), true);
      case REMOVE -> changed(request, List.of(), named, false);
    };
  }

  private static List<String> ids(JsonNode array) {
    List<String> ids = new ArrayList<>();
    array.forEach(n -> ids.add(n.isString() ? n.stringValue() : n.path("id").asString("")));
    return ids;
  }

  private ServerResponse changed(
      ServerRequest request, List<String> additions, List<String> deletions, boolean replace) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    String property = request.pathVariable("property");
    CollectionSide side = CollectionSide.of(type, property);
    MetadataObject object = changeable(request, type);
    ImportReport report =
        writer.run(
            CurrentUser.actor(request),
            ImportOptions.of(Strategy.UPDATE),
            (snapshot, context) ->
                side.change(snapshot, object.uid(), additions, deletions, replace));
    List<ImportError> errors = report.errors();
    if (!errors.isEmpty()) {
      return Answers.message(
          HttpStatus.CONFLICT,
          "ERROR",
          FAILED,
          json -> ReportJson.objectReport(json, object, errors));
    }
    return Answers.message(
        HttpStatus.OK,
        "OK",
        null,
        json ->
            ReportJson.typeReport(
                json, side.item(), side.stats(object, additions, deletions, replace)));
  }
}
