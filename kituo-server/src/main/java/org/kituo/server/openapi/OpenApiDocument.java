package org.kituo.server.openapi;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.TypeProperty;
import org.kituo.server.http.RouteTable.Route;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The routes and types as an OpenAPI document. Routes that take any type are written out for each
 * type, with its schema.
 */
final class OpenApiDocument {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(:[^}]*)?}");
  private static final String ANY_TYPE = "{type}";
  private static final String SCHEMAS = "#/components/schemas/";

  private final ObjectNode paths = JsonNodeFactory.instance.objectNode();

  private OpenApiDocument() {}

  /** The document of the routes whose paths are wanted. */
  static ObjectNode of(
      List<Route> routes, String version, String server, Predicate<String> wanted) {
    OpenApiDocument document = new OpenApiDocument();
    for (Route route : routes) {
      if (!route.path().contains(ANY_TYPE)) {
        document.operation(route.method(), route.path(), null, wanted);
      } else {
        for (ObjectType<?> type : MetadataTypes.ALL) {
          String path = route.path().replace(ANY_TYPE, type.plural());
          document.operation(route.method(), path, type, wanted);
        }
      }
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("openapi", "3.0.0");
    json.putObject("info").put("title", "Kituo Web API").put("version", version);
    json.putArray("servers").addObject().put("url", server);
    json.set("paths", document.paths);
    ObjectNode schemas = json.putObject("components").putObject("schemas");
    MetadataTypes.LISTED.forEach(t -> schemas.set(t.simpleKlass(), schema(t)));
    return json;
  }

  private void operation(
      String method, String pattern, @Nullable ObjectType<?> type, Predicate<String> wanted) {
    String path = VARIABLE.matcher(pattern).replaceAll("{$1}");
    if (!wanted.test(path)) {
      return;
    }
    ObjectNode operations =
        paths.get(path) instanceof ObjectNode known ? known : paths.putObject(path);
    ObjectNode operation = operations.putObject(method.toLowerCase(Locale.ROOT));
    String[] steps = path.split("/");
    operation.putArray("tags").add(steps.length > 2 ? steps[2] : "api");
    operation.put(
        "operationId", method.toLowerCase(Locale.ROOT) + path.replaceAll("[^A-Za-z0-9]+", "_"));
    ArrayNode parameters = operation.putArray("parameters");
    Matcher variable = VARIABLE.matcher(pattern);
    while (variable.find()) {
      parameters
          .addObject()
          .put("name", variable.group(1))
          .put("in", "path")
          .put("required", true)
          .putObject("schema")
          .put("type", "string");
    }
    ObjectNode ok = operation.putObject("responses").putObject("200");
    ok.put("description", "The answer.");
    boolean object = type != null && method.equals("GET") && pattern.endsWith("/{uid}");
    if (type != null && object) {
      ok.putObject("content")
          .putObject("application/json")
          .putObject("schema")
          .put("$ref", SCHEMAS + type.simpleKlass());
    }
  }

  private static ObjectNode schema(ObjectType<?> type) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ArrayNode required = schema.arrayNode();
    ObjectNode properties = schema.putObject("properties");
    for (TypeProperty property : type.properties().values()) {
      ObjectNode value = properties.putObject(property.name());
      if (property.collection()) {
        value.put("type", "array");
        value = value.putObject("items");
      }
      value(value, property);
      if (property.facts().required()) {
        required.add(property.name());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema;
  }

  private static void value(ObjectNode schema, TypeProperty property) {
    PropertyKind kind = property.collection() ? property.itemKind() : property.kind();
    Object[] constants = property.constants();
    if (constants != null) {
      ArrayNode names = schema.put("type", "string").putArray("enum");
      for (Object constant : constants) {
        names.add(constant.toString());
      }
      return;
    }
    Class<? extends Record> target = property.embedded() ? property.target() : null;
    if (target != null) {
      ObjectType<?> type = ObjectType.of(target);
      if (MetadataTypes.LISTED.contains(type)) {
        schema.put("$ref", SCHEMAS + type.simpleKlass());
        return;
      }
    }
    switch (kind) {
      case BOOLEAN -> schema.put("type", "boolean");
      case INTEGER -> schema.put("type", "integer");
      case NUMBER -> schema.put("type", "number");
      case DATE -> schema.put("type", "string").put("format", "date-time");
      case REFERENCE ->
          schema
              .put("type", "object")
              .putObject("properties")
              .putObject("id")
              .put("type", "string");
      case COMPLEX, COLLECTION -> schema.put("type", "object");
      case null, default -> schema.put("type", "string");
    }
  }
}
