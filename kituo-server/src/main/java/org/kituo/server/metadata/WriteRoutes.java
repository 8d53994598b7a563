package org.kituo.server.metadata;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.PATCH;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.PUT;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creating, replacing, patching and deleting single objects, and adding to and taking from their
 * collections: all of them imports of one.
 */
public final class WriteRoutes {
  private static final String PATCH_TYPE = "application/json-patch+json";

  private final SingleImport single;
  private final BaseUrl baseUrl;

  /** Routes over the import of single objects. */
  public WriteRoutes(SingleImport single, BaseUrl baseUrl) {
    this.single = single;
    this.baseUrl = baseUrl;
  }

  /** The routes. They take any type's name, so that they come after those of particular paths. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST("/api/{type}"), this::create)
        .and(route(PUT("/api/{type}/{uid}"), this::replace))
        .and(route(PATCH("/api/{type}/{uid}"), this::patch))
        .and(route(DELETE("/api/{type}/{uid}"), this::delete))
        .and(route(POST("/api/{type}/{uid}/{property}/{item}"), r -> item(r, true)))
        .and(route(DELETE("/api/{type}/{uid}/{property}/{item}"), r -> item(r, false)))
        .and(route(POST("/api/{type}/{uid}/{property}"), r -> items(r, Items.ADD)))
        .and(route(PUT("/api/{type}/{uid}/{property}"), r -> items(r, Items.REPLACE)))
        .and(route(DELETE("/api/{type}/{uid}/{property}"), r -> items(r, Items.REMOVE)));
  }

  private ServerResponse create(ServerRequest request) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    requireJson(request);
    SingleImport.requireCreator(request, type);
    ObjectNode body = SingleImport.body(request);
    body.remove("translations");
    ImportReport report = single.run(request, type, body, Strategy.CREATE);
    ObjectReport object = SingleImport.reported(report, type);
    if (!object.errors().isEmpty()) {
      return SingleImport.failed(object, "ERROR");
    }
    String location = baseUrl.api(request) + "/" + type.plural() + "/" + object.object().uid();
    return new HeadedResponse(
        SingleImport.done(HttpStatus.CREATED, object.object()), "Location", location);
  }

  private static void requireJson(ServerRequest request) {
    request
        .headers()
        .contentType()
        .filter(given -> !given.getSubtype().endsWith("json"))
        .ifPresent(given -> {
          throw unsupported(given.toString());
        });
  }

  private static Problem unsupported(@Nullable String contentType) {
    return Problem.of(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        null,
        "Content-Type '" + contentType + "' is not supported");
  }

  private ServerResponse replace(ServerRequest request) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    MetadataObject existing = single.changeable(request, type);
    ObjectNode body = SingleImport.body(request);
    body.put("id", existing.uid());
    return saved(request, type, body, Set.of());
  }

  private ServerResponse saved(
      ServerRequest request, ObjectType<?> type, ObjectNode body, Set<String> kept) {
    ObjectReport object =
        SingleImport.reported(single.run(request, type, body, Strategy.UPDATE, kept), type);
    return object.errors().isEmpty()
        ? SingleImport.done(HttpStatus.OK, object.object())
        : SingleImport.failed(object, "ERROR");
  }

  private ServerResponse patch(ServerRequest request) {
    String contentType = request.servletRequest().getContentType();
    if (contentType == null || !contentType.startsWith(PATCH_TYPE)) {
      throw unsupported(contentType);
    }
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    MetadataObject existing = single.changeable(request, type);
    JsonPatch patch = JsonPatch.parse(Requests.json(request, HttpStatus.BAD_REQUEST));
    Set<String> untouched = StoredJson.untouched(existing, patch.properties());
    ObjectNode body = StoredJson.withOthers(existing, untouched, single.metadata());
    patch.apply(type, body);
    body.put("id", existing.uid());
    return saved(request, type, body, untouched);
  }

  private ServerResponse delete(ServerRequest request) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    MetadataSnapshot snapshot = single.metadata();
    MetadataObject object = Types.existing(type, request.pathVariable("uid"), snapshot);
    Actor actor = CurrentUser.actor(request);
    if (!AccessRules.may(actor, Action.DELETE, object, snapshot)) {
      throw Problem.forbidden(
          "E1006", "You don't have the proper permissions to delete this object.");
    }
    SingleImport.requireConfigurable(object, "deleted");
    ImportReport report =
        single
            .writer()
            .run(
                actor,
                ImportOptions.of(Strategy.DELETE),
                (now, context) -> Bundle.of(object, Set.of()));
    ObjectReport reported = SingleImport.reported(report, type);
    return reported.errors().isEmpty()
        ? SingleImport.done(HttpStatus.OK, object)
        : SingleImport.failed(reported, "WARNING");
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
    MetadataObject object = single.changeable(request, type);
    ImportReport report =
        single
            .writer()
            .run(
                CurrentUser.actor(request),
                ImportOptions.of(Strategy.UPDATE),
                (snapshot, context) ->
                    side.change(snapshot, object.uid(), additions, deletions, replace));
    List<ImportError> errors = report.errors();
    if (!errors.isEmpty()) {
      return Answers.message(
          HttpStatus.CONFLICT,
          "ERROR",
          SingleImport.FAILED,
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
