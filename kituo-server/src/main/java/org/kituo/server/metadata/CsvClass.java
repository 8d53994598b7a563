package org.kituo.server.metadata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kituo.data.datavalue.CsvLines;
import org.kituo.data.datavalue.EntryReader.UnreadableBodyException;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.ObjectWriter;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.http.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What lines of comma-separated values may stand for in an import of metadata. The columns have a
 * fixed order; a dot leads into an object, a star marks the columns of an item of a list, of which
 * each line has one, while lines with the same first columns are of one object.
 */
enum CsvClass {
  DATA_ELEMENT(
      "dataElements",
      "name,id,code,shortName,description,formName,domainType,valueType,aggregationType,"
          + "categoryCombo.id,url,zeroIsSignificant,optionSet.id,commentOptionSet.id",
      "domainType=AGGREGATE,valueType=INTEGER,aggregationType=SUM"),
  DATA_ELEMENT_GROUP("dataElementGroups", "name,id,code,shortName", ""),
  CATEGORY_OPTION("categoryOptions", "name,id,code,shortName", ""),
  CATEGORY("categories", "name,id,code,shortName", "dataDimensionType=DISAGGREGATION"),
  CATEGORY_COMBO("categoryCombos", "name,id,code", "dataDimensionType=DISAGGREGATION"),
  CATEGORY_OPTION_GROUP(
      "categoryOptionGroups", "name,id,code,shortName", "dataDimensionType=DISAGGREGATION"),
  ORGANISATION_UNIT(
      "organisationUnits",
      "name,id,code,parent.id,shortName,description,openingDate,closedDate,comment,geometry.type,"
          + "geometry.coordinates,url,contactPerson,address,email,phoneNumber",
      "openingDate=1970-01-01"),
  ORGANISATION_UNIT_GROUP("organisationUnitGroups", "name,id,code,shortName", ""),
  VALIDATION_RULE(
      "validationRules",
      "name,id,code,description,instruction,importance,,operator,periodType,leftSide.expression,"
          + "leftSide.description,leftSide.missingValueStrategy,rightSide.expression,"
          + "rightSide.description,rightSide.missingValueStrategy",
      "importance=MEDIUM"),
  INDICATOR(
      "indicators",
      "name,id,code,description,shortName,denominator,denominatorDescription,numerator,"
          + "numeratorDescription,annualized,decimals,indicatorType.id",
      "annualized=false"),
  OPTION_SET(
      "optionSets", "name,id,code,*options.name,*options.id,*options.code", "valueType=TEXT"),
  OPTION_GROUP("optionGroups", "name,id,code,shortName,optionSet.id,*options.id,", ""),
  OPTION_GROUP_SET("optionGroupSets", "name,id,code,description,dataDimension,optionSet.id", ""),
  OPTION_GROUP_SET_MEMBERSHIP("optionGroupSets", "id,*optionGroups.id", ""),
  ORGANISATION_UNIT_GROUP_MEMBERSHIP("organisationUnitGroups", "id,*organisationUnits.id", ""),
  DATA_ELEMENT_GROUP_MEMBERSHIP("dataElementGroups", "id,*dataElements.id", ""),
  INDICATOR_GROUP_MEMBERSHIP("indicatorGroups", "id,*indicators.id", "");

  private static final int LONGEST_SHORT_NAME = 50;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String plural;
  private final List<String> columns;
  private final Map<String, String> usual = new HashMap<>();

