package org.kituo.server.metadata;

import org.kituo.model.bundle.Uid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the items of a dimension into the properties of a stored table or chart that hold its kind.
 */
final class AxisItems {

  private AxisItems() {}

  static void read(ObjectNode object, String dimension, JsonNode items) {
    switch (dimension) {
      case "dx" -> items.forEach(i -> array(object, "dataDimensionItems").add(dataItem(object, i)));
      case "pe" -> items.forEach(i -> period(object, id(i)));
      case "ou" -> items.forEach(i -> unit(object, id(i)));
      default -> {}
    }
  }

  private static String id(JsonNode item) {
    return item.path("id").asString(item.path("dimensionItem").asString(""));
  }

  private static ArrayNode array(ObjectNode object, String name) {
    return object.get(name) instanceof ArrayNode array ? array : object.putArray(name);
  }

  private static ObjectNode ref(ObjectNode maker, String id) {
    return maker.objectNode().put("id", id);
  }

  private static ObjectNode dataItem(ObjectNode maker, JsonNode item) {
    String id = id(item);
    String type =
        item.path("dimensionItemType")
            .asString(id.contains(".") ? "DATA_ELEMENT_OPERAND" : "DATA_ELEMENT");
    ObjectNode held = maker.objectNode().put("dataDimensionItemType", type);
    switch (type) {
      case "INDICATOR" -> held.set("indicator", ref(maker, id));
      case "DATA_ELEMENT" -> held.set("dataElement", ref(maker, id));
      case "PROGRAM_INDICATOR" -> held.set("programIndicator", ref(maker, id));
      case "EXPRESSION_DIMENSION_ITEM" -> held.set("expressionDimensionItem", ref(maker, id));
      case "DATA_ELEMENT_OPERAND" -> held.set("dataElementOperand", operand(maker, id));
      case "REPORTING_RATE" -> held.set("reportingRate", rate(maker, id));
      default -> held.set(property(type), ref(maker, id));
    }
    return held;
  }

  private static String property(String type) {
    StringBuilder name = new StringBuilder();
    for (String word : type.split("_")) {
      name.append(name.isEmpty() ? word.charAt(0) : word.charAt(0))
          .append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static ObjectNode operand(ObjectNode maker, String id) {
    String[] parts = id.split("\\.");
    ObjectNode operand = maker.objectNode();
    operand.set("dataElement", ref(maker, parts[0]));
    if (parts.length > 1) {
      operand.set("categoryOptionCombo", ref(maker, parts[1]));
    }
    return operand;
  }

  private static ObjectNode rate(ObjectNode maker, String id) {
    String[] parts = id.split("\\.");
    ObjectNode rate = maker.objectNode();
    rate.set("dataSet", ref(maker, parts[0]));
    rate.put("metric", parts.length > 1 ? parts[1] : "REPORTING_RATE");
    return rate;
  }

  private static void period(ObjectNode object, String id) {
    array(object, "rawPeriods").add(id);
  }

  private static void unit(ObjectNode object, String id) {
    if (id.equals("USER_ORGUNIT")) {
      object.put("userOrganisationUnit", true);
    } else if (id.equals("USER_ORGUNIT_CHILDREN")) {
      object.put("userOrganisationUnitChildren", true);
    } else if (id.equals("USER_ORGUNIT_GRANDCHILDREN")) {
      object.put("userOrganisationUnitGrandChildren", true);
    } else if (id.startsWith("LEVEL-")) {
      level(object, id.substring("LEVEL-".length()));
    } else if (id.startsWith("OU_GROUP-")) {
      array(object, "itemOrganisationUnitGroups")
          .add(ref(object, id.substring("OU_GROUP-".length())));
    } else if (Uid.isUid(id)) {
      array(object, "organisationUnits").add(ref(object, id));
    }
  }

  /**
   * Levels are kept by number; a level given by its identifier is resolved when the object is read
   * back.
   */
  private static void level(ObjectNode object, String level) {
    if (level.matches("\\d+")) {
      array(object, "organisationUnitLevels").add(Integer.parseInt(level));
    } else {
      array(object, "organisationUnitLevelIds").add(level);
    }
  }
}
