package org.kituo.server.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kituo.model.bundle.Uid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the items of the dimensions of a stored table or chart into the properties that hold their
 * kinds. Items that name nothing are left out, as in DHIS2.
 */
final class AxisItems {
  private static final Set<String> DATES =
      Set.of("eventDate", "enrollmentDate", "incidentDate", "scheduledDate", "lastUpdated");

  private final ObjectNode object;
  private final KnownObjects known;

  AxisItems(ObjectNode object, KnownObjects known) {
    this.object = object;
    this.known = known;
  }

  /**
   * Reads one dimension.
   *
   * @param axis column, row or filter
   * @return the name that is kept of it; empty where it has none
   */
  String read(JsonNode dimension, String axis) {
    String id = dimension.path("dimension").asString(dimension.path("id").asString(""));
    JsonNode items = dimension.path("items");
    switch (id) {
      case "dx" -> items.forEach(this::dataItem);
      case "pe" -> items.forEach(i -> array("rawPeriods").add(id(i)));
      case "ou" -> items.forEach(i -> unit(id(i)));
      default -> named(id, dimension, axis);
    }
    boolean events = isOfEvents();
    if (events && id.equals("ou")) {
      simple(id, dimension, axis);
    }
    return events ? qualified(id, dimension) : id;
  }

  private boolean isOfEvents() {
    return object.has("outputType") || object.has("program") || object.has("dataType");
  }

  /** Dimensions of events are kept after the identifiers of their program and stage. */
  private String qualified(String id, JsonNode dimension) {
    String stage = dimension.path("programStage").path("id").asString("");
    String program =
        dimension
            .path("program")
            .path("id")
            .asString(stage.isEmpty() ? "" : object.path("program").path("id").asString(""));
    List<String> parts = new ArrayList<>();
    for (String part : new String[] {program, stage, id}) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join(".", parts);
  }

  private static String id(JsonNode item) {
    return item.path("id").asString(item.path("dimensionItem").asString(""));
  }

  private ArrayNode array(String name) {
    return object.get(name) instanceof ArrayNode array ? array : object.putArray(name);
  }

  private ObjectNode ref(String id) {
    return object.objectNode().put("id", id);
  }

  private void named(String id, JsonNode dimension, String axis) {
    switch (known.type(id)) {
      case "categories" ->
          grouped("categoryDimensions", "category", "categoryOptions", id, dimension);
      case "categoryOptionGroupSets" ->
          grouped(
              "categoryOptionGroupSetDimensions",
              "categoryOptionGroupSet",
              "categoryOptionGroups",
              id,
              dimension);
      case "dataElementGroupSets" ->
          grouped(
              "dataElementGroupSetDimensions",
              "dataElementGroupSet",
              "dataElementGroups",
              id,
              dimension);
      case "organisationUnitGroupSets" ->
          grouped(
              "organisationUnitGroupSetDimensions",
              "organisationUnitGroupSet",
              "organisationUnitGroups",
              id,
              dimension);
      case "dataElements" -> ofEvents("dataElementDimensions", "dataElement", id, dimension);
      case "trackedEntityAttributes" -> ofEvents("attributeDimensions", "attribute", id, dimension);
      case "programIndicators" ->
          ofEvents("programIndicatorDimensions", "programIndicator", id, dimension);
      default -> {
        if (!Uid.isUid(id)) {
          simple(id, dimension, axis);
        }
      }
    }
  }

  private void grouped(String property, String dimension, String items, String id, JsonNode given) {
    ObjectNode held = array(property).addObject();
    held.set(dimension, ref(id));
    ArrayNode list = held.putArray(items);
    given.path("items").forEach(i -> list.add(ref(id(i))));
  }

  private void ofEvents(String property, String dimension, String id, JsonNode given) {
    ObjectNode held = array(property).addObject();
    held.set(dimension, ref(id));
    for (String name : List.of("filter", "legendSet", "programStage")) {
      if (given.has(name)) {
        held.set(name, given.get(name));
      }
    }
  }

