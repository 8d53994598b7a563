package org.kituo.server.cellquery;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kituo.data.cellquery.CellQueries;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.data.datavalue.FormTarget;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.period.InvalidPeriodException;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.datavalue.DataValueRequests;
import org.kituo.server.http.Answers;
import org.kituo.server.http.JsonRows;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.DataSetWrites;
import org.kituo.store.cellquery.CellQuery;
import org.kituo.store.cellquery.CellQuery.Action;
import org.kituo.store.cellquery.CellQuery.Assignee;
import org.kituo.store.cellquery.CellQuery.Status;
import org.kituo.store.cellquery.CellQuery.Step;
import org.kituo.store.cellquery.CellQueryTable.Filter;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Asking about figures, which DHIS2 has not: a question, who shall answer, and what was said. */
public final class CellQueryRoutes {
  private static final String ROOT = "/api/kituo/queries";
  private static final int MOST = 5_000;

  private final CellQueries queries;

  /** Routes over queries. */
  public CellQueryRoutes(CellQueries queries) {
    this.queries = queries;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    RouterFunction<ServerResponse> routes =
        route(GET(ROOT), this::list)
            .and(route(POST(ROOT), this::open))
            .and(route(GET(ROOT + "/{id}"), r -> answer(HttpStatus.OK, found(r))));
    for (Action action : Action.values()) {
      if (action != Action.OPEN) {
        String path = ROOT + "/{id}/" + action.name().toLowerCase(Locale.ROOT);
        routes = routes.and(route(POST(path), request -> step(request, action)));
      }
    }
    return routes;
  }

  private ServerResponse list(ServerRequest request) {
    MetadataSnapshot snapshot = queries.snapshot();
    Actor actor = CurrentUser.actor(request);
    Predicate<CellQuery> mine =
        Requests.flag(request, "assignedToMe", false)
            ? query -> isFor(query.assignee(), actor)
            : query -> true;
    List<ObjectNode> rows =
        queries.list(filter(request, actor, snapshot), actor).stream()
            .filter(mine)
            .map(query -> json(query, snapshot))
            .toList();
    JsonRows page = JsonRows.of(request, rows);
    return Answers.json(json -> {
      json.writeStartObject();
      page.pager(json);
      page.rows(json, "queries", "*");
      json.writeEndObject();
    });
  }

  private static boolean isFor(Assignee assignee, Actor actor) {
    return actor.uid().equals(assignee.user())
        || assignee.group() != null && actor.groups().contains(assignee.group());
  }

  private static Filter filter(ServerRequest request, Actor actor, MetadataSnapshot snapshot) {
    List<Integer> elements = new ArrayList<>();
    keys(request, "dataElement", DataElement.class, elements, snapshot);
    for (String uid : list(request, "dataSet")) {
      Arrays.stream(FormTarget.elements(DataSetWrites.readable(uid, actor, snapshot), snapshot))
          .forEach(elements::add);
    }
    List<Integer> units = new ArrayList<>();
    keys(request, "orgUnit", OrganisationUnit.class, units, snapshot);
    return new Filter(
        list(request, "status").stream().map(CellQueryRoutes::status).toList(),
        units,
        list(request, "period").stream().map(text -> period(text, snapshot)).toList(),
        elements,
        MOST);
  }

  private static void keys(
      ServerRequest request,
      String name,
      Class<? extends MetadataObject> type,
      List<Integer> keys,
      MetadataSnapshot snapshot) {
    for (String uid : list(request, name)) {
      int key = snapshot.key(type, uid);
      if (key == 0) {
        throw Problem.badRequest(null, "There is no %s %s.".formatted(name, uid));
      }
      keys.add(key);
    }
  }

  private static List<String> list(ServerRequest request, String name) {
    return Requests.texts(request, name).stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .toList();
  }

