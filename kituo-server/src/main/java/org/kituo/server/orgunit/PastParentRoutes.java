package org.kituo.server.orgunit;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.PUT;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.hierarchy.PastParents;
import org.kituo.model.hierarchy.PastParents.Span;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.User;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.Views;
import org.kituo.store.hierarchy.UnitParentTable;
import org.kituo.store.hierarchy.UnitParentTable.Entry;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Where a unit stood in the hierarchy at other times, which DHIS2 forgets. */
public final class PastParentRoutes {
  private static final String UNIT = "/api/kituo/organisationUnits/{uid}";

  private final Views views;
  private final UnitParentTable table;

  /** Routes over a table. */
  public PastParentRoutes(Views views, UnitParentTable table) {
    this.views = views;
    this.table = table;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET(UNIT + "/parents"), this::parents)
        .and(route(PUT(UNIT + "/parents"), this::say))
        .and(route(GET(UNIT + "/ancestors"), this::ancestors));
  }

  private ServerResponse parents(ServerRequest request) {
    MetadataSnapshot snapshot = views.of(request).snapshot();
    return answer(unit(request, snapshot), snapshot);
  }

  private ServerResponse answer(OrganisationUnit unit, MetadataSnapshot snapshot) {
    List<Span> spans = spans(unit);
    List<Entry> entries = table.entries(unit.uid());
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeArrayPropertyStart("parents");
      for (Span span : spans) {
        json.writeStartObject();
        span(json, span, snapshot);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("history");
      for (Entry entry : entries) {
        json.writeStartObject();
        span(json, entry.span(), snapshot);
        json.writeBooleanProperty("removed", entry.removed());
        json.writeStringProperty("at", entry.at().toString());
        if (entry.by() != null) {
          json.writeStringProperty(
              "by", snapshot.find(User.class, entry.by()).map(User::username).orElse(entry.by()));
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /** The spans that are known of a unit; that of its present parent alone where none are. */
  private List<Span> spans(OrganisationUnit unit) {
    List<Span> known = table.parents().of(unit.uid());
    return known.isEmpty()
        ? List.of(
            new Span(unit.uid(), LocalDate.MIN, Optional.ofNullable(unit.parent()).map(Ref::id)))
        : known;
  }

  private static void span(JsonGenerator json, Span span, MetadataSnapshot snapshot) {
    if (!span.since().equals(LocalDate.MIN)) {
      json.writeStringProperty("since", span.since().toString());
    }
    span.parent().ifPresent(parent -> unit(json, "parent", parent, snapshot));
  }

  private static void unit(
      JsonGenerator json, @Nullable String name, String uid, MetadataSnapshot snapshot) {
    if (name == null) {
      json.writeStartObject();
    } else {
      json.writeObjectPropertyStart(name);
    }
    json.writeStringProperty("id", uid);
    snapshot
        .find(OrganisationUnit.class, uid)
        .ifPresent(unit -> json.writeStringProperty("name", unit.label()));
    json.writeEndObject();
  }

  private ServerResponse ancestors(ServerRequest request) {
    MetadataSnapshot snapshot = views.of(request).snapshot();
    OrganisationUnit unit = unit(request, snapshot);
    String text = Requests.text(request, "date");
    LocalDate day = text == null ? LocalDate.now() : day(text);
    List<String> found = table.parents().ancestors(unit.uid(), day, snapshot);
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeStringProperty("date", day.toString());
      json.writeArrayPropertyStart("ancestors");
      found.forEach(uid -> unit(json, null, uid, snapshot));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /** Says what parents a unit had. The present one stays what it is: it is changed by a move. */
  private ServerResponse say(ServerRequest request) {
    MetadataSnapshot snapshot = views.of(request).snapshot();
    Actor actor = CurrentUser.actor(request);
    OrganisationUnit unit = unit(request, snapshot);
    if (!AccessRules.may(actor, Action.WRITE, unit, snapshot)) {
      throw Problem.forbidden(
          "E1006", "You don't have the proper permissions to update this object.");
    }
    List<Span> said = read(Requests.json(request), unit, snapshot);
    check(said, unit, snapshot);
    List<Span> known = table.parents().of(unit.uid());
    String by = actor.uid();
    for (Span span : known) {
      if (said.stream().noneMatch(s -> s.since().equals(span.since()))) {
        table.say(span, true, by);
      }
    }
    said.stream().filter(span -> !known.contains(span)).forEach(s -> table.say(s, false, by));
    return answer(unit, snapshot);
  }

  private static List<Span> read(JsonNode body, OrganisationUnit unit, MetadataSnapshot snapshot) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode given : body.path("parents")) {
      JsonNode since = given.path("since");
      JsonNode parent = given.path("parent").path("id");
      Optional<String> uid =
          parent.isMissingNode() ? Optional.empty() : Optional.of(parent.asString());
      if (uid.isPresent() && snapshot.find(OrganisationUnit.class, uid.get()).isEmpty()) {
        throw Problem.conflict(null, "There is no organisation unit " + uid.get() + ".");
      }
      spans.add(
          new Span(
              unit.uid(),
              since.isMissingNode() || since.isNull() ? LocalDate.MIN : day(since.asString()),
              uid));
    }
    return spans;
  }

  private void check(List<Span> said, OrganisationUnit unit, MetadataSnapshot snapshot) {
    boolean ordered = !said.isEmpty() && said.getFirst().since().equals(LocalDate.MIN);
    for (int i = 1; i < said.size(); i++) {
      ordered &= said.get(i - 1).since().isBefore(said.get(i).since());
    }
    if (!ordered) {
      throw Problem.conflict(
          null, "The first parent has no since, and the others come in the order of theirs.");
    }
    Optional<String> now = Optional.ofNullable(unit.parent()).map(Ref::id);
    if (!said.getLast().parent().equals(now) || said.getLast().since().isAfter(LocalDate.now())) {
      throw Problem.conflict(
          null, "The last parent must be the present one. To change that, move the unit.");
    }
    PastParents others = table.parents();
    PastParents next =
        PastParents.of(
            Stream.concat(
                    others.all().stream().filter(span -> !span.unit().equals(unit.uid())),
                    said.stream())
                .toList());
    for (LocalDate day : next.days()) {
      if (next.isInCircle(unit.uid(), day, snapshot)) {
        throw Problem.conflict(null, "The unit would be above itself on " + day + ".");
      }
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Problem.badRequest(null, "'" + text + "' is no date such as 2024-01-31.");
    }
  }

  private static OrganisationUnit unit(ServerRequest request, MetadataSnapshot snapshot) {
    String uid = request.pathVariable("uid");
    return snapshot
        .find(OrganisationUnit.class, uid)
        .orElseThrow(
            () -> Problem.notFound("OrganisationUnit with id " + uid + " could not be found."));
  }
}