  CsvClass(String plural, String columns, String usual) {
    this.plural = plural;
    this.columns = Arrays.asList(columns.split(",", -1));
    for (String pair : usual.isEmpty() ? new String[0] : usual.split(",")) {
      this.usual.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
  }

  static CsvClass of(String name) {
    return Arrays.stream(values())
        .filter(c -> c.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() ->
            Problem.conflict(
                null, "The parameter classKey must be one of " + Arrays.toString(values()) + "."));
  }

  /** The lines as a bundle. */
  ObjectNode bundle(String csv, boolean header, MetadataSnapshot snapshot) {
    ObjectNode bundle = JSON.createObjectNode();
    Map<String, ObjectNode> byFirst = new HashMap<>();
    ArrayNode objects = bundle.putArray(plural);
    List<List<String>> lines = lines(csv);
    for (List<String> line : header && !lines.isEmpty() ? lines.subList(1, lines.size()) : lines) {
      ObjectNode object =
          byFirst.computeIfAbsent(
              first(line),
              f -> {
                ObjectNode added = object(line, snapshot);
                objects.add(added);
                return added;
              });
      item(object, line);
    }
    return bundle;
  }

  private static List<List<String>> lines(String csv) {
    List<List<String>> lines = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    try {
      CsvLines reader =
          CsvLines.of(
              new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
              StandardCharsets.UTF_8);
      while (reader.next(fields)) {
        lines.add(List.copyOf(fields));
      }
      return lines;
    } catch (UnreadableBodyException e) {
      throw Problem.conflict(null, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isMany() {
    return columns.stream().anyMatch(c -> c.startsWith("*"));
  }

  /** What lines of one object have in common; where each line is an object, the whole line. */
  private String first(List<String> line) {
    int items = 0;
    while (items < columns.size() && !columns.get(items).startsWith("*")) {
      items++;
    }
    return String.join("\n", isMany() ? line.subList(0, Math.min(items, line.size())) : line);
  }

  /** The object of a line without its items; one that is there keeps what the line does not say. */
  private ObjectNode object(List<String> line, MetadataSnapshot snapshot) {
    ObjectNode object = existing(line, snapshot);
    boolean isNew = object.isEmpty();
    for (int i = 0; i < Math.min(line.size(), columns.size()); i++) {
      String column = columns.get(i);
      if (!column.isEmpty() && !column.startsWith("*") && !line.get(i).isBlank()) {
        set(object, column, line.get(i).strip(), snapshot);
      }
    }
    if (!object.has("id")) {
      object.put("id", NewUids.next());
    }
    if (isNew) {
      usual.forEach((name, value) -> {
        if (!object.has(name)) {
          object.put(name, value);
        }
      });
      String name = object.path("name").asString("");
      if (columns.contains("shortName") && !object.has("shortName") && !name.isEmpty()) {
        object.put("shortName", name.substring(0, Math.min(LONGEST_SHORT_NAME, name.length())));
      }
    }
    return object;
  }

  private ObjectNode existing(List<String> line, MetadataSnapshot snapshot) {
    int place = columns.indexOf("id");
    ObjectType<?> type = java.util.Objects.requireNonNull(MetadataTypes.byPlural(plural));
    String id = place < line.size() ? line.get(place).strip() : "";
    return snapshot
        .find(MetadataTypes.record(type), id)
        .map(o -> (ObjectNode) ObjectWriter.tree((MetadataObject) o))
        .orElseGet(JSON::createObjectNode);
  }

  private void set(ObjectNode object, String column, String text, MetadataSnapshot snapshot) {
    switch (column) {
      case "parent.id" -> object.putObject("parent").put("id", unit(text, snapshot));
      case "geometry.type" -> object.withObjectProperty("geometry").put("type", geometry(text));
      case "geometry.coordinates" ->
          object.withObjectProperty("geometry").set("coordinates", coordinates(text));
      default -> put(object, column, text);
    }
  }

  private static void put(ObjectNode object, String column, String text) {
    int dot = column.indexOf('.');
    if (dot < 0) {
      object.put(column, text);
    } else {
      object.withObjectProperty(column.substring(0, dot)).put(column.substring(dot + 1), text);
    }
  }

  /** A unit is named by its identifier or its code. */
  private static String unit(String text, MetadataSnapshot snapshot) {
    String byCode = snapshot.uniqueOwner(OrganisationUnit.class, "code", text);
    return byCode == null ? text : byCode;
  }

  /** {@code MULTI_POLYGON} as {@code MultiPolygon}. */
  private static String geometry(String featureType) {
    return switch (featureType.toUpperCase(java.util.Locale.ROOT)) {
      case "POLYGON" -> "Polygon";
      case "MULTI_POLYGON", "MULTIPOLYGON" -> "MultiPolygon";
      default -> "Point";
    };
  }

  private static JsonNode coordinates(String text) {
    try {
      return JSON.readTree(text);
    } catch (tools.jackson.core.JacksonException e) {
      throw Problem.conflict(null, "Coordinates must be a JSON array, not " + text + ".");
    }
  }

  /** Adds the item of a line to its object's list, unless that has it. */
  private void item(ObjectNode object, List<String> line) {
    ObjectNode item = JSON.createObjectNode();
    String list = "";
    for (int i = 0; i < Math.min(line.size(), columns.size()); i++) {
      String column = columns.get(i);
      if (column.startsWith("*")) {
        list = column.substring(1, column.indexOf('.'));
        if (!line.get(i).isBlank()) {
          item.put(column.substring(column.indexOf('.') + 1), line.get(i).strip());
        }
      }
    }
    if (item.isEmpty()) {
      return;
    }
    if (item.has("name") && !item.has("id")) {
      item.put("id", NewUids.next());
    }
    ArrayNode items = object.withArrayProperty(list);
    String id = item.path("id").asString("");
    boolean there = false;
    for (JsonNode other : items) {
      there |= !id.isEmpty() && other.path("id").asString("").equals(id);
    }
    if (!there) {
      items.add(item);
    }
  }
}
