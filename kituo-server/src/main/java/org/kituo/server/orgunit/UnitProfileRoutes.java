package org.kituo.server.orgunit;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.Analytics;
import org.kituo.analytics.query.AnalyticsException;
import org.kituo.analytics.query.AnalyticsRequest;
import org.kituo.analytics.query.AnalyticsRequest.Aggregation;
import org.kituo.analytics.query.AnalyticsRequest.DimensionText;
import org.kituo.analytics.query.AnalyticsRequest.Presentation;
import org.kituo.analytics.query.AnalyticsRequest.Scope;
import org.kituo.analytics.query.Dimension;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.Attribute;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.Identifiable;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.OrganisationUnitGroup;
import org.kituo.model.metadata.OrganisationUnitGroupSet;
import org.kituo.model.metadata.OrganisationUnitLevel;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.ObjectWriter;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.Views;
import org.kituo.server.setting.Settings;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Profiles of units, as the maps app shows them: who they are, and chosen figures. */
public final class UnitProfileRoutes {
  private static final String PATH = "/api/organisationUnitProfile";
  private static final String USUAL_PERIOD = "THIS_YEAR";

  /** The properties of the unit itself that are told where it has them. */
  private static final List<String> OWN =
      List.of(
          "openingDate",
          "closedDate",
          "url",
          "comment",
          "address",
          "contactPerson",
          "email",
          "phoneNumber");

  private final Analytics analytics;
  private final Views views;
  private final Settings settings;
  private final Clock clock;

