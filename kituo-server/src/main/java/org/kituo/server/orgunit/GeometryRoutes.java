package org.kituo.server.orgunit;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Parameters;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.job.RequestJob;
import org.kituo.server.metadata.MetadataWriter;
import org.kituo.server.metadata.Types;
import org.kituo.server.metadata.Views;
import org.kituo.server.orgunit.GeometryImport.Target;
import org.kituo.store.job.JobWork;
import org.kituo.store.job.Jobs;
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
  private final Jobs jobs;

  /** Routes over views and a writer; what need not be waited for is done by jobs. */
  public GeometryRoutes(Views views, MetadataWriter writer, Jobs jobs) {
    this.views = views;
    this.writer = writer;
    this.jobs = jobs;
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

  private ServerResponse all(ServerRequest request) throws SQLException {
    Parameters parameters = Parameters.of(request);
    JsonNode body = Requests.json(request);
    if (parameters.flag("async", false)) {
      return new RequestJob(parameters, body).start(jobs, JobType.GEOJSON_IMPORT, request);
    }
    return answer(run(CurrentUser.actor(request), parameters, body, writer));
  }

  /** What is done for imports that go on after their request was answered. */
  public static JobWork work(Supplier<MetadataSnapshot> metadata, MetadataWriter writer) {
    return run -> {
      RequestJob asked = RequestJob.of(run);
      run.info("Importing geometries");
      GeometryImport done =
          run(
              RequestJob.actor(run.job(), metadata.get()),
              asked.parameters(),
              asked.body(),
              writer);
      RequestJob.summary(run, json -> report(json, done, status(done)));
      return "Import complete with status " + status(done);
    };
  }

  private static GeometryImport run(
      Actor actor, Parameters parameters, JsonNode body, MetadataWriter writer) {
    String property = parameters.text("geoJsonProperty");
    String unitProperty = parameters.text("orgUnitProperty");
    Target target =
        new Target(
            parameters.flag("geoJsonId", true) && property == null,
            property == null ? "id" : property,
            unitProperty == null ? "id" : unitProperty,
            parameters.text("attributeId"));
    return run(actor, parameters, target, i -> i.read(body), writer);
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
    return answer(run(CurrentUser.actor(request), Parameters.of(request), target, reader, writer));
  }

  private static GeometryImport run(
      Actor actor,
      Parameters parameters,
      Target target,
      Consumer<GeometryImport> reader,
      MetadataWriter writer) {
    AtomicReference<GeometryImport> done = new AtomicReference<>();
    boolean dryRun = parameters.flag("dryRun", false);
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
    return Objects.requireNonNull(done.get());
  }

  private static String status(GeometryImport done) {
    int written = done.imported() + done.updated() + done.deleted();
    return done.conflicts().isEmpty() ? "SUCCESS" : written > 0 ? "WARNING" : "ERROR";
  }

  private static ServerResponse answer(GeometryImport done) {
    String status = status(done);
    String message =
        switch (status) {
          case "SUCCESS" -> "Import successful.";
          case "WARNING" -> "Import partially successful.";
          default -> "Import failed.";
        };
    return Answers.message(
        HttpStatus.OK,
        status.equals("SUCCESS") ? "OK" : status,
        message,
        json -> report(json, done, status));
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
