package org.kituo.server.metadata;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.Dimension;
import org.kituo.model.metadata.DimensionItem;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.TypeProperty;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Types and properties as {@code /api/schemas} describes them. */
final class SchemaJson {

  private SchemaJson() {}

  static ObjectNode of(ObjectType<?> type, String apiUrl) {
    MetadataType facts = type.facts();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("klass", type.klass());
    json.put("identifiableObject", type.identifiable());
    json.put("nameableObject", facts.nameable());
    json.put("subscribableObject", facts.subscribable());
    json.put("embeddedObject", facts.embedded() || !facts.metadata());
    json.put("singular", type.singular());
    json.put("plural", type.plural());
    json.put("metadata", facts.metadata());
    json.put("secondaryMetadata", facts.secondary());
    json.put("name", facts.name().isEmpty() ? type.singular() : facts.name());
    json.put("displayName", words(type.singular()));
    json.put("collectionName", type.plural());
    json.put("shareable", facts.shareable());
    json.put("dataShareable", facts.dataShareable());
    json.put("dataWriteShareable", facts.dataShareable() && !type.plural().equals("sqlViews"));
    json.put("dataReadShareable", facts.dataShareable());
    if (facts.endpoint() && facts.metadata()) {
      json.put("relativeApiEndpoint", "/" + type.plural());
      json.put("apiEndpoint", apiUrl + "/" + type.plural());
      json.put("href", apiUrl + "/schemas/" + type.singular());
    }
    json.put("persisted", true);
    json.put("translatable", facts.translatable());
    json.put("favoritable", facts.favoritable());
    json.put("subscribable", facts.subscribable());
    json.put("defaultPrivate", facts.defaultPrivate());
    json.put("implicitPrivateAuthority", facts.implicitPrivate());
    json.put("order", facts.order());
    authorities(json.putArray("authorities"), facts);
    ArrayNode properties = json.putArray("properties");
    type.properties().values().forEach(p -> properties.add(of(p, apiUrl)));
    return json;
  }

  private static void authorities(ArrayNode json, MetadataType facts) {
    Map<String, String[]> kinds = new java.util.LinkedHashMap<>();
    kinds.put("CREATE_PUBLIC", facts.createPublic());
    kinds.put("CREATE_PRIVATE", facts.createPrivate());
    kinds.put("CREATE", facts.create());
    kinds.put("UPDATE", facts.update());
    kinds.put("DELETE", facts.delete());
    kinds.put("READ", facts.read());
    kinds.forEach((kind, authorities) -> {
      if (authorities.length > 0) {
        ObjectNode entry = json.addObject().put("type", kind);
        ArrayNode list = entry.putArray("authorities");
        for (String authority : authorities) {
          list.add(authority);
        }
      }
    });
  }

  /** {@code dataElementGroup} as "Data Element Group". */
  private static String words(String name) {
    String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2");
    return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
  }

  static ObjectNode of(TypeProperty property, String apiUrl) {
    TypeProperty.Facts facts = property.facts();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("klass", property.klass());
    json.put("propertyType", property.kind().name());
    if (property.collection()) {
      json.put("itemKlass", property.itemKlass());
      json.put("itemPropertyType", String.valueOf(property.itemKind()));
      json.put("collectionName", property.name());
      json.put("collectionWrapping", !property.singular().equals(property.name()));
    }
    json.put("name", property.singular());
    json.put("fieldName", property.fieldName());
    json.put("persisted", facts.persisted());
    json.put("attribute", facts.attribute());
    json.put("simple", property.simple());
    json.put("collection", property.collection());
    json.put("ordered", facts.ordered());
    json.put("sortable", facts.sortable());
    json.put("owner", facts.owner());
    json.put("readable", facts.readable());
    json.put("writable", property.origin() != TypeProperty.Origin.COMPUTED);
    json.put("unique", facts.unique());
    json.put("required", facts.required());
    json.put("translatable", facts.translationKey() != null);
    if (facts.translationKey() != null) {
      json.put("translationKey", facts.translationKey());
    }
    limits(json, facts);
    target(json, property, apiUrl);
    constants(json, property);
    return json;
  }

  private static void limits(ObjectNode json, TypeProperty.Facts facts) {
    if (facts.length() != null) {
      json.put("length", facts.length());
    }
    if (facts.max() != null) {
      json.put("max", facts.max());
    }
    if (facts.min() != null) {
      json.put("min", facts.min());
    }
  }

  private static void target(ObjectNode json, TypeProperty property, String apiUrl) {
    Class<?> target = target(property);
    boolean identifiable = target != null && MetadataObject.class.isAssignableFrom(target);
    json.put("identifiableObject", identifiable);
    json.put(
        "nameableObject",
        target != null
            && (DimensionItem.class.isAssignableFrom(target)
                || Dimension.class.isAssignableFrom(target)));
    json.put("embeddedObject", property.embedded());
    json.put("analyticalObject", false);
    boolean many = property.collection() && property.reference();
    json.put("manyToMany", many && property.stored());
    json.put("oneToMany", many && !property.stored());
    json.put("manyToOne", property.kind() == PropertyKind.REFERENCE && property.stored());
    json.put("oneToOne", false);
    if (target != null && identifiable && ObjectType.of(target).facts().metadata()) {
      String endpoint = "/" + ObjectType.of(target).plural();
      json.put("relativeApiEndpoint", endpoint);
      json.put("apiEndpoint", apiUrl + endpoint);
    }
  }

  /** The record that values name; users where the record does not tell, as for creators. */
  private static @Nullable Class<?> target(TypeProperty property) {
    if (property.target() != null) {
      return property.target();
    }
    String klass = property.collection() ? property.itemKlass() : property.klass();
    return MetadataTypes.ALL.stream()
        .filter(t -> t.klass().equals(klass))
        .map(ObjectType::record)
        .findFirst()
        .orElse(null);
  }

  private static void constants(ObjectNode json, TypeProperty property) {
    Object[] constants = property.constants();
    if (constants != null) {
      ArrayNode list = json.putArray("constants");
      for (Object constant : constants) {
        list.add(constant.toString());
      }
    }
  }
}
