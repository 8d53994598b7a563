package org.kituo.model.schema;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.period.PeriodType;
import org.kituo.model.schema.TypeProperty.Shape;
import tools.jackson.databind.JsonNode;

/**
 * Reads records from JSON by their types. Unknown members are left out, as clients send back what
 * they read; a value that does not fit is a {@link Misfit}, and all of them are reported.
 */
public final class ObjectReader {
  private static final String PERIOD_TYPE = "org.hisp.dhis.period.PeriodType";

  private final Resolver resolver;
  private final SharedValues shared;
  private final List<Misfit> misfits = new ArrayList<>();
  private String path = "";

  /**
   * A value that does not fit its property.
   *
   * @param path where it stands, such as {@code style.color} or {@code legends[2].startValue}
   * @param property the property
   * @param value the value as given
   */
  public record Misfit(String path, TypeProperty property, String value) {}

  /** Turns a reference in JSON into an identifier. */
  @FunctionalInterface
  public interface Resolver {
    /**
     * The identifier that a reference names; null where it names none.
     *
     * @param target the type referred to; null where it is not known
     * @param reference the object that refers, such as {@code {"id": ...}}
     */
    @Nullable String resolve(@Nullable Class<? extends Record> target, JsonNode reference);
  }

  /** A reader of one object that takes references by their identifiers. */
  public ObjectReader() {
    this(new SharedValues());
  }

  /** A reader that takes references by their identifiers. */
  public ObjectReader(SharedValues shared) {
    this((target, reference) -> text(reference.get("id")), shared);
  }

  /**
   * A reader that resolves references.
   *
   * @param shared the values of objects read before
   */
  public ObjectReader(Resolver resolver, SharedValues shared) {
    this.resolver = resolver;
    this.shared = shared;
  }

  /** What did not fit so far. */
  public List<Misfit> misfits() {
    return misfits;
  }

  /**
   * Reads an object.
   *
   * @param uid the identifier to take where the JSON gives none
   */
  public <T> T read(ObjectType<T> type, JsonNode node, String uid) {
    List<TypeProperty> stored = type.stored();
    @Nullable Object[] values = new @Nullable Object[stored.size()];
    String above = path;
    for (int i = 0; i < values.length; i++) {
      TypeProperty property = stored.get(i);
      JsonNode value = member(node, property);
      path = above.isEmpty() ? property.name() : above + "." + property.name();
      if (property.name().equals("id") && type.identifiable()) {
        String given = text(value);
        values[i] = shared.id(given == null ? uid : given);
      } else {
        Object read = value == null || value.isNull() ? property.initial() : value(property, value);
        values[i] = read == null || property.shape() == Shape.JSON ? read : shared.same(read);
      }
    }
    path = above;
    return type.create(values);
  }

  /** The names of the stored properties that a JSON object speaks of. */
  public static Set<String> present(ObjectType<?> type, JsonNode node) {
    Set<String> present = new LinkedHashSet<>();
    for (TypeProperty property : type.stored()) {
      if (member(node, property) != null) {
        present.add(property.name());
      }
    }
    return present;
  }

