package org.kituo.server.metadata;

import java.util.List;
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
  private static final List<String> AXES = List.of("columns", "rows", "filters");

  private AxisShapes() {}

  static void read(ObjectNode object) {
    relativePeriods(object);
    for (String axis : AXES) {
      JsonNode dimensions = object.remove(axis);
      if (dimensions instanceof ArrayNode array) {
        String names = axis.substring(0, axis.length() - 1) + "Dimensions";
        ArrayNode list = object.putArray(names);
        for (JsonNode dimension : array) {
          String id = dimension.path("dimension").asString(dimension.path("id").asString(""));
          if (!id.isEmpty()) {
            list.add(id);
            AxisItems.read(object, id, dimension.path("items"));
          }
        }
      }
    }
  }

  /** Flags of relative periods become keywords, after the periods given. */
  private static void relativePeriods(ObjectNode object) {
    JsonNode flags = object.remove("relativePeriods");
    if (!(flags instanceof ObjectNode) || object.has("rawPeriods")) {
      return;
    }
    ArrayNode raw = object.putArray("rawPeriods");
    flags.forEachEntry((name, set) ->
        org.kituo.model.period.RelativePeriod.ofProperty(name)
            .filter(p -> set.asBoolean(false))
            .ifPresent(p -> raw.add(p.name())));
    object.path("periods").forEach(p -> raw.add(p.path("id").asString("")));
    if (raw.isEmpty()) {
      object.remove("rawPeriods");
    }
  }
}
