package org.kituo.server.metadata;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.bundle.ImportReport.ObjectReport;
import org.kituo.model.history.Difference;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.query.FieldsParser;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.store.metadata.MetadataCommit;
import org.kituo.store.metadata.MetadataHistory;
import org.kituo.store.metadata.ObjectState;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/**
 * The history of metadata, which DHIS2 has not: what an object was at any time, who changed what,
 * and a way back. Who may see an object sees its history; a deleted one is judged by its last
 * state.
 */
public final class HistoryRoutes {
  private static final int PAGE_SIZE = 50;
  private static final int LARGEST_PAGE = 500;

  private final Views views;
  private final MetadataWriter writer;
  private final MetadataHistory history;

  /** Routes over a history; restoring is an import by the writer. */
  public HistoryRoutes(Views views, MetadataWriter writer, MetadataHistory history) {
    this.views = views;
    this.writer = writer;
    this.history = history;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/kituo/history"), this::commits)
        .and(route(GET("/api/kituo/history/{type}/{uid}"), this::versions))
        .and(route(GET("/api/kituo/history/{type}/{uid}/compare"), this::compare))
        .and(route(GET("/api/kituo/history/{type}/{uid}/{version}"), this::version))
        .and(route(POST("/api/kituo/history/{type}/{uid}/{version}/restore"), this::restore));
  }

