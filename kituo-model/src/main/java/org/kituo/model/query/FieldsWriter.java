package org.kituo.model.query;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.Attribute;
import org.kituo.model.metadata.DataElementOperand;
import org.kituo.model.metadata.User;
import org.kituo.model.query.FieldSpec.Transformer;
import org.kituo.model.query.FieldsPlan.Node;
import org.kituo.model.schema.AttributeValue;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.ObjectWriter;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Sharing;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.View;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Writes objects as JSON by a plan, straight to the output. Values that are null are left out. */
public final class FieldsWriter {
  private final JsonGenerator json;
  private final View view;
  private final Map<Node, Map<Class<?>, FieldsPlan>> open = new IdentityHashMap<>();

  /** A writer of what a view shows. */
  public FieldsWriter(JsonGenerator json, View view) {
    this.json = json;
    this.view = view;
  }

  /** Writes an object. */
  public void write(Object object, FieldsPlan plan) {
    json.writeStartObject();
    for (Node node : plan.nodes()) {
      if (node.property() == null) {
        attribute((MetadataObject) object, node);
      } else {
        property(object, node, node.property());
      }
    }
    json.writeEndObject();
  }

  /** Writes the value of one property, under its name. */
  public void property(Object object, Node node, TypeProperty property) {
    Object value = ObjectView.value(property, object, view);
    if (value == null) {
      return;
    }
    json.writeName(node.name());
    value(value, node, property);
  }

  private void attribute(MetadataObject object, Node node) {
    String value = object.identity().attribute(Objects.requireNonNull(node.attribute()));
    if (value != null) {
      json.writeStringProperty(node.name(), value);
    }
  }

  /** Writes a value of a property as a node wants it. */
  public void value(Object value, Node node, TypeProperty property) {
    int size = size(value);
    if (node.has("size") && size >= 0) {
      json.writeNumber(size);
    } else if (node.has("isEmpty") && size >= 0) {
      json.writeBoolean(size == 0);
    } else if (node.has("isNotEmpty") && size >= 0) {
      json.writeBoolean(size > 0);
    } else if (value instanceof List<?> list) {
      list(list, node, property);
    } else {
      item(value, node, property);
    }
  }

  private static int size(Object value) {
    return switch (value) {
      case List<?> list -> list.size();
      case String text -> text.length();
      case JsonNode node when node.isContainer() -> node.size();
      default -> -1;
    };
  }

  private void list(List<?> list, Node node, TypeProperty property) {
    Transformer keyBy = transformer(node, "keyBy");
    Transformer pluck = transformer(node, "pluck");
    if (keyBy != null) {
      keyed(list, node, property, argument(keyBy));
      return;
    }
    String plucked = pluck == null || !selects(node, argument(pluck)) ? null : argument(pluck);
    json.writeStartArray();
    for (Object item : list) {
      if (plucked != null) {
        plucked(item, node, property, plucked);
      } else {
        item(item, node, property);
      }
    }
    json.writeEndArray();
  }

  /**
   * Whether a property is among those asked for of the items: only what is asked for can be
   * plucked, and of items of which nothing is asked there is the identifier.
   */
  private static boolean selects(Node node, String field) {
    FieldsPlan children = node.children();
    return children == null
        ? node.specs() == null ? field.equals("id") : true
        : children.nodes().stream().anyMatch(n -> n.name().equals(field));
  }

  private static String argument(Transformer transformer) {
    return transformer.arguments().isEmpty() ? "id" : transformer.arguments().getFirst();
  }

  private static @Nullable Transformer transformer(Node node, String name) {
    return node.transformers().stream().filter(t -> t.name().equals(name)).findFirst().orElse(null);
  }

  private void plucked(Object item, Node node, TypeProperty property, String field) {
    Object value = field(item, property, field);
    if (value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Enum<?>) {
      ObjectWriter.plain(json, value);
    } else {
      item(item, node, property);
    }
  }

  private @Nullable Object field(Object item, TypeProperty property, String field) {
    if (item instanceof Ref<?> ref && field.equals("id")) {
      return ref.id();
    }
    Object target = ObjectView.target(property, item, view);
    TypeProperty p = target == null ? null : ObjectType.of(target).property(field);
    return target == null || p == null ? null : ObjectView.value(p, target, view);
  }

