package org.kituo.server.approval;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.data.approval.ApprovalState;
import org.kituo.data.approval.ApprovalStatus;
import org.kituo.data.approval.ApprovalTarget;
import org.kituo.data.approval.Approvals;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataApprovalLevel;
import org.kituo.model.metadata.DataApprovalWorkflow;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.User;
import org.kituo.model.period.Period;
import org.kituo.model.period.PeriodType;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.datavalue.DataValueRequests;
import org.kituo.server.http.Answers;
import org.kituo.server.http.JsonRows;
import org.kituo.server.http.Requests;
import org.kituo.store.approval.Approval;
import org.kituo.store.approval.ApprovalChange;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/** How far the approval of data is, and what was done to it. */
final class ApprovalStatusRoutes {
  private static final String PATH = "/api/dataApprovals";

  private final Approvals approvals;

  ApprovalStatusRoutes(Approvals approvals) {
    this.approvals = approvals;
  }

  RouterFunction<ServerResponse> routes() {
    return route(GET(PATH), answering(this::one))
        .and(route(GET(PATH + "/multiple"), answering(this::multiple)))
        .and(route(GET(PATH + "/approvals"), answering(this::multiple)))
        .and(route(GET(PATH + "/categoryOptionCombos"), answering(this::combos)))
        .and(route(GET(PATH + "/status"), answering(this::ofDataSets)))
        .and(route(GET("/api/audits/dataApproval"), answering(this::audits)));
  }

  @FunctionalInterface
  private interface Route {
    ServerResponse answer(ServerRequest request, Actor actor)
        throws SQLException, DataValueException;
  }

  private static HandlerFunction<ServerResponse> answering(Route route) {
    return request -> {
      try {
        return route.answer(request, CurrentUser.actor(request));
      } catch (DataValueException e) {
        throw DataValueRequests.problem(e);
      }
    };
  }

  private ServerResponse one(ServerRequest request, Actor actor)
      throws SQLException, DataValueException {
    ApprovalTarget target = ApprovalRoutes.target(approvals, request, Requests.text(request, "ou"));
    ApprovalStatus status = approvals.status(List.of(target), actor).values().iterator().next();
    return Answers.json(json -> {
      json.writeStartObject();
      permissions(json, status);
      json.writeStringProperty("state", status.state().name());
      who(json, status);
      json.writeEndObject();
    });
  }

  private static void permissions(JsonGenerator json, ApprovalStatus status) {
    json.writeBooleanProperty("mayApprove", status.mayApprove());
    json.writeBooleanProperty("mayUnapprove", status.mayUnapprove());
    json.writeBooleanProperty("mayAccept", status.mayAccept());
    json.writeBooleanProperty("mayUnaccept", status.mayUnaccept());
    json.writeBooleanProperty("mayReadData", true);
  }

  private void who(JsonGenerator json, ApprovalStatus status) {
    Approval approval = status.approval();
    if (approval != null) {
      json.writeStringProperty("approvedBy", name(approval.createdBy()));
      json.writeStringProperty("approvedAt", time(approval.created()));
      if (approval.acceptedBy() != null && status.mayUnaccept()) {
        json.writeStringProperty("acceptedBy", name(approval.acceptedBy()));
      }
      json.writeStringProperty("acceptedAt", time(approval.lastUpdated()));
    }
  }

  private String name(String username) {
    return approvals
        .snapshot()
        .findByUnique(User.class, "username", username)
        .map(user -> user.firstName() + " " + user.surname())
        .orElse(username);
  }

  private static String time(Instant time) {
    return Dates.format(LocalDateTime.ofInstant(time, ZoneId.systemDefault()));
  }

  private static List<String> list(ServerRequest request, String name) {
    return Requests.texts(request, name).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .toList();
  }

