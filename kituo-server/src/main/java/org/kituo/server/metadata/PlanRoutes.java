package org.kituo.server.metadata;

import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.ConfigurationPlan;
import org.kituo.model.bundle.ConfigurationPlan.Step;
import org.kituo.model.bundle.ImportContext;
import org.kituo.model.bundle.ImportError;
import org.kituo.model.bundle.ImportReport.ObjectReport;
import org.kituo.model.bundle.ImportReport.TypeReport;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Configuration kept elsewhere, which DHIS2 has not: {@code plan} tells in words what would change
 * if the metadata became as given, {@code apply} changes it, all or nothing. The body is that of an
 * import; the parameter {@code whole} names the types of which it has all objects, so that others
 * are to be deleted.
 */
public final class PlanRoutes {

  private final MetadataWriter writer;
  private final PayloadShapes shapes;

  /** Routes that plan and apply by a writer. */
  public PlanRoutes(MetadataWriter writer, PayloadShapes shapes) {
    this.writer = writer;
    this.shapes = shapes;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST("/api/kituo/plan"), this::plan)
        .and(route(POST("/api/kituo/apply"), this::apply));
  }

  private ServerResponse plan(ServerRequest request) {
    Planning planning = planning(request);
    return answer(writer.plan(planning.actor(), planning::plan), HttpStatus.OK);
  }

  private ServerResponse apply(ServerRequest request) {
    Planning planning = planning(request);
    ConfigurationPlan plan = writer.apply(planning.actor(), planning::plan);
    return answer(plan, plan.possible() ? HttpStatus.OK : HttpStatus.CONFLICT);
  }

  /** What a request asks to be planned. */
  private record Planning(
      Actor actor, ObjectNode body, Set<ObjectType<?>> whole, @Nullable String version) {
    ConfigurationPlan plan(MetadataSnapshot snapshot, ImportContext context) {
      if (version != null && !version.equals(Long.toString(snapshot.version()))) {
        throw Problem.conflict(
            null,
            "The metadata is at version %d, not at %s: somebody changed it. Plan again."
                .formatted(snapshot.version(), version));
      }
      Bundle bundle = ImportRoutes.fitting(Bundle.read(body, false, snapshot, context.newUid()));
      return ConfigurationPlan.of(snapshot, bundle, whole, context);
    }
  }

  private Planning planning(ServerRequest request) {
    Actor actor = CurrentUser.actor(request);
    if (!(Requests.json(request) instanceof ObjectNode body)) {
      throw Problem.conflict(null, "The body must be a JSON object with an array for each type.");
    }
    shapes.bundle(body);
    Set<ObjectType<?>> whole = new LinkedHashSet<>();
    String named = Requests.text(request, "whole");
    for (String plural : named == null ? List.<String>of() : List.of(named.split(","))) {
      ObjectType<?> type = MetadataTypes.byPlural(plural.strip());
      if (type == null) {
        throw Problem.badRequest(
            null, "Value '%s' is not valid for parameter whole: no such type".formatted(plural));
      }
      whole.add(type);
    }
    return new Planning(actor, body, whole, Requests.text(request, "version"));
  }

  private static ServerResponse answer(ConfigurationPlan plan, HttpStatus status) {
    return Answers.json(
        status,
        json -> {
          json.writeStartObject();
          json.writeNumberProperty("version", plan.version());
          json.writeBooleanProperty("possible", plan.possible());
          json.writeName("steps");
          json.writeStartArray();
          plan.steps().forEach(step -> step(json, step));
          json.writeEndArray();
          json.writeName("errors");
          json.writeStartArray();
          for (TypeReport type : plan.report().types()) {
            for (ObjectReport object : type.objects()) {
              object.errors().forEach(error -> error(json, type.type(), object.object(), error));
            }
          }
          plan.vetoes().forEach(veto -> error(json, null, null, veto));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void step(JsonGenerator json, Step step) {
    json.writeStartObject();
    json.writeStringProperty("action", step.action().name());
    json.writeStringProperty("type", ObjectType.of(step.object()).singular());
    json.writeStringProperty("id", step.object().uid());
    json.writeStringProperty("name", step.object().label());
    HistoryRoutes.differences(json, step.differences());
    json.writeEndObject();
  }

  private static void error(
      JsonGenerator json,
      @Nullable ObjectType<?> type,
      @Nullable MetadataObject object,
      ImportError error) {
    json.writeStartObject();
    json.writeStringProperty("errorCode", error.code());
    json.writeStringProperty("message", error.message());
    if (type != null) {
      json.writeStringProperty("type", type.singular());
    }
    json.writeStringProperty("id", object == null ? error.mainId() : object.uid());
    if (error.property() != null) {
      json.writeStringProperty("property", error.property());
    }
    json.writeEndObject();
  }
}
