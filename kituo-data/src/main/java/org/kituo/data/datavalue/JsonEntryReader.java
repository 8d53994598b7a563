package org.kituo.data.datavalue;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.EntryGroup.Column;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The JSON format of data value sets, read as a stream. Members come in any order; unknown ones are
 * passed over.
 */
public final class JsonEntryReader implements EntryReader {
  private static final JsonFactory FACTORY = new JsonFactory();

  @Override
  public List<EntryGroup> read(InputStream body) throws UnreadableBodyException {
    EntryGroup group = new EntryGroup();
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableBodyException("The body is not a JSON object");
      }
      members(json, name -> member(json, name, group));
      return List.of(group);
    } catch (JacksonException e) {
      throw new UnreadableBodyException("The body is not valid JSON: " + e.getOriginalMessage());
    }
  }

  /** Hands over the name of each member, the parser standing at its value. */
  private static void members(JsonParser json, Consumer<String> member) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      member.accept(name);
    }
  }

  private static void member(JsonParser json, String name, EntryGroup group) {
    switch (name) {
      case "dataSet" -> group.setDataSet(text(json));
      case "completeDate" -> group.setCompleteDate(text(json));
      case "period" -> group.setDefault(Column.PERIOD, text(json));
      case "orgUnit" -> group.setDefault(Column.ORG_UNIT, text(json));
      case "dataElement" -> group.setDefault(Column.DATA_ELEMENT, text(json));
      case "attributeOptionCombo" ->
          group.setDefault(Column.ATTRIBUTE_OPTION_COMBO, textOrOptions(json));
      case "deletion" -> group.setDeletion(deletion(json));
      case "dataValues" -> values(json, group);
      case "dryRun", "importStrategy" -> option(json, name, group);
      default -> {
        if (name.endsWith("dScheme")) {
          option(json, name, group);
        } else {
          json.skipChildren();
        }
      }
    }
  }

  private static void option(JsonParser json, String name, EntryGroup group) {
    String value = text(json);
    if (value != null) {
      group.option(name, value);
    }
  }

  private static void values(JsonParser json, EntryGroup group) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.START_OBJECT) {
      group.begin();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        valueMember(json, name, group);
      }
    }
  }

  private static void valueMember(JsonParser json, String name, EntryGroup group) {
    switch (name) {
      case "dataElement" -> identifier(json, Column.DATA_ELEMENT, group);
      case "period" -> identifier(json, Column.PERIOD, group);
      case "orgUnit" -> identifier(json, Column.ORG_UNIT, group);
      case "categoryOptionCombo" -> identifier(json, Column.CATEGORY_OPTION_COMBO, group);
      case "attributeOptionCombo" -> identifier(json, Column.ATTRIBUTE_OPTION_COMBO, group);
      case "value" -> group.value(text(json));
      case "comment" -> group.comment(text(json));
      case "followUp", "followup" -> {
        String mark = text(json);
        if (mark != null) {
          group.followUp(Boolean.parseBoolean(mark));
        }
      }
      case "deleted" -> {
        if ("true".equals(text(json))) {
          group.deleted();
        }
      }
      default -> json.skipChildren();
    }
  }

  private static void identifier(JsonParser json, Column column, EntryGroup group) {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      group.set(column, json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
    } else {
      group.set(column, textOrOptions(json));
    }
  }

  /** A scalar as text; null for null and for anything else. */
  private static @Nullable String text(JsonParser json) {
    if (json.currentToken().isStructStart()) {
      json.skipChildren();
      return null;
    }
    return json.currentToken() == JsonToken.VALUE_NULL ? null : json.getString();
  }

  /** A text, or an object of options by category in one canonical text. */
  private static @Nullable String textOrOptions(JsonParser json) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return text(json);
    }
    TreeMap<String, String> options = new TreeMap<>();
    members(
        json,
        category -> {
          String option = text(json);
          options.put(category, option == null ? "" : option);
        });
    return Identifiers.optionsText(options);
  }

  private static EntryGroup.Deletion deletion(JsonParser json) {
    EntryGroup.Deletion scope = new EntryGroup.Deletion();
    members(
        json,
        name -> {
          switch (name) {
            case "orgUnits" -> scope.orgUnits().addAll(texts(json));
            case "periods" -> scope.periods().addAll(texts(json));
            case "elements" -> elements(json, scope);
            default -> json.skipChildren();
          }
        });
    return scope;
  }

  private static List<String> texts(JsonParser json) {
    List<String> found = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      String text = text(json);
      if (text != null) {
        found.add(text);
      }
    }
    return found;
  }

  private static void elements(JsonParser json, EntryGroup.Deletion scope) {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      @Nullable String[] parts = new String[3];
      members(
          json,
          name -> {
            switch (name) {
              case "dataElement" -> parts[0] = text(json);
              case "categoryOptionCombo" -> parts[1] = textOrOptions(json);
              case "attributeOptionCombo" -> parts[2] = textOrOptions(json);
              default -> json.skipChildren();
            }
          });
      scope.elements().add(java.util.Arrays.asList(parts));
    }
  }
}