  private ServerResponse multiple(ServerRequest request, Actor actor)
      throws SQLException, DataValueException {
    List<ApprovalTarget> targets = new ArrayList<>();
    List<String> attributes = list(request, "aoc");
    for (String workflow : list(request, "wf")) {
      for (String period : periods(request, workflow)) {
        for (String unit : list(request, "ou")) {
          if (attributes.isEmpty()) {
            targets.add(approvals.target(workflow, null, period, unit, null));
          }
          for (String attribute : attributes) {
            targets.add(approvals.target(workflow, null, period, unit, attribute));
          }
        }
      }
    }
    Map<ApprovalTarget, ApprovalStatus> found = approvals.status(targets, actor);
    return Answers.json(json -> {
      json.writeStartArray();
      found.forEach((target, status) -> {
        json.writeStartObject();
        json.writeStringProperty("wf", target.workflow().uid());
        json.writeStringProperty("pe", target.period().iso());
        json.writeStringProperty("ou", target.unit().uid());
        json.writeStringProperty("aoc", target.attribute().uid());
        json.writeStringProperty("state", status.state().name());
        DataApprovalLevel level = status.level();
        if (status.approval() != null && level != null) {
          json.writeStringProperty("level", level.uid());
        }
        json.writeObjectPropertyStart("permissions");
        permissions(json, status);
        json.writeEndObject();
        json.writeEndObject();
      });
      json.writeEndArray();
    });
  }

  /** The periods that are named, or those of the workflow's type within some days. */
  private List<String> periods(ServerRequest request, String workflow) {
    String from = Requests.text(request, "startDate");
    String to = Requests.text(request, "endDate");
    LocalDateTime start = from == null ? null : Dates.parse(from);
    LocalDateTime end = to == null ? null : Dates.parse(to);
    List<String> periods = new ArrayList<>(list(request, "pe"));
    MetadataSnapshot snapshot = approvals.snapshot();
    DataApprovalWorkflow found = snapshot.get(DataApprovalWorkflow.class, workflow);
    if (start != null && end != null && found != null && found.periodType() != null) {
      PeriodType.ofApiName(found.periodType())
          .ifPresent(type ->
              snapshot
                  .calendar()
                  .periodsWithin(type, start.toLocalDate(), end.toLocalDate())
                  .forEach(period -> periods.add(period.iso())));
    }
    return periods;
  }

  /** The approval of each combination of attribute options that a workflow tells apart. */
  private ServerResponse combos(ServerRequest request, Actor actor)
      throws SQLException, DataValueException {
    ApprovalTarget first = ApprovalRoutes.target(approvals, request, Requests.text(request, "ou"));
    MetadataSnapshot snapshot = approvals.snapshot();
    List<ApprovalTarget> targets = new ArrayList<>();
    CategoryCombo combo =
        first.workflow().categoryCombo() == null
            ? null
            : snapshot.get(CategoryCombo.class, first.workflow().categoryCombo().id());
    List<CategoryOptionCombo> attributes =
        Requests.text(request, "aoc") != null || combo == null
            ? List.of(first.attribute())
            : snapshot.referrers(combo, CategoryOptionCombo.class, "categoryCombo");
    for (CategoryOptionCombo attribute : attributes) {
      targets.add(new ApprovalTarget(first.workflow(), first.period(), first.unit(), attribute));
    }
    Map<ApprovalTarget, ApprovalStatus> found = approvals.status(targets, actor);
    return Answers.json(json -> {
      json.writeStartArray();
      found.forEach((target, status) -> combo(json, target, status));
      json.writeEndArray();
    });
  }

  private void combo(JsonGenerator json, ApprovalTarget target, ApprovalStatus status) {
    json.writeStartObject();
    json.writeStringProperty("id", target.attribute().uid());
    Approval approval = status.approval();
    DataApprovalLevel level = status.level();
    if (approval != null && level != null) {
      json.writeObjectPropertyStart("level");
      json.writeStringProperty("level", String.valueOf(level.orgUnitLevel()));
      json.writeStringProperty("id", level.uid());
      json.writeEndObject();
    }
    json.writeStringProperty("ou", target.unit().uid());
    json.writeStringProperty("ouName", String.valueOf(target.unit().name()));
    json.writeBooleanProperty(
        "accepted",
        approval != null && (approval.acceptedBy() != null || !approvals.isAcceptanceRequired()));
    json.writeObjectPropertyStart("permissions");
    permissions(json, status);
    json.writeEndObject();
    json.writeEndObject();
  }

