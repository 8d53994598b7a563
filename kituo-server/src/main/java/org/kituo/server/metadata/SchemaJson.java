package org.kituo.server.metadata;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.AnalyticalObject;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.TypeProperty;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Types and properties as {@code /api/schemas} describes them. */
final class SchemaJson {

  /**
   * Types whose identity DHIS2 2.44 describes by a newer mapping than the others: their {@code
   * href} is a text, and their translations have no length.
   */
  private static final Set<String> NEWLY_MAPPED =
      Set.of(
          "category",
          "categoryCombo",
          "categoryOption",
          "dashboardItem",
          "dataApprovalLevel",
          "dataApprovalWorkflow",
          "dataElement",
          "indicatorGroup",
          "indicatorGroupSet",
          "legend",
          "legendSet",
          "optionSet",
          "program");

  /** The types of those whose translations are described without a wrapping. */
  private static final Set<String> UNWRAPPED =
      Set.of("dataApprovalLevel", "dataApprovalWorkflow", "legend", "legendSet");

  /** Types whose code is a text rather than an identifier. */
  private static final Set<String> TEXT_CODES =
      Set.of("dashboardItem", "dataApprovalWorkflow", "legend", "legendSet", "option", "section");

  /** What several types have in common, so that no schema describes it. */
  private static final Set<String> DIMENSIONAL =
      Set.of(
          "org.hisp.dhis.common.DimensionalObject", "org.hisp.dhis.common.DimensionalItemObject");

  /** Parts of objects that no schema describes. */
  private static final Set<String> EMBEDDED =
      Set.of(
          "org.hisp.dhis.dataset.DataInputPeriod",
          "org.hisp.dhis.program.ProgramCategoryMapping",
          "org.hisp.dhis.scheduling.JobParameters",
          "org.hisp.dhis.security.apikey.ApiTokenAttribute");

  private SchemaJson() {}

  static ObjectNode of(ObjectType<?> type, String apiUrl) {
    MetadataType facts = type.facts();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("klass", type.klass());
    json.put("identifiableObject", type.identifiable());
    json.put("nameableObject", facts.nameable());
    json.put("subscribableObject", facts.subscribable());
    json.put("embeddedObject", isEmbedded(type));
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
    String path = path(type);
    if (path != null) {
      json.put("relativeApiEndpoint", path);
      json.put("apiEndpoint", apiUrl + path);
    }
    json.put("href", apiUrl + "/schemas/" + type.singular());
    json.put("persisted", isPersisted(type));
    json.put("translatable", facts.translatable());
    json.put("favoritable", facts.favoritable());
    json.put("subscribable", facts.subscribable());
    json.put("defaultPrivate", facts.defaultPrivate());
    json.put("implicitPrivateAuthority", facts.implicitPrivate());
    json.put("order", facts.order());
    authorities(json.putArray("authorities"), facts);
    ArrayNode properties = json.putArray("properties");
    type.properties().values().forEach(p -> properties.add(of(type, p, apiUrl)));
    return json;
  }

  /** The path of a type below that of the Web API; null where it has none. */
  static @Nullable String path(ObjectType<?> type) {
    MetadataType facts = type.facts();
    if (!facts.path().isEmpty()) {
      return facts.path();
    }
    return facts.metadata() && facts.endpoint() ? "/" + type.plural() : null;
  }

  private static boolean isEmbedded(ObjectType<?> type) {
    MetadataType facts = type.facts();
    return facts.embedded() || !facts.metadata() && facts.part();
  }

