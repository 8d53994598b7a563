package org.kituo.server.metadata;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsPlan.Node;
import org.kituo.model.query.ObjectView;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.View;
import org.kituo.server.http.Csv;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.springframework.web.servlet.function.ServerRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A list of objects as comma-separated values: simple properties, and collections by identifiers.
 */
final class ListCsv {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ListCsv() {}

  static String of(
      ServerRequest request, List<MetadataObject> objects, FieldsPlan plan, View view) {
    String separator = Requests.text(request, "separator");
    String arraySeparator = Requests.text(request, "arraySeparator");
    Csv csv = new Csv(separator == null ? ',' : separator.charAt(0), true);
    StringBuilder lines = new StringBuilder();
    for (Node node : plan.nodes()) {
      requireSimple(node);
    }
    if (!Requests.flag(request, "skipHeader", false)) {
      lines.append(csv.line(plan.nodes().stream().map(n -> NODES.stringNode(n.name())).toList()));
    }
    for (MetadataObject object : objects) {
      List<JsonNode> values = new ArrayList<>();
      for (Node node : plan.nodes()) {
        values.add(value(node, object, view, arraySeparator == null ? ";" : arraySeparator));
      }
      lines.append(csv.line(values));
    }
    return lines.toString();
  }

  private static void requireSimple(Node node) {
    TypeProperty property = node.property();
    if (property != null && !property.simple() && !property.reference()) {
      throw Problem.conflict(
          null,
          "The property " + property.name() + " cannot be written as comma-separated values.");
    }
  }

  private static JsonNode value(
      Node node, MetadataObject object, View view, String arraySeparator) {
    TypeProperty property = node.property();
    Object value =
        property == null
            ? object.identity().attribute(String.valueOf(node.attribute()))
            : ObjectView.value(property, object, view);
    return switch (value) {
      case null -> NODES.missingNode();
      case Integer number -> NODES.numberNode(number);
      case Long number -> NODES.numberNode(number);
      case Double number -> NODES.numberNode(number);
      case Boolean flag -> NODES.booleanNode(flag);
      case List<?> list ->
          NODES.stringNode(String.join(arraySeparator, list.stream().map(ListCsv::text).toList()));
      default -> NODES.stringNode(text(value));
    };
  }

  private static String text(Object value) {
    return switch (value) {
      case Ref<?> ref -> ref.id();
      case LocalDateTime time -> Dates.format(time);
      case JsonNode node when node.isString() -> node.stringValue();
      default -> value.toString();
    };
  }
}