  /** A date, a status or the unit of an event: kept with its values. */
  private void simple(String id, JsonNode given, String axis) {
    ObjectNode held = array("simpleDimensions").addObject();
    held.put("parent", axis.toUpperCase(Locale.ROOT));
    held.put("dimension", id);
    ArrayNode values = held.putArray("values");
    for (JsonNode item : given.path("items")) {
      values.add(id(item));
      if (DATES.contains(id)) {
        array("rawPeriods").add(id(item));
      }
    }
  }

  private void dataItem(JsonNode item) {
    String id = id(item);
    String[] parts = id.split("\\.");
    String first = known.type(parts[0]);
    String type = item.path("dimensionItemType").asString(typeOf(first, parts));
    if (first.isEmpty() || type.isEmpty()) {
      return;
    }
    ObjectNode held = array("dataDimensionItems").addObject();
    held.put("dataDimensionItemType", type);
    switch (type) {
      case "DATA_ELEMENT_OPERAND" -> held.set("dataElementOperand", operand(parts));
      case "REPORTING_RATE" -> held.set("reportingRate", rate(parts));
      case "PROGRAM_DATA_ELEMENT" ->
          held.set("programDataElement", parts("program", "dataElement", parts));
      case "PROGRAM_ATTRIBUTE" ->
          held.set("programAttribute", parts("program", "attribute", parts));
      default -> held.set(property(type), ref(id));
    }
  }

  /** The type of an item that does not say it: by the object that its first part names. */
  private String typeOf(String first, String[] parts) {
    String second = parts.length > 1 ? known.type(parts[1]) : "";
    return switch (first) {
      case "indicators" -> "INDICATOR";
      case "dataElements" -> parts.length > 1 ? "DATA_ELEMENT_OPERAND" : "DATA_ELEMENT";
      case "programIndicators" -> "PROGRAM_INDICATOR";
      case "expressionDimensionItems" -> "EXPRESSION_DIMENSION_ITEM";
      case "validationRules" -> "VALIDATION_RULE";
      case "dataSets" -> "REPORTING_RATE";
      case "programs" ->
          second.equals("trackedEntityAttributes") ? "PROGRAM_ATTRIBUTE" : "PROGRAM_DATA_ELEMENT";
      default -> "";
    };
  }

  /** {@code PROGRAM_INDICATOR} as {@code programIndicator}. */
  private static String property(String type) {
    StringBuilder name = new StringBuilder();
    for (String word : type.toLowerCase(Locale.ROOT).split("_")) {
      name.append(name.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)))
          .append(word.substring(1));
    }
    return name.toString();
  }

  private ObjectNode operand(String[] parts) {
    return parts("dataElement", "categoryOptionCombo", parts).put("id", String.join(".", parts));
  }

  private ObjectNode parts(String first, String second, String[] parts) {
    ObjectNode held = object.objectNode();
    held.set(first, ref(parts[0]));
    if (parts.length > 1) {
      held.set(second, ref(parts[1]));
    }
    return held;
  }

  private ObjectNode rate(String[] parts) {
    ObjectNode rate = object.objectNode();
    rate.set("dataSet", ref(parts[0]));
    rate.put("metric", parts.length > 1 ? parts[1] : "REPORTING_RATE");
    return rate;
  }

  private void unit(String id) {
    if (id.equals("USER_ORGUNIT")) {
      object.put("userOrganisationUnit", true);
    } else if (id.equals("USER_ORGUNIT_CHILDREN")) {
      object.put("userOrganisationUnitChildren", true);
    } else if (id.equals("USER_ORGUNIT_GRANDCHILDREN")) {
      object.put("userOrganisationUnitGrandChildren", true);
    } else if (id.startsWith("LEVEL-")) {
      known
          .level(id.substring("LEVEL-".length()))
          .ifPresent(l -> array("organisationUnitLevels").add(l));
    } else if (id.startsWith("OU_GROUP-")) {
      array("itemOrganisationUnitGroups").add(ref(id.substring("OU_GROUP-".length())));
    } else if (known.type(id).equals("organisationUnits")) {
      array("organisationUnits").add(ref(id));
    }
  }
}