  private void keyed(List<?> list, Node node, TypeProperty property, String field) {
    Map<String, List<Object>> byKey = new LinkedHashMap<>();
    for (Object item : list) {
      Object key = field(item, property, field);
      if (key != null) {
        byKey.computeIfAbsent(key.toString(), k -> new java.util.ArrayList<>()).add(item);
      }
    }
    json.writeStartObject();
    byKey.forEach((key, items) -> {
      json.writeName(key);
      if (items.size() == 1) {
        item(items.getFirst(), node, property);
      } else {
        json.writeStartArray();
        items.forEach(i -> item(i, node, property));
        json.writeEndArray();
      }
    });
    json.writeEndObject();
  }

  private void item(Object value, Node node, TypeProperty property) {
    if (value instanceof Ref<?> ref) {
      reference(ref, node, property);
    } else if (value instanceof DataElementOperand operand) {
      DataElementOperand told = operand.told(view.snapshot());
      object(told, told.uid(), node);
    } else if (value instanceof MetadataObject object) {
      object(object, object.uid(), node);
    } else if (property.embedded()) {
      write(value, node.children() == null ? new FieldsPlan(List.of()) : node.children());
    } else if (value instanceof JsonNode tree && node.specs() != null) {
      json.writeTree(JsonFields.of(tree, node.specs()));
    } else if (value instanceof AttributeValue held && node.children() != null) {
      attributeValue(held, node.children());
    } else if (value instanceof Sharing sharing) {
      SharingWriter.write(json, sharing, view.snapshot());
    } else {
      ObjectWriter.plain(json, value);
    }
  }

  private void attributeValue(AttributeValue held, FieldsPlan wanted) {
    json.writeStartObject();
    Attribute attribute = view.snapshot().get(Attribute.class, held.attribute());
    if (attribute != null) {
      json.writeName("attribute");
      write(attribute, wanted);
    }
    json.writeStringProperty("value", held.value());
    json.writeEndObject();
  }

  private void reference(Ref<?> ref, Node node, TypeProperty property) {
    if (isUserNote(property)) {
      user(ref.id());
      return;
    }
    boolean usual = node.children() == null && node.specs() == null;
    object(usual ? null : ObjectView.target(property, ref, view), ref.id(), node);
  }

  /** Writes what is wanted of an object; its identifier where nothing is or the object is gone. */
  private void object(@Nullable Object object, String id, Node node) {
    FieldsPlan plan = object == null ? null : plan(object, node);
    if (object == null || plan == null) {
      json.writeStartObject();
      json.writeStringProperty("id", id);
      json.writeEndObject();
    } else {
      write(object, plan);
    }
  }

  /** What is wanted of an object; null where nothing is said. */
  private @Nullable FieldsPlan plan(Object object, Node node) {
    List<FieldSpec> specs = node.specs();
    return specs == null
        ? node.children()
        : open.computeIfAbsent(node, n -> new HashMap<>())
            .computeIfAbsent(
                object.getClass(), c -> FieldsPlan.compile(ObjectType.of(object), specs));
  }

  /** Who made or changed an object is always told in one form, whatever is asked of it. */
  private static boolean isUserNote(TypeProperty property) {
    return switch (property.name()) {
      case "createdBy", "lastUpdatedBy" -> true;
      case "user" -> !property.stored() && !property.collection();
      case "users" -> isMembers(property);
      default -> false;
    };
  }

  /** Members of groups and holders of roles are told in the same form; users of units are not. */
  private static boolean isMembers(TypeProperty property) {
    return property.target() == User.class
        && (property.inverse() == null || property.inverse().property().equals("userRoles"));
  }

  private void user(String uid) {
    User user = view.snapshot().get(User.class, uid);
    json.writeStartObject();
    json.writeStringProperty("id", uid);
    if (user != null) {
      String code = user.identity().code();
      json.writeStringProperty("code", code);
      json.writeStringProperty("name", user.name());
      json.writeStringProperty("displayName", user.name());
      json.writeStringProperty("username", user.username());
    }
    json.writeEndObject();
  }
}
