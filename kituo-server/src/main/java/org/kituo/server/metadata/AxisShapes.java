package org.kituo.server.metadata;

import java.util.List;
import org.kituo.model.period.RelativePeriod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stored tables, charts and map layers come in two forms: clients write columns, rows and filters
 * with their items, while packages hold what these come to: the names of the dimensions, and the
 * items each in a property of its kind. The first is turned into the second here. Relative periods,
 * once a row of flags, become keywords among the raw periods.
 */
final class AxisShapes {
  private static final List<String> AXES = List.of("column", "row", "filter");
  private static final List<String> ITEMS =
      List.of(
          "dataDimensionItems",
          "organisationUnits",
          "organisationUnitLevels",
          "itemOrganisationUnitGroups",
          "categoryDimensions",
          "categoryOptionGroupSetDimensions",
          "dataElementGroupSetDimensions",
          "organisationUnitGroupSetDimensions",
          "dataElementDimensions",
          "attributeDimensions",
          "programIndicatorDimensions",
          "simpleDimensions",
          "rawPeriods");
  private static final List<String> USER_UNITS =
      List.of(
          "userOrganisationUnit",
          "userOrganisationUnitChildren",
          "userOrganisationUnitGrandChildren");

  private AxisShapes() {}

  /** Changes an object in place. */
  static void read(ObjectNode object, KnownObjects known) {
    boolean laidOut = AXES.stream().anyMatch(a -> object.get(a + "s") instanceof ArrayNode);
    if (laidOut && isComplete(object)) {
      axes(object, known);
    }
    object.remove(AXES.stream().map(a -> a + "s").toList());
    periods(object);
    value(object, known);
    if (object.path("axes").size() > 0 && !object.has("fontStyle")) {
      object.putObject("fontStyle");
    }
  }

  /**
   * Whether the columns, rows and filters say what there is; where they name the dimensions alone,
   * as in an object that was read with all fields, the other properties do.
   */
  private static boolean isComplete(ObjectNode object) {
    return !object.has("columnDimensions")
        || AXES.stream()
            .flatMap(a -> object.path(a + "s").valueStream())
            .anyMatch(d -> d.has("items"));
  }

  /** Columns, rows and filters take the place of everything that says the same. */
  private static void axes(ObjectNode object, KnownObjects known) {
    object.remove(ITEMS);
    object.remove(USER_UNITS);
    object.remove(List.of("periods", "relativePeriods"));
    AxisItems items = new AxisItems(object, known);
    for (String axis : AXES) {
      ArrayNode names = object.arrayNode();
      for (JsonNode dimension : object.path(axis + "s")) {
        String name = items.read(dimension, axis);
        if (!name.isEmpty()) {
          names.add(name);
        }
      }
      object.set(axis + "Dimensions", names);
    }
  }

  /** Flags of relative periods and periods given one by one become raw periods. */
  private static void periods(ObjectNode object) {
    JsonNode flags = object.remove("relativePeriods");
    JsonNode periods = object.remove("periods");
    if (!object.path("rawPeriods").isEmpty()) {
      return;
    }
    ArrayNode raw = object.arrayNode();
    if (flags instanceof ObjectNode set) {
      set.forEachEntry((name, flag) ->
          RelativePeriod.ofProperty(name)
              .filter(p -> flag.asBoolean(false))
              .ifPresent(p -> raw.add(p.name())));
    }
    if (periods instanceof ArrayNode given) {
      given.forEach(p -> raw.add(p.path("id").asString("")));
    }
    if (!raw.isEmpty()) {
      object.set("rawPeriods", raw);
    }
  }

  /** What is aggregated is kept apart for data elements and attributes. */
  private static void value(ObjectNode object, KnownObjects known) {
    JsonNode value = object.remove("value");
    String id = value == null ? "" : value.path("id").asString("");
    String property =
        switch (known.type(id)) {
          case "dataElements" -> "dataElementValueDimension";
          case "trackedEntityAttributes" -> "attributeValueDimension";
          default -> "";
        };
    if (!property.isEmpty() && !object.has(property)) {
      object.putObject(property).put("id", id);
    }
  }
}
