package org.kituo.server.sharing;

import static org.springframework.web.servlet.function.RequestPredicates.PATCH;
import static org.springframework.web.servlet.function.RequestPredicates.PUT;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.ImportError;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.bundle.ImportReport.ObjectReport;
import org.kituo.model.bundle.ImportReport.Stats;
import org.kituo.model.bundle.ImportReport.TypeReport;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.query.JsonPatch;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.ReportAnswers;
import org.kituo.server.metadata.SingleImport;
import org.kituo.server.metadata.StoredJson;
import org.kituo.server.metadata.Types;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sharing of many objects at once, as JSON patches: one patch for some objects of a type, or
 * one for each object; and the sharing of one object as a whole. Patches reach the sharing alone.
 */
public final class BulkSharingRoutes {
  private static final String PATCH_FAULT =
      "org.hisp.dhis.commons.jackson.jsonpatch.JsonPatchException";

  private final SingleImport single;

  /** Routes over the import of objects. */
  public BulkSharingRoutes(SingleImport single) {
    this.single = single;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(PATCH("/api/metadata/sharing"), this::each)
        .and(route(PATCH("/api/{type}/sharing"), this::same))
        .and(route(PUT("/api/{type}/{uid}/sharing"), this::replace));
  }

  /** A patch of an object that is named by its type and identifier. */
  private record Wanted(ObjectType<?> type, String uid, JsonNode patch) {}

  private ServerResponse same(ServerRequest request) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    JsonNode body = Requests.json(request);
    List<Wanted> wanted = new ArrayList<>();
    body.path(type.plural())
        .forEach(id -> wanted.add(new Wanted(type, id.asString(""), body.path("patch"))));
    return patched(request, wanted);
  }

  private ServerResponse each(ServerRequest request) {
    List<Wanted> wanted = new ArrayList<>();
    Requests.json(request)
        .forEachEntry((plural, objects) -> {
          ObjectType<?> type = Types.byPath(plural);
          objects.forEachEntry((uid, patch) -> wanted.add(new Wanted(type, uid, patch)));
        });
    return patched(request, wanted);
  }

  private ServerResponse patched(ServerRequest request, List<Wanted> wanted) {
    Actor actor = CurrentUser.actor(request);
    boolean atomic = Requests.flag(request, "atomic", false);
    ImportReport faults = faults(wanted, single.metadata());
    if (!faults.errors().isEmpty() && (atomic || faults.errors().size() == wanted.size())) {
      return ReportAnswers.of(faults);
    }
    List<String> wrong = new ArrayList<>();
    faults.types().forEach(t -> t.objects().forEach(o -> wrong.add(o.object().uid())));
    ImportReport report =
        single
            .writer()
            .run(
                actor,
                ImportOptions.of(Strategy.UPDATE).withAtomic(atomic),
                (snapshot, context) -> {
                  List<Bundle.Item> items = new ArrayList<>();
                  for (Wanted w : wanted) {
                    MetadataObject object = snapshot.get(MetadataTypes.record(w.type), w.uid);
                    if (object != null && !wrong.contains(w.uid)) {
                      items.add(patched(object, w));
                    }
                  }
                  return new Bundle(items);
                });
    List<TypeReport> types = new ArrayList<>(report.types());
    types.addAll(faults.types());
    return ReportAnswers.of(new ImportReport(types));
  }

  private static Bundle.Item patched(MetadataObject object, Wanted wanted) {
    ObjectNode json = StoredJson.of(object);
    JsonPatch.parse(wanted.patch).apply(wanted.type, json);
    json.put("id", object.uid());
    return Bundle.readOne(wanted.type, json, object::uid);
  }

  /** The patches that cannot be applied, and why. */
  private static ImportReport faults(List<Wanted> wanted, MetadataSnapshot snapshot) {
    Map<ObjectType<?>, List<ObjectReport>> reports = new LinkedHashMap<>();
    int index = 0;
    for (Wanted w : wanted) {
      MetadataObject object = snapshot.get(MetadataTypes.record(w.type), w.uid);
      List<ImportError> errors = new ArrayList<>();
      if (object == null) {
        throw Problem.notFound(w.type.simpleKlass() + " with id " + w.uid + " could not be found.");
      }
      for (JsonNode operation : w.patch) {
        String path = operation.path("path").asString("");
        if (!path.equals("/sharing") && !path.startsWith("/sharing/")) {
          errors.add(
              ImportError.of("E4032", "Patch path `%s` is not supported.".formatted(path), path)
                  .of(PATCH_FAULT));
        }
      }
      if (!errors.isEmpty()) {
        reports
            .computeIfAbsent(w.type, t -> new ArrayList<>())
            .add(new ObjectReport(index, object, Stats.NONE, errors));
      }
      index++;
    }
    List<TypeReport> types = new ArrayList<>();
    reports.forEach((type, objects) -> types.add(new TypeReport(type, objects)));
    return new ImportReport(types);
  }

  private ServerResponse replace(ServerRequest request) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    MetadataObject existing = single.changeable(request, type);
    JsonNode given = Requests.json(request);
    ObjectNode body = StoredJson.of(existing);
    body.set("sharing", given.has("sharing") ? given.get("sharing") : given);
    ObjectReport object =
        SingleImport.reported(single.run(request, type, body, Strategy.UPDATE), type);
    return object.errors().isEmpty()
        ? ServerResponse.noContent().build()
        : SingleImport.failed(object, "WARNING");
  }
}