  private static Status status(String text) {
    return Arrays.stream(Status.values())
        .filter(status -> status.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() ->
            Problem.badRequest(
                null,
                "Value '%s' is not valid for parameter status. Valid values are: %s"
                    .formatted(text, Arrays.toString(Status.values()))));
  }

  private static int period(String text, MetadataSnapshot snapshot) {
    try {
      return snapshot.calendar().parse(text).key();
    } catch (InvalidPeriodException e) {
      throw Problem.badRequest(null, String.valueOf(e.getMessage()));
    }
  }

  private ServerResponse open(ServerRequest request) {
    JsonNode body = Requests.json(request, HttpStatus.BAD_REQUEST);
    try {
      CellQuery query =
          queries.open(
              DataValueRequests.entry(body),
              text(body, "text"),
              assignee(body),
              CurrentUser.actor(request));
      return answer(HttpStatus.CREATED, query);
    } catch (DataValueException e) {
      throw DataValueRequests.problem(e);
    }
  }

  private ServerResponse step(ServerRequest request, Action action) {
    JsonNode body = Requests.json(request, HttpStatus.BAD_REQUEST);
    try {
      return answer(
          HttpStatus.OK,
          queries.step(
              found(request),
              action,
              text(body, "text"),
              assignee(body),
              CurrentUser.actor(request)));
    } catch (DataValueException e) {
      throw DataValueRequests.problem(e);
    }
  }

  private CellQuery found(ServerRequest request) {
    String uid = request.pathVariable("id");
    return queries
        .find(uid, CurrentUser.actor(request))
        .orElseThrow(() -> Problem.notFound("There is no query " + uid + "."));
  }

  private static Assignee assignee(JsonNode body) {
    return new Assignee(text(body.path("user"), "id"), text(body.path("userGroup"), "id"));
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() ? null : value.asString();
  }

  private ServerResponse answer(HttpStatus status, CellQuery query) {
    return Answers.json(status, json -> json.writePOJO(json(query, queries.snapshot())));
  }

  private static ObjectNode json(CellQuery query, MetadataSnapshot snapshot) {
    ObjectNode json = JsonRows.row();
    json.put("id", query.uid());
    json.put("status", query.status().name());
    named(json, "dataElement", snapshot.byKey(DataElement.class, query.key().dataElement()));
    json.put("period", snapshot.calendar().ofKey(query.key().period()).iso());
    named(json, "orgUnit", snapshot.byKey(OrganisationUnit.class, query.key().orgUnit()));
    int combo = query.key().categoryOptionCombo();
    named(json, "categoryOptionCombo", snapshot.byKey(CategoryOptionCombo.class, combo));
    int attribute = query.key().attributeOptionCombo();
    named(json, "attributeOptionCombo", snapshot.byKey(CategoryOptionCombo.class, attribute));
    assignee(json, query.assignee(), snapshot);
    json.put("openedBy", query.openedBy());
    ArrayNode steps = json.putArray("steps");
    query.steps().forEach(step -> steps.add(json(step, snapshot)));
    return json;
  }

  private static ObjectNode json(Step step, MetadataSnapshot snapshot) {
    ObjectNode json = JsonRows.row();
    json.put("at", step.at().toString());
    json.put("by", step.by());
    json.put("action", step.action().name());
    if (step.text() != null) {
      json.put("text", step.text());
    }
    if (step.value() != null) {
      json.put("value", step.value());
    }
    assignee(json, step.assignee(), snapshot);
    return json;
  }

  private static void assignee(ObjectNode json, Assignee assignee, MetadataSnapshot snapshot) {
    if (assignee.user() != null) {
      named(json, "user", snapshot.get(User.class, assignee.user()));
    }
    if (assignee.group() != null) {
      named(json, "userGroup", snapshot.get(UserGroup.class, assignee.group()));
    }
  }

  private static void named(ObjectNode json, String name, @Nullable MetadataObject object) {
    if (object != null) {
      json.putObject(name).put("id", object.uid()).put("name", object.label());
    }
  }
}
