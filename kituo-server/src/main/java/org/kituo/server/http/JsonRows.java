package org.kituo.server.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kituo.model.query.FieldSpec;
import org.kituo.model.query.FieldsParser;
import org.springframework.web.servlet.function.ServerRequest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists of rows that are no metadata objects, with the parameters {@code filter} (eq, in, ilike,
 * like, gt, lt, ge, le, !eq), {@code fields} and paging that clients use on all lists.
 */
public final class JsonRows {
  private static final int PAGE_SIZE = 50;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ServerRequest request;
  private final List<ObjectNode> rows;

  private JsonRows(ServerRequest request, List<ObjectNode> rows) {
    this.request = request;
    this.rows = rows;
  }

  /** The rows that the filters of a request let pass. */
  public static JsonRows of(ServerRequest request, List<ObjectNode> all) {
    Predicate<JsonNode> filter = row -> true;
    for (String text : Requests.texts(request, "filter")) {
      filter = filter.and(filter(text));
    }
    return new JsonRows(request, all.stream().filter(filter).toList());
  }

  /** The rows of the page that is asked for; all of them where paging is off. */
  public List<ObjectNode> page() {
    if (!isPaged()) {
      return rows;
    }
    int from = Math.min((number() - 1) * size(), rows.size());
    return rows.subList(from, Math.min(from + size(), rows.size()));
  }

  /** Whether the request wants pages. */
  public boolean isPaged() {
    return Requests.flag(request, "paging", true) && !Requests.flag(request, "skipPaging", false);
  }

  /** Writes which page it is. */
  public void pager(JsonGenerator json) {
    json.writeObjectPropertyStart("pager");
    json.writeNumberProperty("page", number());
    json.writeNumberProperty("pageCount", Math.max(1, (rows.size() + size() - 1) / size()));
    json.writeNumberProperty("total", rows.size());
    json.writeNumberProperty("pageSize", size());
    json.writeEndObject();
  }

  /** Writes the rows of the page under a name, with the fields that are asked for. */
  public void rows(JsonGenerator json, String name, String defaultFields) {
    List<String> given = Requests.texts(request, "fields");
    List<FieldSpec> fields =
        FieldsParser.parse(given.isEmpty() ? defaultFields : String.join(",", given));
    json.writeArrayPropertyStart(name);
    for (ObjectNode row : page()) {
      json.writeRawValue(JSON.writeValueAsString(select(row, fields)));
    }
    json.writeEndArray();
  }

  private int number() {
    return isPaged() ? Math.max(1, Requests.integer(request, "page", 1)) : 1;
  }

  private int size() {
    return Math.max(1, Requests.integer(request, "pageSize", PAGE_SIZE));
  }

  private static JsonNode select(JsonNode node, List<FieldSpec> fields) {
    if (node instanceof ArrayNode array) {
      ArrayNode out = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> out.add(select(item, fields)));
      return out;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    for (FieldSpec field : fields) {
      if (field.preset()) {
        out.setAll(object);
      } else if (field.exclude()) {
        out.remove(field.name());
      } else if (object.has(field.name())) {
        List<FieldSpec> children = field.children();
        JsonNode value = object.get(field.name());
        out.set(field.name(), children == null ? value : select(value, children));
      }
    }
    return out;
  }

  private static Predicate<JsonNode> filter(String text) {
    String[] parts = text.split(":", 3);
    if (parts.length < 2) {
      throw Problem.badRequest("E1003", "Filter `" + text + "` is not property:operator:value");
    }
    String[] path = parts[0].split("\\.");
    String operator = parts[1].toLowerCase(Locale.ROOT);
    String value = parts.length < 3 ? "" : parts[2];
    return row -> test(text(row, path), operator, value);
  }

  private static @Nullable String text(JsonNode row, String[] path) {
    JsonNode at = row;
    for (String name : path) {
      at = at.path(name);
    }
    return at.isMissingNode() || at.isNull() ? null : at.asString();
  }

  private static boolean test(@Nullable String held, String operator, String value) {
    return switch (operator) {
      case "null" -> held == null;
      case "!null" -> held != null;
      case "!eq", "ne", "neq" -> !value.equals(held);
      case "eq" -> value.equals(held);
      case "in" -> held != null && list(value).contains(held);
      case "!in" -> held == null || !list(value).contains(held);
      case "like" -> held != null && held.contains(value);
      case "ilike" -> held != null && lower(held).contains(lower(value));
      case "gt" -> held != null && compare(held, value) > 0;
      case "ge", "gte" -> held != null && compare(held, value) >= 0;
      case "lt" -> held != null && compare(held, value) < 0;
      case "le", "lte" -> held != null && compare(held, value) <= 0;
      default -> throw Problem.badRequest("E1003", "Operator `" + operator + "` is not known");
    };
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static List<String> list(String value) {
    return Arrays.asList(value.replaceAll("^\\[|]$", "").split(",", -1));
  }

  private static int compare(String held, String value) {
    try {
      return Double.compare(Double.parseDouble(held), Double.parseDouble(value));
    } catch (NumberFormatException e) {
      return held.compareTo(value);
    }
  }

  /** An empty row. */
  public static ObjectNode row() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An object with nothing but an identifier, as references are written. */
  public static ObjectNode reference(@Nullable String uid) {
    ObjectNode reference = row();
    reference.put("id", uid);
    return reference;
  }
}