  /**
   * The identifiers that a JSON object gives for the collections whose other side keeps them and
   * that may be written from this side, by the names of the properties.
   */
  public Map<String, Set<String>> others(ObjectType<?> type, JsonNode node) {
    Map<String, Set<String>> others = new LinkedHashMap<>();
    for (TypeProperty property : type.properties().values()) {
      JsonNode given =
          property.inverse() != null && property.inverse().writable()
              ? node.get(property.name())
              : null;
      if (given != null && given.isArray()) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode item : given) {
          if (reference(property, item) instanceof Ref<?> ref) {
            ids.add(ref.id());
          }
        }
        others.put(property.name(), ids);
      }
    }
    return others;
  }

  private static @Nullable JsonNode member(JsonNode node, TypeProperty property) {
    return node.get(property.name());
  }

  private @Nullable Object value(TypeProperty property, JsonNode node) {
    if (property.collection() || property.initial() instanceof List<?>) {
      return list(property, node);
    }
    Object value = one(property, node);
    return value == null ? property.initial() : value;
  }

  private List<?> list(TypeProperty property, JsonNode node) {
    if (!node.isArray()) {
      misfit(property, node);
      return List.of();
    }
    List<Object> items = new ArrayList<>(node.size());
    String above = path;
    for (int i = 0; i < node.size(); i++) {
      path = above + "[" + i + "]";
      Object item = node.get(i).isNull() ? null : one(property, node.get(i));
      if (item != null) {
        items.add(item);
      }
    }
    path = above;
    boolean set = !property.facts().ordered() && property.reference();
    return List.copyOf(set ? new LinkedHashSet<>(items) : items);
  }

  private @Nullable Object one(TypeProperty property, JsonNode node) {
    Object value =
        switch (property.shape()) {
          case TEXT -> property.klass().equals(PERIOD_TYPE) ? periodType(node) : text(node);
          case INTEGER -> integer(node);
          case LONG -> node.isNumber() ? (Object) node.longValue() : parsed(node, Long::valueOf);
          case NUMBER ->
              node.isNumber() ? (Object) node.doubleValue() : parsed(node, Double::valueOf);
          case BOOLEAN -> bool(node);
          case DATE -> date(node);
          case CONSTANT -> constant(property, node);
          case REFERENCE -> reference(property, node);
          case EMBEDDED -> embedded(property, node);
          case SHARING -> sharing(node);
          case TRANSLATION -> translation(node);
          case ATTRIBUTE_VALUE -> attributeValue(node);
          case JSON -> node;
        };
    boolean periodType = property.klass().equals(PERIOD_TYPE);
    if (value == null && !(!periodType && property.shape() == Shape.TEXT && node.isString())) {
      misfit(property, node);
    }
    return value;
  }

  private void misfit(TypeProperty property, JsonNode node) {
    misfits.add(new Misfit(path, property, node.isValueNode() ? node.asString() : node.toString()));
  }

  private @Nullable Object embedded(TypeProperty property, JsonNode node) {
    return node.isObject() && property.target() != null
        ? read(ObjectType.of(property.target()), node, "")
        : null;
  }

  private @Nullable Object reference(TypeProperty property, JsonNode node) {
    if (node.isString()) {
      return shared.reference(node.stringValue());
    }
    String id = node.isObject() ? resolver.resolve(property.target(), node) : null;
    return id == null ? null : shared.reference(id);
  }

  private static @Nullable Object constant(TypeProperty property, JsonNode node) {
    String text = text(node);
    return Arrays.stream(property.javaType().getEnumConstants())
        .filter(c -> c.toString().equals(text))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Object periodType(JsonNode node) {
    String name = text(node);
    return name == null ? null : PeriodType.ofApiName(name).map(PeriodType::apiName).orElse(null);
  }

  private static @Nullable Object integer(JsonNode node) {
    if (node.isNumber()) {
      return node.isIntegralNumber() || node.doubleValue() == Math.rint(node.doubleValue())
          ? (Object) (int) node.doubleValue()
          : null;
    }
    return parsed(node, Integer::valueOf);
  }

  private static @Nullable Object bool(JsonNode node) {
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return switch (node.asString("")) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static @Nullable LocalDateTime date(JsonNode node) {
    return node.isString() ? Dates.parse(node.stringValue()) : null;
  }

  private static @Nullable Object parsed(
      JsonNode node, java.util.function.Function<String, Object> parse) {
    try {
      return node.isString() ? parse.apply(node.stringValue().strip()) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Sharing sharing(JsonNode node) {
    return node.isObject()
        ? new Sharing(
            text(node.get("owner")),
            text(node.get("public")),
            accesses(node.get("users")),
            accesses(node.get("userGroups")))
        : null;
  }

  private static Map<String, String> accesses(@Nullable JsonNode node) {
    Map<String, String> accesses = new LinkedHashMap<>();
    if (node != null) {
      node.forEachEntry((id, entry) -> {
        String access = text(entry.get("access"));
        accesses.put(id, access == null ? Sharing.NO_ACCESS : access);
      });
    }
    return accesses;
  }

  private static @Nullable Translation translation(JsonNode node) {
    String property = text(node.get("property"));
    String locale = text(node.get("locale"));
    String value = text(node.get("value"));
    return property == null || locale == null || value == null
        ? null
        : new Translation(property, locale, value);
  }

  private static @Nullable AttributeValue attributeValue(JsonNode node) {
    JsonNode attribute = node.get("attribute");
    String id =
        attribute == null
            ? null
            : attribute.isObject() ? text(attribute.get("id")) : text(attribute);
    String value = text(node.get("value"));
    return id == null || value == null ? null : new AttributeValue(id, value);
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    if (node == null || !node.isValueNode() || node.isNull()) {
      return null;
    }
    return node.asString();
  }
}
