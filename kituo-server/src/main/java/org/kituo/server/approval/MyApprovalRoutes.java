package org.kituo.server.approval;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.DataApprovalLevel;
import org.kituo.model.metadata.DataApprovalWorkflow;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.OrganisationUnitLevel;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.metadata.Views;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The approval levels and workflows that concern a user: those at and below where he works. */
public final class MyApprovalRoutes {
  private static final String FIELDS = "*,!href,!access";

  private final Views views;

  /** Routes over what views show. */
  public MyApprovalRoutes(Views views) {
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/me/dataApprovalLevels"), this::levels)
        .and(route(GET("/api/me/dataApprovalWorkflows"), this::workflows));
  }

  private ServerResponse levels(ServerRequest request) {
    View view = views.of(request);
    List<DataApprovalLevel> levels =
        mine(CurrentUser.actor(request), view.snapshot().all(DataApprovalLevel.class), view);
    FieldsPlan plan = FieldsPlan.compile(ObjectType.of(DataApprovalLevel.class), FIELDS);
    return Answers.json(json -> {
      FieldsWriter writer = new FieldsWriter(json, view);
      json.writeStartArray();
      for (DataApprovalLevel level : levels) {
        json.writeStartObject();
        plan.nodes()
            .forEach(node -> writer.property(level, node, Objects.requireNonNull(node.property())));
        json.writeStringProperty(
            "orgUnitLevelName", // only this list tells it
            OrganisationUnitLevel.name(
                Objects.requireNonNullElse(level.orgUnitLevel(), 0), view.snapshot()));
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static List<DataApprovalLevel> mine(
      Actor actor, Iterable<DataApprovalLevel> all, View view) {
    MetadataSnapshot snapshot = view.snapshot();
    int works =
        actor.captureUnits().stream()
            .flatMap(ref -> snapshot.find(OrganisationUnit.class, ref.id()).stream())
            .mapToInt(unit -> Hierarchy.level(unit, snapshot))
            .min()
            .orElse(actor.isSuper() ? 1 : Integer.MAX_VALUE);
    return java.util.stream.StreamSupport.stream(all.spliterator(), false)
        .filter(level -> Objects.requireNonNullElse(level.orgUnitLevel(), 0) >= works)
        .filter(level -> AccessRules.may(actor, AccessRules.Action.READ, level, snapshot))
        .sorted(Comparator.comparing(level -> Objects.requireNonNullElse(level.level(), 0)))
        .toList();
  }

  private ServerResponse workflows(ServerRequest request) {
    View view = views.of(request);
    Actor actor = CurrentUser.actor(request);
    boolean approves = actor.hasAny("F_APPROVE_DATA", "F_APPROVE_DATA_LOWER_LEVELS");
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeArrayPropertyStart("dataApprovalWorkflows");
      for (DataApprovalWorkflow workflow : view.snapshot().all(DataApprovalWorkflow.class)) {
        if (!AccessRules.may(actor, AccessRules.Action.READ, workflow, view.snapshot())) {
          continue;
        }
        List<DataApprovalLevel> levels =
            workflow.dataApprovalLevels().stream()
                .flatMap(r -> view.snapshot().find(DataApprovalLevel.class, r.id()).stream())
                .toList();
        json.writeStartObject();
        json.writeStringProperty("id", workflow.uid());
        json.writeStringProperty("name", String.valueOf(workflow.name()));
        json.writeArrayPropertyStart("dataApprovalLevels");
        for (DataApprovalLevel level : mine(actor, levels, view)) {
          json.writeStartObject();
          json.writeStringProperty("id", level.uid());
          json.writeStringProperty("name", String.valueOf(level.name()));
          json.writeNumberProperty("level", Objects.requireNonNullElse(level.level(), 0));
          json.writeBooleanProperty("approve", approves);
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }
}
