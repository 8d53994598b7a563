package org.kituo.server.orgunit;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.ObjectType;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.MetadataWriter;
import org.kituo.server.metadata.Types;
import org.kituo.server.metadata.Views;
import org.kituo.server.orgunit.GeometryImport.Target;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Importing and clearing geometries of units as GeoJSON. */
public final class GeometryRoutes {
  private static final Target OWN = new Target(true, "id", "id", null);

  private final Views views;
  private final MetadataWriter writer;

  /** Routes over views and a writer. */
  public GeometryRoutes(Views views, MetadataWriter writer) {
    this.views = views;
    this.writer = writer;
  }

  /** The routes. They come before those of collections, which have the same form. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST("/api/organisationUnits/geometry"), this::all)
        .and(route(DELETE("/api/organisationUnits/geometry"), this::clear))
        .and(route(POST("/api/organisationUnits/{uid}/geometry"), r -> one(r, Requests.json(r))))
        .and(
            route(
                DELETE("/api/organisationUnits/{uid}/geometry"),
                r -> one(r, MissingNode.getInstance())));
  }

  private ServerResponse all(ServerRequest request) {
    JsonNode body = Requests.json(request);
    String property = Requests.text(request, "geoJsonProperty");
    String unitProperty = Requests.text(request, "orgUnitProperty");
    Target target =
        new Target(
            Requests.flag(request, "geoJsonId", true) && property == null,
            property == null ? "id" : property,
            unitProperty == null ? "id" : unitProperty,
            Requests.text(request, "attributeId"));
    return run(request, target, i -> i.read(body));
  }

  private ServerResponse one(ServerRequest request, JsonNode geometry) {
    Actor actor = CurrentUser.actor(request);
    String uid = request.pathVariable("uid");
    ObjectType<?> type = ObjectType.of(OrganisationUnit.class);
    Types.object(type, uid, actor, views.of(request).snapshot());
    String attribute = Requests.text(request, "attributeId");
    Target target = attribute == null ? OWN : new Target(true, "id", "id", attribute);
    return run(
        request,
        target,
        i ->
            i.geometry(
                0,
                (OrganisationUnit) Types.existing(type, uid, views.of(request).snapshot()),
                geometry));
  }

  private ServerResponse clear(ServerRequest request) {
    String attribute = Requests.text(request, "attributeId");
    Target target = new Target(true, "id", "id", attribute);
    return run(
        request,
        target,
        i ->
            views
                .of(request)
                .snapshot()
                .all(OrganisationUnit.class)
                .forEach(unit -> {
                  boolean has =
                      attribute == null
                          ? unit.geometry() != null
                          : unit.identity().attribute(attribute) != null;
                  if (has) {
                    i.geometry(0, unit, MissingNode.getInstance());
                  }
                }));
  }

  private ServerResponse run(
      ServerRequest request, Target target, Consumer<GeometryImport> reader) {
    Actor actor = CurrentUser.actor(request);
    AtomicReference<GeometryImport> done = new AtomicReference<>();
    boolean dryRun = Requests.flag(request, "dryRun", false);
    ImportOptions options =
        new ImportOptions(
            Strategy.UPDATE,
            true,
            ImportOptions.Identifier.UID,
            !dryRun,
            false,
            false,
            false,
            false);
    ImportReport report =
        writer.run(
            actor,
            options,
            (snapshot, context) -> {
              GeometryImport geometries = new GeometryImport(snapshot, actor, target);
              reader.accept(geometries);
              done.set(geometries);
              return geometries.bundle();
            });
    if (!report.errors().isEmpty()) {
      throw Problem.conflict(
          report.errors().getFirst().code(), report.errors().getFirst().message());
    }
    return answer(Objects.requireNonNull(done.get()));
  }

  private static ServerResponse answer(GeometryImport done) {
    int written = done.imported() + done.updated() + done.deleted();
    boolean ok = done.conflicts().isEmpty();
    String outcome = ok ? "OK" : written > 0 ? "WARNING" : "ERROR";
    String message =
        ok ? "Import successful." : written > 0 ? "Import partially successful." : "Import failed.";
    return Answers.message(
        HttpStatus.OK, outcome, message, json -> report(json, done, ok ? "SUCCESS" : outcome));
  }

  private static void report(JsonGenerator json, GeometryImport done, String status) {
    json.writeStartObject();
    json.writeName("importCount");
    json.writeStartObject();
    json.writeNumberProperty("imported", done.imported());
    json.writeNumberProperty("updated", done.updated());
    json.writeNumberProperty("ignored", done.ignored());
    json.writeNumberProperty("deleted", done.deleted());
    json.writeEndObject();
    json.writeNumberProperty(
        "totalConflictOccurrenceCount",
        done.conflicts().values().stream().mapToInt(List::size).sum());
    json.writeName("conflicts");
    json.writeStartArray();
    done.conflicts()
        .forEach((conflict, indexes) -> {
          json.writeStartObject();
          json.writeName("objects");
          json.writeStartObject();
          json.writeEndObject();
          json.writeStringProperty("value", conflict.message());
          json.writeStringProperty("errorCode", conflict.code());
          json.writeStringProperty("property", conflict.property());
          json.writeName("indexes");
          json.writeStartArray();
          indexes.forEach(json::writeNumber);
          json.writeEndArray();
          json.writeEndObject();
        });
    json.writeEndArray();
    json.writeStringProperty("status", status);
    json.writeStringProperty("responseType", "GeoJsonImportReport");
    json.writeEndObject();
  }
}
