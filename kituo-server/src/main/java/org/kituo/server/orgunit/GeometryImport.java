package org.kituo.server.orgunit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.metadata.Attribute;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.AttributeValue;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import tools.jackson.databind.JsonNode;

/**
 * Gives units the geometries of a GeoJSON feature collection: a pure function from the metadata and
 * the features to the changed units and what is to be reported. A feature without a geometry takes
 * that of its unit away.
 */
final class GeometryImport {
  private static final Set<String> TYPES = Set.of("Point", "Polygon", "MultiPolygon");

  private final MetadataSnapshot snapshot;
  private final Actor actor;
  private final Target target;
  private final Map<String, OrganisationUnit> changed = new LinkedHashMap<>();
  private final Map<Conflict, List<Integer>> conflicts = new LinkedHashMap<>();
  private int imported;
  private int updated;
  private int deleted;
  private int ignored;

  /**
   * Which unit a feature is about and where its geometry goes.
   *
   * @param featureId whether features name units by their {@code id}; else by a property
   * @param featureProperty that property
   * @param unitProperty what it names units by: {@code id}, {@code code} or {@code name}
   * @param attribute the custom attribute that gets the geometry; null for the unit's own
   */
  record Target(
      boolean featureId, String featureProperty, String unitProperty, @Nullable String attribute) {}

  /** What was wrong with features. */
  record Conflict(String code, String property, String message) {}

  GeometryImport(MetadataSnapshot snapshot, Actor actor, Target target) {
    this.snapshot = snapshot;
    this.actor = actor;
    this.target = target;
  }

  /** Reads a collection of features, or one. */
  void read(JsonNode json) {
    List<JsonNode> features = new ArrayList<>();
    if (json.path("features").isArray()) {
      json.path("features").forEach(features::add);
    } else if (json.path("type").asString("").equals("Feature")) {
      features.add(json);
    } else {
      conflict(0, "E7701", "features", "The body is not a GeoJSON feature collection");
      return;
    }
    if (!isAttributeKnown()) {
      conflict(0, "E7703", "attributeId", "There is no GeoJSON attribute of organisation units");
      ignored = features.size();
      return;
    }
    Map<String, OrganisationUnit> byKey = byKey();
    for (int i = 0; i < features.size(); i++) {
      feature(i, features.get(i), byKey);
    }
  }

  private boolean isAttributeKnown() {
    return target.attribute == null || snapshot.find(Attribute.class, target.attribute).isPresent();
  }

  /** The units by what features name them by; identifiers are looked up directly. */
  private Map<String, OrganisationUnit> byKey() {
    Map<String, OrganisationUnit> units = new HashMap<>();
    if (!target.unitProperty.equals("id")) {
      for (OrganisationUnit unit : snapshot.all(OrganisationUnit.class)) {
        String key = target.unitProperty.equals("code") ? unit.identity().code() : unit.name();
        if (key != null) {
          units.put(key, unit);
        }
      }
    }
    return units;
  }

  private void feature(int index, JsonNode feature, Map<String, OrganisationUnit> byKey) {
    JsonNode key =
        target.featureId
            ? feature.path("id")
            : feature.path("properties").path(target.featureProperty);
    if (!key.isValueNode() || key.asString("").isEmpty()) {
      reject(index, "E7706", "id", "The feature does not name its organisation unit");
      return;
    }
    OrganisationUnit unit =
        target.unitProperty.equals("id")
            ? snapshot.get(OrganisationUnit.class, key.asString())
            : byKey.get(key.asString());
    if (unit == null) {
      reject(index, "E7708", "", "The organisation unit does not exist");
    } else {
      geometry(index, unit, feature.path("geometry"));
    }
  }

  /** Gives a unit a geometry, or takes it away where there is none. */
  void geometry(int index, OrganisationUnit unit, JsonNode geometry) {
    boolean clear = geometry.isNull() || geometry.isMissingNode();
    if (!AccessRules.may(actor, Action.WRITE, unit, snapshot)) {
      reject(index, "E7709", "", "The user may not change the organisation unit");
    } else if (!clear
        && !TYPES.contains(geometry.path("type").asString(""))
        && geometry.path("coordinates").size() > 0) {
      reject(index, "E7707", "geometry", "The type of the geometry must be one of " + TYPES);
    } else if (!clear && geometry.path("coordinates").size() == 0) {
      reject(index, "E7712", "coordinates", "The coordinates of the geometry must not be empty");
    } else {
      set(changed.getOrDefault(unit.uid(), unit), clear ? null : geometry);
    }
  }

  private void set(OrganisationUnit unit, @Nullable JsonNode geometry) {
    ObjectType<OrganisationUnit> type = ObjectType.of(OrganisationUnit.class);
    String attribute = target.attribute;
    boolean had =
        attribute == null ? unit.geometry() != null : unit.identity().attribute(attribute) != null;
    if (geometry == null) {
      deleted++;
    } else if (had) {
      updated++;
    } else {
      imported++;
    }
    OrganisationUnit next =
        attribute == null
            ? type.with(unit, "geometry", geometry)
            : type.with(unit, "attributeValues", values(unit, attribute, geometry));
    changed.put(unit.uid(), next);
  }

  private static List<AttributeValue> values(
      OrganisationUnit unit, String attribute, @Nullable JsonNode geometry) {
    List<AttributeValue> values = new ArrayList<>(unit.identity().attributeValues());
    values.removeIf(v -> v.attribute().equals(attribute));
    if (geometry != null) {
      values.add(new AttributeValue(attribute, geometry.toString()));
    }
    return List.copyOf(values);
  }

  private void reject(int index, String code, String property, String message) {
    ignored++;
    conflict(index, code, property, message);
  }

  private void conflict(int index, String code, String property, String message) {
    conflicts
        .computeIfAbsent(new Conflict(code, property, message), c -> new ArrayList<>())
        .add(index);
  }

  /** The changed units, to be written. */
  Bundle bundle() {
    Set<String> properties = ObjectType.of(OrganisationUnit.class).properties().keySet();
    List<Bundle.Item> items = new ArrayList<>();
    changed
        .values()
        .forEach(u ->
            items.add(new Bundle.Item(items.size(), u, properties, List.of(), true, Map.of())));
    return new Bundle(items);
  }

  int imported() {
    return imported;
  }

  int updated() {
    return updated;
  }

  int deleted() {
    return deleted;
  }

  int ignored() {
    return ignored;
  }

  /** What was wrong, with the places of the features, from 0. */
  Map<Conflict, List<Integer>> conflicts() {
    return conflicts;
  }
}