  /** Routes that take figures from analytics. */
  public UnitProfileRoutes(Analytics analytics, Views views, Settings settings, Clock clock) {
    this.analytics = analytics;
    this.views = views;
    this.settings = settings;
    this.clock = clock;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET(PATH), this::profile)
        .and(route(POST(PATH), this::keep))
        .and(route(GET(PATH + "/{uid}/data"), this::data));
  }

  private ServerResponse profile(ServerRequest request) {
    UnitProfile profile = UnitProfile.of(settings);
    return Answers.json(json -> json.writeTree(profile.json()));
  }

  private ServerResponse keep(ServerRequest request) {
    UnitProfile profile = UnitProfile.of(Requests.json(request));
    List<String> problems = profile.problems(views.of(request).snapshot());
    if (!problems.isEmpty()) {
      throw Problem.conflict("E4014", String.join(" ", problems));
    }
    profile.keep(settings);
    return Answers.ok("Organisation unit profile saved");
  }

  private ServerResponse data(ServerRequest request) {
    View view = views.of(request);
    String uid = request.pathVariable("uid");
    OrganisationUnit unit =
        view.snapshot()
            .find(OrganisationUnit.class, uid)
            .orElseThrow(
                () -> Problem.notFound("OrganisationUnit with id " + uid + " could not be found."));
    UnitProfile profile = UnitProfile.of(settings);
    List<Identifiable> items = items(profile, request, view);
    Map<String, String> figures =
        figures(items, unit, Requests.text(request, "period"), CurrentUser.actor(request), view);
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeName("info");
      info(json, unit, view);
      entries(json, "attributes", attributes(profile, unit, view));
      entries(json, "groupSets", groups(profile, unit, view));
      entries(
          json,
          "dataItems",
          items.stream()
              .filter(i -> figures.containsKey(i.uid()))
              .map(i -> entry(i, view, JsonMapper.shared().readTree(figures.get(i.uid()))))
              .toList());
      json.writeEndObject();
    });
  }

  private static void info(JsonGenerator json, OrganisationUnit unit, View view) {
    int level = Hierarchy.level(unit, view.snapshot());
    OrganisationUnit parent = Hierarchy.parent(unit, view.snapshot());
    json.writeStartObject();
    json.writeStringProperty("id", unit.uid());
    text(json, "code", unit.identity().code());
    text(json, "name", unit.displayName(view));
    text(json, "shortName", unit.displayShortName(view));
    text(json, "description", unit.displayDescription(view));
    text(json, "parentName", parent == null ? null : parent.displayName(view));
    json.writeNumberProperty("level", level);
    view.snapshot().all(OrganisationUnitLevel.class).stream()
        .filter(l -> Objects.equals(l.level(), level))
        .findFirst()
        .ifPresent(l -> text(json, "levelName", l.displayName(view)));
    for (String name : OWN) {
      TypeProperty property =
          Objects.requireNonNull(ObjectType.of(OrganisationUnit.class).property(name));
      Object value = property.stored(unit);
      if (value != null) {
        json.writeName(name);
        ObjectWriter.plain(json, value);
      }
    }
    JsonNode geometry = unit.geometry();
    if (geometry != null && geometry.path("type").asString("").equals("Point")) {
      json.writeNumberProperty("longitude", geometry.path("coordinates").path(0).asDouble());
      json.writeNumberProperty("latitude", geometry.path("coordinates").path(1).asDouble());
    }
    text(json, "imageId", unit.image() == null ? null : unit.image().id());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  /** One line of a profile. */
  private record Entry(String id, String label, JsonNode value) {}

  private static Entry entry(Identifiable of, View view, JsonNode value) {
    return new Entry(of.uid(), String.valueOf(of.displayName(view)), value);
  }

  private static void entries(JsonGenerator json, String name, List<Entry> entries) {
    json.writeName(name);
    json.writeStartArray();
    for (Entry entry : entries) {
      json.writeStartObject();
      json.writeStringProperty("id", entry.id());
      json.writeStringProperty("label", entry.label());
      json.writeName("value");
      json.writeTree(entry.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static List<Entry> attributes(UnitProfile profile, OrganisationUnit unit, View view) {
    List<Entry> entries = new ArrayList<>();
    for (String uid : profile.attributes()) {
      String value = unit.identity().attribute(uid);
      if (value != null) {
        view.snapshot()
            .find(Attribute.class, uid)
            .ifPresent(a -> entries.add(entry(a, view, ObjectWriter.tree(value))));
      }
    }
    return entries;
  }

  private static List<Entry> groups(UnitProfile profile, OrganisationUnit unit, View view) {
    List<OrganisationUnitGroup> own =
        view.snapshot().referrers(unit, OrganisationUnitGroup.class, "organisationUnits");
    List<Entry> entries = new ArrayList<>();
    for (String uid : profile.groupSets()) {
      OrganisationUnitGroupSet set = view.snapshot().get(OrganisationUnitGroupSet.class, uid);
      if (set != null) {
        own.stream()
            .filter(
                g -> set.organisationUnitGroups().stream().anyMatch(r -> r.id().equals(g.uid())))
            .map(g -> String.valueOf(g.displayName(view)))
            .findFirst()
            .ifPresent(name -> entries.add(entry(set, view, ObjectWriter.tree(name))));
      }
    }
    return entries;
  }

  /** The items whose figures the user may see. */
  private static List<Identifiable> items(UnitProfile profile, ServerRequest request, View view) {
    Actor actor = CurrentUser.actor(request);
    List<Identifiable> items = new ArrayList<>();
    for (String uid : profile.dataItems()) {
      UnitProfile.ITEMS.stream()
          .flatMap(type -> view.snapshot().find(type, uid).stream())
          .filter(o -> AccessRules.may(actor, Action.DATA_READ, o, view.snapshot()))
          .findFirst()
          .ifPresent(o -> items.add((Identifiable) o));
    }
    return items;
  }

  /** The figures that there are, by item; of a data set, its reporting rate. */
  private Map<String, String> figures(
      List<Identifiable> items,
      OrganisationUnit unit,
      @Nullable String period,
      Actor actor,
      View view) {
    Map<String, String> figures = new HashMap<>();
    if (items.isEmpty()) {
      return figures;
    }
    List<String> asked =
        items.stream()
            .map(i -> i instanceof DataSet ? i.uid() + ".REPORTING_RATE" : i.uid())
            .toList();
    AnalyticsRequest question =
        new AnalyticsRequest(
            List.of(new DimensionText(Dimension.DATA, asked)),
            List.of(
                new DimensionText(Dimension.UNIT, List.of(unit.uid())),
                new DimensionText(
                    Dimension.PERIOD, List.of(Objects.requireNonNullElse(period, USUAL_PERIOD)))),
            Optional.empty(),
            Aggregation.PLAIN,
            Scope.of(LocalDate.now(clock)),
            Presentation.PLAIN);
    try {
      analytics
          .grid(analytics.answer(analytics.query(question, actor, view)), view)
          .rows()
          .forEach(row -> figures.put(row.getFirst().replaceFirst("[.].*", ""), row.getLast()));
    } catch (AnalyticsException e) {
      throw Problem.conflict(e.code(), e.message());
    }
    return figures;
  }
}