  private ServerResponse commits(ServerRequest request) {
    View view = views.of(request);
    int size = Requests.integer(request, "pageSize", PAGE_SIZE);
    if (size < 1 || size > LARGEST_PAGE) {
      throw Problem.badRequest(
          null,
          "Value '%d' is not valid for parameter pageSize: 1 to %d".formatted(size, LARGEST_PAGE));
    }
    List<MetadataCommit> commits =
        history.commits(
            number(Requests.text(request, "before"), Long.MAX_VALUE),
            Requests.text(request, "user"),
            since(Requests.text(request, "since")),
            size);
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeName("commits");
      json.writeStartArray();
      commits.forEach(commit -> commit(json, commit, view));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static @Nullable Instant since(@Nullable String text) {
    try {
      return text == null
          ? null
          : text.length() == "2026-01-31".length()
              ? LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant()
              : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Problem.badRequest(
          null,
          "Value '%s' is not valid for parameter since. It is a date (2026-01-31) or a time (2026-01-31T10:00:00Z)"
              .formatted(text));
    }
  }

  private static void commit(JsonGenerator json, MetadataCommit commit, View view) {
    json.writeStartObject();
    stamp(json, commit.version(), commit.at(), commit.by(), view);
    json.writeName("objects");
    json.writeStartArray();
    commit
        .objects()
        .forEach(touched -> {
          json.writeStartObject();
          json.writeStringProperty("type", touched.type());
          json.writeStringProperty("id", touched.uid());
          json.writeBooleanProperty("deleted", touched.deleted());
          json.writeEndObject();
        });
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void stamp(
      JsonGenerator json, long version, @Nullable Instant at, @Nullable String by, View view) {
    json.writeNumberProperty("version", version);
    if (at != null) {
      json.writeStringProperty("at", at.toString());
    }
    if (by != null) {
      json.writeName("by");
      json.writeStartObject();
      json.writeStringProperty("id", by);
      view.snapshot()
          .find(org.kituo.model.metadata.User.class, by)
          .ifPresent(user -> json.writeStringProperty("username", user.username()));
      json.writeEndObject();
    }
  }

  private ServerResponse versions(ServerRequest request) {
    View view = views.of(request);
    List<ObjectState> states = states(request, view);
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeStringProperty("type", type(request).singular());
      json.writeStringProperty("id", request.pathVariable("uid"));
      json.writeName("versions");
      json.writeStartArray();
      for (int i = 0; i < states.size(); i++) {
        ObjectState state = states.get(i);
        MetadataObject before = i + 1 < states.size() ? states.get(i + 1).object() : null;
        MetadataObject object = state.object();
        json.writeStartObject();
        stamp(json, state.version(), state.at(), state.by(), view);
        json.writeStringProperty(
            "action", object == null ? "DELETE" : before == null ? "CREATE" : "UPDATE");
        differences(
            json,
            object == null || before == null ? List.of() : Difference.between(before, object));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private ServerResponse compare(ServerRequest request) {
    View view = views.of(request);
    List<ObjectState> states = states(request, view);
    long from = required(request, "from");
    long to = number(Requests.text(request, "to"), Long.MAX_VALUE);
    MetadataObject before = at(states, from);
    MetadataObject after = at(states, to);
    return Answers.json(json -> {
      json.writeStartObject();
      differences(json, Difference.between(before, after));
      json.writeEndObject();
    });
  }

  private static long required(ServerRequest request, String name) {
    String text = Requests.text(request, name);
    if (text == null) {
      throw Problem.badRequest(null, "The parameter " + name + " is missing: a version number.");
    }
    return number(text, 0);
  }

  private static long number(@Nullable String text, long otherwise) {
    try {
      return text == null ? otherwise : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Problem.badRequest(null, "'" + text + "' is not the number of a version.");
    }
  }

  static void differences(JsonGenerator json, List<Difference> differences) {
    json.writeName("changes");
    json.writeStartArray();
    for (Difference difference : differences) {
      json.writeStartObject();
      json.writeStringProperty("property", difference.property());
      json.writeStringProperty("words", difference.words());
      if (difference.before() != null) {
        json.writeName("before");
        json.writeTree(difference.before());
      }
      if (difference.after() != null) {
        json.writeName("after");
        json.writeTree(difference.after());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private ServerResponse version(ServerRequest request) {
    View view = views.of(request);
    MetadataObject object = at(states(request, view), number(request.pathVariable("version"), 0));
    FieldsPlan plan = FieldsPlan.compile(type(request), FieldsParser.parse(":owner"));
    return Answers.json(json -> new FieldsWriter(json, view).write(object, plan));
  }

  private ServerResponse restore(ServerRequest request) {
    View view = views.of(request);
    ObjectType<?> type = type(request);
    MetadataObject object = at(states(request, view), number(request.pathVariable("version"), 0));
    Set<String> all = new LinkedHashSet<>();
    for (TypeProperty property : type.stored()) {
      all.add(property.name());
    }
    ImportReport report =
        writer.run(
            CurrentUser.actor(request),
            ImportOptions.of(Strategy.CREATE_AND_UPDATE),
            (snapshot, context) -> Bundle.of(object, all));
    ObjectReport reported = SingleImport.reported(report, type);
    return reported.errors().isEmpty()
        ? SingleImport.done(HttpStatus.OK, object)
        : SingleImport.failed(reported, "ERROR");
  }

  private static ObjectType<?> type(ServerRequest request) {
    return Types.byPath(request.pathVariable("type"));
  }

  /** The states of the object of a request, the newest first, if its user may see it. */
  private List<ObjectState> states(ServerRequest request, View view) {
    ObjectType<?> type = type(request);
    Actor actor = CurrentUser.actor(request);
    Types.requireReadable(type, actor);
    String uid = request.pathVariable("uid");
    List<ObjectState> states = history.states(type, uid);
    MetadataObject newest =
        view.snapshot()
            .find(MetadataTypes.record(type), uid)
            .map(MetadataObject.class::cast)
            .orElseGet(() -> at(states, Long.MAX_VALUE));
    if (!AccessRules.may(actor, Action.READ, newest, view.snapshot())) {
      throw Problem.forbidden(
          "E1006", "You don't have the proper permissions to read this object.");
    }
    return states;
  }

  /** The object as a commit found or made it: the last state up to it that is not a deletion. */
  private static MetadataObject at(List<ObjectState> states, long version) {
    for (ObjectState state : states) {
      MetadataObject object = state.object();
      if (state.version() <= version && object != null) {
        return object;
      }
    }
    throw Problem.notFound("There was no such object at that version.");
  }
}
