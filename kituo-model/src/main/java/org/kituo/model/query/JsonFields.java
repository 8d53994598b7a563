package org.kituo.model.query;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes from JSON what {@code fields} asks for, where there is no type to compile them against. */
public final class JsonFields {

  private JsonFields() {}

  /** The members asked for, in the order asked; everything where all or nothing is asked. */
  public static JsonNode of(JsonNode node, List<FieldSpec> fields) {
    if (node instanceof ArrayNode array) {
      ArrayNode items = array.arrayNode();
      array.forEach(i -> items.add(of(i, fields)));
      return items;
    }
    if (!(node instanceof ObjectNode object) || fields.isEmpty()) {
      return node;
    }
    boolean all = fields.stream().anyMatch(FieldSpec::preset);
    ObjectNode wanted = all ? object.deepCopy() : object.objectNode();
    for (FieldSpec field : fields) {
      JsonNode value = object.get(field.name());
      if (field.exclude()) {
        wanted.remove(field.name());
      } else if (value != null) {
        List<FieldSpec> children = field.children();
        wanted.set(name(field), children == null ? value : of(value, children));
      }
    }
    return wanted;
  }

  private static String name(FieldSpec field) {
    return field.transformers().stream()
        .filter(t -> t.name().equals("rename") && !t.arguments().isEmpty())
        .map(t -> t.arguments().getFirst())
        .findFirst()
        .orElse(field.name());
  }
}
