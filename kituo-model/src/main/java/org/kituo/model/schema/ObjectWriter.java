package org.kituo.model.schema;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Writes records as JSON by their types, as the store keeps them and as {@link ObjectReader} reads
 * them back.
 */
public final class ObjectWriter {

  private ObjectWriter() {}

  /** Writes all stored properties that have a value other than their initial one. */
  public static <T> void write(JsonGenerator json, T object) {
    write(json, object, false);
  }

  /** Writes the same, with references as bare identifiers: a large group is half as long. */
  public static <T> void writeBriefly(JsonGenerator json, T object) {
    write(json, object, true);
  }

  private static <T> void write(JsonGenerator json, T object, boolean brief) {
    json.writeStartObject();
    for (TypeProperty property : ObjectType.of(object).stored()) {
      Object value = property.stored(object);
      if (value != null && !value.equals(property.initial())) {
        json.writeName(property.name());
        if (value instanceof List<?> list) {
          json.writeStartArray();
          for (Object item : list) {
            item(json, item, brief);
          }
          json.writeEndArray();
        } else {
          item(json, value, brief);
        }
      }
    }
    json.writeEndObject();
  }

  /** An object, a value of a property, or a list of such, as a JSON tree. */
  public static JsonNode tree(Object value) {
    TokenBuffer buffer = TokenBuffer.forGeneration();
    switch (value) {
      case List<?> list -> {
        buffer.writeStartArray();
        list.forEach(item -> item(buffer, item, false));
        buffer.writeEndArray();
      }
      case MetadataObject object -> write(buffer, object);
      default -> item(buffer, value, false);
    }
    return JsonMapper.shared().readTree(buffer.asParser());
  }

  private static void item(JsonGenerator json, Object value, boolean brief) {
    switch (value) {
      case Ref<?>(String id) when brief -> json.writeString(id);
      case Ref<?>(String id) -> {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeEndObject();
      }
      case Record embedded when embedded.getClass().isAnnotationPresent(MetadataType.class) ->
          write(json, embedded, brief);
      default -> plain(json, value);
    }
  }

  /** Writes a value that is neither a reference nor an embedded record. */
  public static void plain(JsonGenerator json, Object value) {
    switch (value) {
      case String text -> json.writeString(text);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Boolean bool -> json.writeBoolean(bool);
      case LocalDateTime time -> json.writeString(Dates.format(time));
      case Enum<?> constant -> json.writeString(constant.name());
      case Sharing sharing -> sharing(json, sharing);
      case Translation t -> translation(json, t);
      case AttributeValue value1 -> attributeValue(json, value1);
      case JsonNode node -> json.writeTree(node);
      default -> throw new IllegalArgumentException(value.getClass().getName());
    }
  }

  private static void translation(JsonGenerator json, Translation t) {
    json.writeStartObject();
    json.writeStringProperty("property", t.property());
    json.writeStringProperty("locale", t.locale());
    json.writeStringProperty("value", t.value());
    json.writeEndObject();
  }

  private static void attributeValue(JsonGenerator json, AttributeValue value) {
    json.writeStartObject();
    json.writeName("attribute");
    json.writeStartObject();
    json.writeStringProperty("id", value.attribute());
    json.writeEndObject();
    json.writeStringProperty("value", value.value());
    json.writeEndObject();
  }

  private static void sharing(JsonGenerator json, Sharing sharing) {
    json.writeStartObject();
    optional(json, "owner", sharing.owner());
    accesses(json, "users", sharing.users());
    accesses(json, "userGroups", sharing.userGroups());
    optional(json, "public", sharing.publicAccess());
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  private static void accesses(JsonGenerator json, String name, Map<String, String> accesses) {
    json.writeName(name);
    json.writeStartObject();
    accesses.forEach((id, access) -> {
      json.writeName(id);
      json.writeStartObject();
      json.writeStringProperty("access", access);
      json.writeStringProperty("id", id);
      json.writeEndObject();
    });
    json.writeEndObject();
  }
}
