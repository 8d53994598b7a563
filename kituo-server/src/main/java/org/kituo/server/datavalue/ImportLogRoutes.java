package org.kituo.server.datavalue;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.ImportSummary;
import org.kituo.data.datavalue.ImportUndo;
import org.kituo.data.datavalue.ImportUndo.Outcome;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.store.datavalue.FigureChangedException;
import org.kituo.store.datavalue.ImportedFigure;
import org.kituo.store.datavalue.ImportedFigure.State;
import org.kituo.store.datavalue.LoggedImport;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/**
 * The log of imports of figures, and the way back from each of them, which DHIS2 has not. People
 * see their own imports; those who maintain the system see all.
 */
public final class ImportLogRoutes {
  private static final String ROOT = "/api/kituo/imports";
  private static final int PAGE_SIZE = 50;
  private static final int LARGEST_PAGE = 500;

  private final ImportUndo undo;

  /** Routes over the log and the undoing of imports. */
  public ImportLogRoutes(ImportUndo undo) {
    this.undo = undo;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET(ROOT), this::list)
        .and(route(GET(ROOT + "/{id}"), this::one))
        .and(route(POST(ROOT + "/{id}/undo"), this::undo));
  }

  private ServerResponse list(ServerRequest request) {
    MetadataSnapshot snapshot = undo.snapshot();
    Actor actor = CurrentUser.actor(request);
    int page = Math.max(1, Requests.integer(request, "page", 1));
    int size = Math.clamp(Requests.integer(request, "pageSize", PAGE_SIZE), 1, LARGEST_PAGE);
    String by = seesAll(actor) ? Requests.text(request, "user") : name(actor);
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeObjectPropertyStart("pager");
      json.writeNumberProperty("page", page);
      json.writeNumberProperty("pageSize", size);
      json.writeNumberProperty("total", undo.log().count(by));
      json.writeEndObject();
      json.writeArrayPropertyStart("imports");
      undo.log()
          .list(by, (page - 1) * size, size)
          .forEach(logged -> write(json, logged, actor, snapshot));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private ServerResponse one(ServerRequest request) {
    LoggedImport logged = visible(request);
    Actor actor = CurrentUser.actor(request);
    return Answers.json(json -> write(json, logged, actor, undo.snapshot()));
  }

  private ServerResponse undo(ServerRequest request) throws SQLException {
    Actor actor = CurrentUser.actor(request);
    DataValueRequests.requireEntry(actor);
    LoggedImport logged = visible(request);
    Outcome outcome;
    try {
      outcome =
          undo.undo(
              logged,
              Requests.flag(request, "force", false),
              Requests.flag(request, "dryRun", false),
              actor);
    } catch (FigureChangedException e) {
      throw Problem.conflict(
          null, "Others are writing the same figures: nothing was undone, try again.");
    }
    boolean refused = outcome.restored().status() == ImportSummary.Status.ERROR;
    boolean partly =
        outcome.conflictCount() > 0 || outcome.restored().status() == ImportSummary.Status.WARNING;
    return Answers.message(
        refused ? HttpStatus.CONFLICT : HttpStatus.OK,
        refused ? "ERROR" : partly ? "WARNING" : "OK",
        message(outcome),
        json -> write(json, outcome, undo.snapshot()));
  }

  private static String message(Outcome outcome) {
    ImportSummary.Counts counts = outcome.restored().counts();
    return "%d figures restored, %d were as before, %d changed since and left, %d refused"
        .formatted(
            counts.updated(), outcome.unchanged(), outcome.conflictCount(), counts.ignored());
  }

  private LoggedImport visible(ServerRequest request) {
    Actor actor = CurrentUser.actor(request);
    String uid = request.pathVariable("id");
    return undo.log()
        .find(uid)
        .filter(logged -> seesAll(actor) || logged.by().equals(name(actor)))
        .orElseThrow(() -> Problem.notFound("There is no import " + uid + "."));
  }

  private static boolean seesAll(Actor actor) {
    return actor.hasAny("F_PERFORM_MAINTENANCE");
  }

  private static String name(Actor actor) {
    return Objects.requireNonNullElse(actor.user().username(), "");
  }

  private static void write(
      JsonGenerator json, LoggedImport logged, Actor actor, MetadataSnapshot snapshot) {
    json.writeStartObject();
    json.writeStringProperty("id", logged.uid());
    json.writeStringProperty("at", logged.at().toString());
    json.writeStringProperty("by", logged.by());
    json.writeNumberProperty("written", logged.written());
    json.writeArrayPropertyStart("dataSets");
    for (int key : logged.dataSets()) {
      DataSet set = snapshot.byKey(DataSet.class, key);
      if (set != null && AccessRules.may(actor, Action.READ, set, snapshot)) {
        named(json, set);
      }
    }
    json.writeEndArray();
    text(json, "undoes", logged.undoes());
    text(json, "undoneBy", logged.undoneBy());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Outcome outcome, MetadataSnapshot snapshot) {
    json.writeStartObject();
    json.writeStringProperty("responseType", "ImportUndo");
    json.writeName("restored");
    ImportSummaryJson.write(json, outcome.restored());
    json.writeNumberProperty("unchanged", outcome.unchanged());
    json.writeNumberProperty("conflictCount", outcome.conflictCount());
    json.writeArrayPropertyStart("conflicts");
    outcome.conflicts().forEach(figure -> write(json, figure, snapshot));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, ImportedFigure figure, MetadataSnapshot snapshot) {
    json.writeStartObject();
    id(json, "dataElement", snapshot.byKey(DataElement.class, figure.key().dataElement()));
    json.writeStringProperty("period", snapshot.calendar().ofKey(figure.key().period()).iso());
    id(json, "orgUnit", snapshot.byKey(OrganisationUnit.class, figure.key().orgUnit()));
    id(
        json,
        "categoryOptionCombo",
        snapshot.byKey(CategoryOptionCombo.class, figure.key().categoryOptionCombo()));
    id(
        json,
        "attributeOptionCombo",
        snapshot.byKey(CategoryOptionCombo.class, figure.key().attributeOptionCombo()));
    state(json, "before", figure.before());
    state(json, "imported", figure.imported());
    state(json, "now", figure.now());
    json.writeStringProperty("changedBy", figure.changedBy());
    json.writeStringProperty("changedAt", figure.changedAt().toString());
    json.writeEndObject();
  }

  /** The value; an empty object where there was none. */
  private static void state(JsonGenerator json, String name, State state) {
    json.writeObjectPropertyStart(name);
    text(json, "value", state.value());
    text(json, "comment", state.comment());
    json.writeEndObject();
  }

  private static void named(JsonGenerator json, MetadataObject object) {
    json.writeStartObject();
    json.writeStringProperty("id", object.uid());
    json.writeStringProperty("name", object.label());
    json.writeEndObject();
  }

  private static void id(JsonGenerator json, String name, @Nullable MetadataObject object) {
    text(json, name, object == null ? null : object.uid());
  }

  private static void text(JsonGenerator json, String name, @Nullable String text) {
    if (text != null) {
      json.writeStringProperty(name, text);
    }
  }
}
