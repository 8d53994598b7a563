package org.kituo.server.orgunit;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.OrganisationUnitGroup;
import org.kituo.model.metadata.OrganisationUnitGroupSet;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.Views;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Units with their coordinates, in the short form that map apps draw: {@code /api/geoFeatures}, and
 * as GeoJSON: {@code /api/organisationUnits.geojson}.
 */
public final class GeoFeatureRoutes {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Views views;

  private enum DisplayProperty {
    NAME,
    SHORTNAME
  }

  /** Routes over views. */
  public GeoFeatureRoutes(Views views) {
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/geoFeatures"), this::features)
        .and(route(GET("/api/organisationUnits.geojson"), this::geoJson));
  }

  private ServerResponse features(ServerRequest request) {
    View view = views.of(request);
    List<String> items = new ArrayList<>();
    for (String dimension : Requests.texts(request, "ou")) {
      items.addAll(List.of(dimension.replaceFirst("^ou:", "").split(";")));
    }
    for (String dimension : Requests.texts(request, "oug")) {
      for (String group : dimension.replaceFirst("^oug:", "").split(";")) {
        items.add("OU_GROUP-" + group);
      }
    }
    if (items.isEmpty()) {
      throw Problem.conflict("E7101", "At least one organisation unit must be given.");
    }
    String attribute = Requests.text(request, "coordinateField");
    boolean byShortName =
        Requests.constant(request, "displayProperty", DisplayProperty.NAME)
            == DisplayProperty.SHORTNAME;
    boolean groupSets = Requests.flag(request, "includeGroupSets", false);
    List<OrganisationUnit> units =
        UnitSelection.of(items, view.snapshot(), CurrentUser.actor(request));
    return Answers.json(json -> {
      json.writeStartArray();
      for (OrganisationUnit unit : units) {
        JsonNode geometry = geometry(unit, attribute);
        if (geometry != null) {
          feature(json, unit, geometry, byShortName, groupSets, view);
        }
      }
      json.writeEndArray();
    });
  }

  /** The geometry of a unit, or the one that a custom attribute holds. */
  private static @Nullable JsonNode geometry(OrganisationUnit unit, @Nullable String attribute) {
    if (attribute == null) {
      return unit.geometry();
    }
    String value = unit.identity().attribute(attribute);
    try {
      return value == null ? null : JSON.readTree(value);
    } catch (JacksonException e) {
      return null;
    }
  }

  private static void feature(
      JsonGenerator json,
      OrganisationUnit unit,
      JsonNode geometry,
      boolean byShortName,
      boolean groupSets,
      View view) {
    MetadataSnapshot snapshot = view.snapshot();
    OrganisationUnit parent = Hierarchy.parent(unit, snapshot);
    json.writeStartObject();
    json.writeStringProperty("id", unit.uid());
    if (unit.identity().code() != null) {
      json.writeStringProperty("code", unit.identity().code());
    }
    json.writeStringProperty(
        "na", byShortName ? unit.displayShortName(view) : unit.displayName(view));
    json.writeBooleanProperty("hcd", isDrawnBelow(unit, snapshot));
    json.writeBooleanProperty("hcu", isDrawnAbove(parent, snapshot));
    json.writeNumberProperty("le", Hierarchy.level(unit, snapshot));
    json.writeStringProperty("pg", parentGraph(unit, snapshot));
    if (parent != null) {
      json.writeStringProperty("pi", parent.uid());
      json.writeStringProperty("pn", parent.displayName(view));
    }
    json.writeNumberProperty("ty", geometry.path("type").asString("").equals("Point") ? 1 : 2);
    json.writeStringProperty("co", geometry.path("coordinates").toString());
    json.writeName("dimensions");
    json.writeStartObject();
    if (groupSets) {
      groups(json, unit, snapshot);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static boolean isDrawnBelow(OrganisationUnit unit, MetadataSnapshot snapshot) {
    return Hierarchy.children(unit, snapshot).stream().anyMatch(c -> c.geometry() != null);
  }

  /** Whether there is something to draw one level up: the parent or its neighbours. */
  private static boolean isDrawnAbove(
      @Nullable OrganisationUnit parent, MetadataSnapshot snapshot) {
    OrganisationUnit above = parent == null ? null : Hierarchy.parent(parent, snapshot);
    return parent != null && parent.geometry() != null
        || above != null && isDrawnBelow(above, snapshot);
  }

  /** The identifiers of the units above, the root first. */
  static String parentGraph(OrganisationUnit unit, MetadataSnapshot snapshot) {
    return String.join("/", Hierarchy.ancestors(unit, snapshot).stream().map(Ref::id).toList());
  }

  /** The group of each group set that the unit is in. */
  private static void groups(JsonGenerator json, OrganisationUnit unit, MetadataSnapshot snapshot) {
    for (OrganisationUnitGroup group :
        snapshot.referrers(unit, OrganisationUnitGroup.class, "organisationUnits")) {
      for (OrganisationUnitGroupSet set :
          snapshot.referrers(group, OrganisationUnitGroupSet.class, "organisationUnitGroups")) {
        json.writeStringProperty(set.uid(), group.uid());
      }
    }
  }

  private ServerResponse geoJson(ServerRequest request) {
    View view = views.of(request);
    MetadataSnapshot snapshot = view.snapshot();
    List<String> items = new ArrayList<>(Requests.texts(request, "parent"));
    List<String> levels = Requests.texts(request, "level");
    levels.forEach(l -> items.add("LEVEL-" + l));
    List<OrganisationUnit> units =
        levels.isEmpty()
            ? below(items, snapshot)
            : UnitSelection.of(items, snapshot, CurrentUser.actor(request));
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeStringProperty("type", "FeatureCollection");
      json.writeName("features");
      json.writeStartArray();
      for (OrganisationUnit unit : units) {
        if (unit.geometry() != null) {
          feature(json, unit, view);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /** The units directly below some; the roots where none are given. */
  private static List<OrganisationUnit> below(List<String> parents, MetadataSnapshot snapshot) {
    List<OrganisationUnit> found = new ArrayList<>();
    if (parents.isEmpty()) {
      for (OrganisationUnit unit : snapshot.all(OrganisationUnit.class)) {
        if (unit.parent() == null) {
          found.add(unit);
        }
      }
    }
    for (String parent : parents) {
      snapshot
          .find(OrganisationUnit.class, parent)
          .ifPresent(p -> found.addAll(Hierarchy.children(p, snapshot)));
    }
    return found;
  }

  private static void feature(JsonGenerator json, OrganisationUnit unit, View view) {
    MetadataSnapshot snapshot = view.snapshot();
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeStringProperty("id", unit.uid());
    json.writeName("geometry");
    json.writeTree(Objects.requireNonNull(unit.geometry()));
    json.writeName("properties");
    json.writeStartObject();
    if (unit.identity().code() != null) {
      json.writeStringProperty("code", unit.identity().code());
    }
    json.writeStringProperty("name", unit.displayName(view));
    json.writeStringProperty("level", String.valueOf(Hierarchy.level(unit, snapshot)));
    if (unit.parent() != null) {
      json.writeStringProperty("parent", unit.parent().id());
    }
    json.writeStringProperty("parentGraph", parentGraph(unit, snapshot));
    json.writeName("groups");
    json.writeStartArray();
    snapshot
        .referrers(unit, OrganisationUnitGroup.class, "organisationUnits")
        .forEach(g -> json.writeString(g.uid()));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }
}
