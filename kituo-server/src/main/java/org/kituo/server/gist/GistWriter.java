package org.kituo.server.gist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.query.FieldSpec;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.query.ObjectView;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.View;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the gist of objects.
 *
 * @param json where to
 * @param view as the user sees the objects
 * @param readable whether the user may see an object; others count for nothing
 * @param urls what addresses begin with, such as {@code /api}
 * @param suffix what addresses end with
 */
record GistWriter(
    JsonGenerator json, View view, Predicate<MetadataObject> readable, String urls, String suffix) {

  /** Writes an object; the one value alone where only one field is asked for. */
  void write(MetadataObject object, List<GistField> fields) {
    if (fields.size() == 1 && fields.getFirst().children().isEmpty()) {
      value(object, fields.getFirst());
      return;
    }
    Map<String, String> links = new LinkedHashMap<>();
    json.writeStartObject();
    for (GistField field : fields) {
      field(object, field, links);
    }
    if (!links.isEmpty()) {
      json.writeName("apiEndpoints");
      json.writeStartObject();
      links.forEach(json::writeStringProperty);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void field(MetadataObject object, GistField field, Map<String, String> links) {
    TypeProperty property = field.property();
    Object value = value(field, object);
    if (property != null && isLinked(property) && value != null) {
      links.put(field.name(), address(object) + "/" + field.source() + "/gist" + suffix);
    }
    if (value == null || field.transformation() == GistTransformation.LINK) {
      return;
    }
    json.writeName(field.name());
    if (field.children().isEmpty() || property == null) {
      value(value, field, object);
    } else {
      nested(value, field, property);
    }
  }

  private static boolean isLinked(TypeProperty property) {
    Class<? extends Record> target = MetadataTypes.target(property);
    return property.reference()
        && (target == null || ObjectType.of(target).facts().metadata())
        && !property.name().equals("user");
  }

  private String address(MetadataObject object) {
    return urls + "/" + ObjectType.of(object).plural() + "/" + object.uid();
  }

  private @Nullable Object value(GistField field, MetadataObject object) {
    TypeProperty property = field.property();
    if (property == null) {
      return object.identity().attribute(field.source());
    }
    if (property.name().equals("href")) {
      return address(object) + "/gist" + suffix;
    }
    return property.facts().translationKey() != null
        ? view.displayed(object, property.name())
        : ObjectView.value(property, object, view);
  }

  private void value(MetadataObject object, GistField field) {
    Object value = value(field, object);
    if (value == null) {
      json.writeNull();
    } else {
      value(value, field, object);
    }
  }

  private void value(Object value, GistField field, MetadataObject object) {
    TypeProperty property = field.property();
    String argument = field.arguments().isEmpty() ? "" : field.arguments().getFirst();
    switch (field.transformation()) {
      case SIZE -> json.writeNumber(items(value, property).size());
      case IS_EMPTY -> json.writeBoolean(items(value, property).isEmpty());
      case IS_NOT_EMPTY -> json.writeBoolean(!items(value, property).isEmpty());
      case MEMBER -> json.writeBoolean(ids(value, property).contains(argument));
      case NOT_MEMBER -> json.writeBoolean(!ids(value, property).contains(argument));
      case IDS, LINK -> ids(value, property, false);
      case ID_OBJECTS -> ids(value, property, true);
      case PLUCK -> plucked(value, field, argument.isEmpty() ? "name" : argument);
      case NONE -> plain(value, field, object);
    }
  }

  /** The items of a collection that the user may see. */
  private List<?> items(Object value, @Nullable TypeProperty property) {
    if (!(value instanceof List<?> list)) {
      return List.of(value);
    }
    return property == null || !property.reference()
        ? list
        : list.stream()
            .filter(i ->
                !(ObjectView.target(property, i, view) instanceof MetadataObject o)
                    || readable.test(o))
            .toList();
  }

  private List<String> ids(Object value, @Nullable TypeProperty property) {
    List<String> ids = new ArrayList<>();
    for (Object item : items(value, property)) {
      ids.add(item instanceof Ref<?> ref ? ref.id() : item.toString());
    }
    return ids;
  }

  private void ids(Object value, @Nullable TypeProperty property, boolean asObjects) {
    boolean many = value instanceof List<?>;
    if (many) {
      json.writeStartArray();
    }
    for (String id : ids(value, property)) {
      if (asObjects) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeEndObject();
      } else {
        json.writeString(id);
      }
    }
    if (many) {
      json.writeEndArray();
    }
  }

  private void plucked(Object value, GistField field, String name) {
    TypeProperty property = field.property();
    boolean many = value instanceof List<?>;
    if (many) {
      json.writeStartArray();
    }
    for (Object item : items(value, property)) {
      Object target = property == null ? null : ObjectView.target(property, item, view);
      TypeProperty plucked = target == null ? null : ObjectType.of(target).property(name);
      Object text =
          target == null || plucked == null ? null : ObjectView.value(plucked, target, view);
      if (text == null) {
        json.writeNull();
      } else {
        json.writeString(text.toString());
      }
    }
    if (many) {
      json.writeEndArray();
    }
  }

  private void plain(Object value, GistField field, MetadataObject object) {
    TypeProperty property = field.property();
    if (property == null || value instanceof String) {
      json.writeString(value.toString());
      return;
    }
    FieldsPlan plan =
        FieldsPlan.compile(
            ObjectType.of(object), List.of(new FieldSpec(field.source(), false, List.of(), null)));
    new FieldsWriter(json, view).value(value, plan.nodes().getFirst(), property);
  }

  /** What is asked of the object behind a reference; of a collection a list for each field. */
  private void nested(Object value, GistField field, TypeProperty property) {
    json.writeStartObject();
    for (GistField child : field.children()) {
      if (value instanceof List<?>) {
        json.writeName(child.name());
        plucked(value, field, child.source());
      } else if (ObjectView.target(property, value, view) instanceof MetadataObject target) {
        field(target, child, new LinkedHashMap<>());
      } else {
        embedded(Objects.requireNonNull(ObjectView.target(property, value, view)), child);
      }
    }
    json.writeEndObject();
  }

  private void embedded(Object object, GistField child) {
    TypeProperty property = child.property();
    Object value = property == null ? null : ObjectView.value(property, object, view);
    if (value != null && property != null) {
      FieldsPlan plan =
          FieldsPlan.compile(
              ObjectType.of(object),
              List.of(new FieldSpec(child.source(), false, List.of(), null)));
      new FieldsWriter(json, view).property(object, plan.nodes().getFirst(), property);
    }
  }
}