  /** Whether DHIS2 keeps objects of a type in a table: where it keeps any of their properties. */
  static boolean isPersisted(ObjectType<?> type) {
    return type.properties().values().stream().anyMatch(p -> p.facts().persisted());
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
  static String words(String name) {
    String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2");
    return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
  }

  static ObjectNode of(ObjectType<?> type, TypeProperty property, String apiUrl) {
    TypeProperty.Facts facts = property.facts();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("klass", property.klass());
    json.put(
        "propertyType", (areItems(property) ? PropertyKind.REFERENCE : property.kind()).name());
    if (property.collection()) {
      json.put("itemKlass", property.itemKlass());
      json.put("itemPropertyType", String.valueOf(property.itemKind()));
      json.put("collectionName", property.name());
      json.put("collectionWrapping", isWrapped(property));
    }
    json.put("name", property.singular());
    json.put("fieldName", property.fieldName());
    json.put("persisted", facts.persisted());
    json.put("attribute", facts.attribute());
    json.put("simple", property.simple() && !isPeriod(valueKlass(property)));
    json.put("collection", property.collection());
    json.put("ordered", property.collection() && property.klass().equals("java.util.List"));
    json.put("sortable", facts.sortable());
    json.put("owner", facts.owner());
    json.put("readable", facts.readable());
    json.put("writable", facts.writable());
    json.put("unique", facts.unique());
    json.put("required", facts.required());
    json.put(
        "translatable", facts.translationKey() != null || facts.unique() && holdsTexts(property));
    if (facts.translationKey() != null) {
      json.put("translationKey", facts.translationKey());
      json.put("i18nTranslationKey", underscored(property.fieldName()));
    }
    json.put("propertyTransformer", false);
    json.putObject("gistPreferences").put("included", "AUTO").put("transformation", "AUTO");
    limits(json, property);
    target(json, property, apiUrl);
    SchemaRelations.write(json, type, property);
    constants(json, property);
    identity(json, type, property);
    return json;
  }

  /** Whether values are objects, such as expressions, with texts that are translated. */
  private static boolean holdsTexts(TypeProperty property) {
    ObjectType<?> target = property.embedded() ? target(property) : null;
    return target != null
        && target.properties().values().stream().anyMatch(p -> p.facts().translationKey() != null);
  }

  /** Whether a property holds the chosen items of a dimension, which DHIS2 describes as one. */
  private static boolean areItems(TypeProperty property) {
    return property.collection() && property.reference() && property.facts().required();
  }

  /** Whether a class is that of periods or of their types, for both of which DHIS2 has tables. */
  static boolean isPeriod(String klass) {
    return klass.startsWith("org.hisp.dhis.period.Period");
  }

  /** Whether XML puts the items into an element of their own: where that has another name. */
  private static boolean isWrapped(TypeProperty property) {
    return !property.name().equals(property.singular()) || !property.simple();
  }

  /** What is told of a property of every type differently from type to type. */
  private static void identity(ObjectNode json, ObjectType<?> type, TypeProperty property) {
    String name = type.singular();
    boolean newly = NEWLY_MAPPED.contains(name);
    switch (property.name()) {
      case "href" -> {
        if (newly) {
          json.put("propertyType", "TEXT").put("max", (double) Integer.MAX_VALUE);
        }
      }
      case "code" -> {
        if (TEXT_CODES.contains(name)) {
          json.put("propertyType", "TEXT");
        }
      }
      case "translations" -> {
        if (UNWRAPPED.contains(name)) {
          json.put("name", "translations").put("collectionWrapping", false);
        } else if (!newly && property.facts().persisted()) {
          json.put("length", 255).put("max", 255.0);
        }
      }
      default -> {}
    }
  }

  /** {@code shortName} as {@code short_name}. */
  private static String underscored(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static void limits(ObjectNode json, TypeProperty property) {
    TypeProperty.Facts facts = property.facts();
    if (facts.length() != null) {
      json.put("length", facts.length());
    }
    if (facts.max() != null) {
      json.put("max", facts.max());
    }
    if (facts.min() != null) {
      json.put("min", facts.min());
    } else if (facts.max() != null && hasSize(property)) {
      json.put("min", 0.0);
    }
  }

  /** Whether the limits of a property are about a length or a size rather than about a number. */
  private static boolean hasSize(TypeProperty property) {
    return property.kind().isText() || !property.kind().isSimple();
  }

  private static void target(ObjectNode json, TypeProperty property, String apiUrl) {
    ObjectType<?> target = target(property);
    boolean dimensional = DIMENSIONAL.contains(valueKlass(property));
    boolean identifiable = target != null && target.identifiable();
    json.put("identifiableObject", dimensional || identifiable);
    json.put("nameableObject", dimensional || target != null && target.facts().nameable());
    json.put(
        "embeddedObject",
        target == null ? EMBEDDED.contains(valueKlass(property)) : isEmbedded(target));
    json.put(
        "analyticalObject",
        target != null
            && AnalyticalObject.class.isAssignableFrom(target.record())
            && property.collection());
    String path = target != null && identifiable && !areItems(property) ? path(target) : null;
    if (path != null) {
      json.put("relativeApiEndpoint", path);
      json.put("apiEndpoint", apiUrl + path);
    }
  }

  /** The DHIS2 class of the values, or of the items of a collection. */
  static String valueKlass(TypeProperty property) {
    return property.itemKlass() != null ? property.itemKlass() : property.klass();
  }

  /** The type that values name or hold, by its record or by its class in DHIS2. */
  static @Nullable ObjectType<?> target(TypeProperty property) {
    String klass = valueKlass(property);
    return MetadataTypes.LISTED.stream()
        .filter(t -> t.klass().equals(klass))
        .findFirst()
        .orElse(null);
  }

  private static void constants(ObjectNode json, TypeProperty property) {
    Object[] constants = property.constants();
    if (constants != null && !property.collection()) {
      ArrayNode list = json.putArray("constants");
      for (Object constant : constants) {
        list.add(constant.toString());
      }
    }
  }
}
