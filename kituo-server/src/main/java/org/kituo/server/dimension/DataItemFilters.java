package org.kituo.server.dimension;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.server.http.Problem;
import tools.jackson.databind.node.ObjectNode;

/**
 * The filters of data items. They know fewer properties and operators than those of other lists,
 * and each fault has an error code of its own. The types of items and of values always limit; of
 * the others one is enough where the request says so.
 */
final class DataItemFilters {
  private static final Set<String> TEXTS =
      Set.of("name", "displayName", "shortName", "displayShortName");
  private static final Set<String> IDENTIFIERS =
      Set.of("id", "programId", "programDataElementId", "programAttributeId", "optionSetId");
  private static final Set<String> OPERATORS = Set.of("eq", "in", "ilike", "token");

  private final Set<DataItemType> types = EnumSet.noneOf(DataItemType.class);
  private final Set<String> valueTypes = new HashSet<>();
  private final List<Predicate<ObjectNode>> others = new ArrayList<>();

  /** Reads filters such as {@code name:ilike:malaria}. */
  static DataItemFilters parse(List<String> texts) {
    DataItemFilters filters = new DataItemFilters();
    texts.forEach(filters::add);
    return filters;
  }

  private void add(String text) {
    String[] parts = text.split(":", 3);
    if (parts.length < 3) {
      throw Problem.conflict("E2014", "Unable to parse filter `" + text + "`");
    }
    String property = parts[0];
    String operator = parts[1].toLowerCase(Locale.ROOT);
    boolean known =
        TEXTS.contains(property)
            || IDENTIFIERS.contains(property)
            || Set.of("dimensionItemType", "valueType", "identifiable").contains(property);
    if (!known) {
      throw Problem.conflict("E2034", "Filter not supported: `" + property + "`");
    }
    if (!OPERATORS.contains(operator)) {
      throw Problem.conflict("E2035", "Operator not supported: `" + parts[1] + "`");
    }
    List<String> values = values(parts[2]);
    switch (property) {
      case "dimensionItemType" -> values.forEach(v -> types.add(type(v)));
      case "valueType" -> values.forEach(v -> valueTypes.add(valueType(v)));
      case "identifiable" -> others.add(item -> hasWords(item, parts[2]));
      default -> others.add(item -> fits(item.path(property).asString(""), operator, values));
    }
  }

  private static List<String> values(String text) {
    return Arrays.stream(text.replaceAll("^\\[|\\]$", "").split(",")).map(String::strip).toList();
  }

  private static DataItemType type(String name) {
    return Arrays.stream(DataItemType.values())
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name, "dimensionItemType", DataItemType.values()));
  }

  private static String valueType(String name) {
    return Arrays.stream(ValueType.values())
        .map(ValueType::name)
        .filter(name::equals)
        .findFirst()
        .orElseThrow(() -> unknown(name, "valueType", ValueType.values()));
  }

  private static Problem unknown(String value, String property, Object[] known) {
    return Problem.conflict(
        "E2016",
        "Unable to parse element `%s` on filter `%s`, the available values are: %s"
            .formatted(value, property, Arrays.toString(known)));
  }

  private static boolean fits(String text, String operator, List<String> values) {
    String low = text.toLowerCase(Locale.ROOT);
    return switch (operator) {
      case "ilike" -> values.stream().anyMatch(v -> low.contains(v.toLowerCase(Locale.ROOT)));
      case "token" -> values.stream().allMatch(v -> low.contains(v.toLowerCase(Locale.ROOT)));
      default -> values.contains(text);
    };
  }

  /** Whether all words begin words of the names, the code or the identifier of an item. */
  private static boolean hasWords(ObjectNode item, String words) {
    String text =
        String.join(
                " ",
                item.path("id").asString(""),
                item.path("code").asString(""),
                item.path("name").asString(""),
                item.path("displayName").asString(""),
                item.path("shortName").asString(""))
            .toLowerCase(Locale.ROOT);
    Set<String> found = new HashSet<>(List.of(text.split("[^\\p{L}\\p{N}]+")));
    return Arrays.stream(words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .allMatch(w -> found.stream().anyMatch(f -> f.startsWith(w)));
  }

  /** The types of items that are wanted. */
  Set<DataItemType> types() {
    return types.isEmpty() ? EnumSet.allOf(DataItemType.class) : types;
  }

  /**
   * Whether an item fits. An item without values of its own, such as a data set, fits every type of
   * values.
   */
  boolean test(ObjectNode item, boolean any) {
    boolean value =
        valueTypes.isEmpty()
            || !item.has("valueType")
            || valueTypes.contains(item.path("valueType").asString(""));
    boolean rest =
        others.isEmpty()
            || (any
                ? others.stream().anyMatch(f -> f.test(item))
                : others.stream().allMatch(f -> f.test(item)));
    return value && rest;
  }
}