  private ServerResponse ofDataSets(ServerRequest request, Actor actor)
      throws SQLException, DataValueException {
    MetadataSnapshot snapshot = approvals.snapshot();
    Set<String> units = new LinkedHashSet<>(list(request, "ou"));
    if (Requests.flag(request, "children", false)) {
      for (String unit : List.copyOf(units)) {
        snapshot
            .find(OrganisationUnit.class, unit)
            .ifPresent(
                parent -> Hierarchy.children(parent, snapshot).forEach(c -> units.add(c.uid())));
      }
    }
    record Line(DataSet set, ApprovalTarget target, ApprovalStatus status) {}
    List<Line> lines = new ArrayList<>();
    for (String set : list(request, "ds")) {
      for (String period : list(request, "pe")) {
        for (String unit : units) {
          ApprovalTarget target = approvals.target(null, set, period, unit, null);
          ApprovalStatus status =
              approvals.status(List.of(target), actor).values().iterator().next();
          lines.add(new Line(snapshot.find(DataSet.class, set).orElseThrow(), target, status));
        }
      }
    }
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeArrayPropertyStart("dataApprovalStateResponses");
      lines.forEach(line -> state(json, line.set(), line.target(), line.status()));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private void state(
      JsonGenerator json, DataSet set, ApprovalTarget target, ApprovalStatus status) {
    json.writeStartObject();
    brief(json, "dataSet", set);
    brief(json, "organisationUnit", target.unit());
    json.writeObjectPropertyStart("period");
    json.writeEndObject();
    json.writeStringProperty("state", status.state().name());
    Approval approval = status.approval();
    if (approval != null && status.state() != ApprovalState.UNAPPROVED_READY) {
      json.writeStringProperty("createdDate", time(approval.created()));
      json.writeStringProperty("createdByUsername", approval.createdBy());
    }
    json.writeObjectPropertyStart("permissions");
    permissions(json, status);
    who(json, status);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void brief(JsonGenerator json, String name, MetadataObject object) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("id", object.uid());
    json.writeStringProperty("name", String.valueOf(object.name()));
    optional(json, "created", object.identity().created());
    optional(json, "lastUpdated", object.identity().lastUpdated());
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String name, @Nullable LocalDateTime time) {
    if (time != null) {
      json.writeStringProperty(name, Dates.format(time));
    }
  }

  private ServerResponse audits(ServerRequest request, Actor actor) throws SQLException {
    CurrentUser.require(actor, "F_VIEW_DATAAPPROVAL_AUDIT", "ALL");
    MetadataSnapshot snapshot = approvals.snapshot();
    List<ObjectNode> rows = new ArrayList<>();
    for (ApprovalChange change : approvals.changes()) {
      ObjectNode row = row(change, snapshot);
      if (passes(request, "wf", row, "workflow")
          && passes(request, "ou", row, "organisationUnit")
          && passes(request, "dal", row, "level")
          && passes(request, "aoc", row, "attributeOptionCombo")) {
        rows.add(row);
      }
    }
    JsonRows found = JsonRows.of(request, rows);
    return Answers.json(json -> {
      json.writeStartObject();
      if (found.isPaged()) {
        found.pager(json);
      }
      found.rows(json, "dataApprovalAudits", "*");
      json.writeEndObject();
    });
  }

  private static boolean passes(
      ServerRequest request, String parameter, ObjectNode row, String member) {
    List<String> wanted = list(request, parameter);
    return wanted.isEmpty() || wanted.contains(row.path(member).path("id").asString(""));
  }

  private static ObjectNode row(ApprovalChange change, MetadataSnapshot snapshot) {
    Approval.Key key = change.key();
    Period period = snapshot.calendar().ofKey(key.period());
    ObjectNode row = JsonRows.row();
    row.put("created", time(change.created()));
    row.put("action", change.action().name());
    ObjectNode span = row.putObject("period");
    span.put("periodType", period.type().apiName());
    span.put("startDate", Dates.format(period.start().atStartOfDay()));
    span.put("endDate", Dates.format(period.end().atStartOfDay()));
    String creator =
        snapshot
            .findByUnique(User.class, "username", change.createdBy())
            .map(User::uid)
            .orElse(null);
    row.set("creator", JsonRows.reference(creator));
    reference(row, "workflow", DataApprovalWorkflow.class, key.workflow(), snapshot);
    reference(row, "level", DataApprovalLevel.class, key.level(), snapshot);
    reference(row, "organisationUnit", OrganisationUnit.class, key.orgUnit(), snapshot);
    int combo = key.attributeOptionCombo();
    reference(row, "attributeOptionCombo", CategoryOptionCombo.class, combo, snapshot);
    return row;
  }

  private static void reference(
      ObjectNode row,
      String name,
      Class<? extends MetadataObject> type,
      int key,
      MetadataSnapshot snapshot) {
    MetadataObject object = snapshot.byKey(type, key);
    row.set(name, JsonRows.reference(object == null ? null : object.uid()));
  }
}
