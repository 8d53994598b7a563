package org.kituo.model.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.ObjectWriter;
import org.kituo.model.schema.TypeProperty;
import tools.jackson.databind.JsonNode;

/**
 * A property that two states of an object have with different values.
 *
 * @param property its name
 * @param secret whether its values are not shown, as those of passwords
 * @param before the value before; null where there was none, and for secrets
 * @param after the value after; null where there is none, and for secrets
 * @param added of a collection: the items that came
 * @param removed of a collection: the items that went. Where none came or went, their order changed
 */
public record Difference(
    String property,
    boolean secret,
    @Nullable JsonNode before,
    @Nullable JsonNode after,
    List<JsonNode> added,
    List<JsonNode> removed) {

  /** What every write sets, which says nothing about the object. */
  private static final Set<String> STAMPS = Set.of("lastUpdated", "lastUpdatedBy");

  private static final int SHOWN_ITEMS = 5;
  private static final int SHOWN_TEXT = 60;

  /** The differences of two states of one object, in the order of its properties. */
  public static List<Difference> between(MetadataObject before, MetadataObject after) {
    List<Difference> found = new ArrayList<>();
    for (TypeProperty property : ObjectType.of(after).stored()) {
      Object old = property.stored(before);
      Object now = property.stored(after);
      if (!STAMPS.contains(property.name()) && !same(property, old, now)) {
        found.add(of(property, old, now));
      }
    }
    return List.copyOf(found);
  }

  private static boolean same(
      TypeProperty property, @Nullable Object before, @Nullable Object after) {
    boolean set =
        !property.facts().ordered() && before instanceof List<?> && after instanceof List<?>;
    return set
        ? new LinkedHashSet<>((List<?>) before).equals(new LinkedHashSet<>((List<?>) after))
        : Objects.equals(before, after);
  }

  private static Difference of(
      TypeProperty property, @Nullable Object before, @Nullable Object after) {
    if (!property.facts().readable()) {
      return new Difference(property.name(), true, null, null, List.of(), List.of());
    }
    JsonNode old = before == null ? null : ObjectWriter.tree(before);
    JsonNode now = after == null ? null : ObjectWriter.tree(after);
    return new Difference(property.name(), false, old, now, without(now, old), without(old, now));
  }

  /** The items of one collection that another has not. */
  private static List<JsonNode> without(@Nullable JsonNode items, @Nullable JsonNode others) {
    if (items == null || !items.isArray()) {
      return List.of();
    }
    Set<JsonNode> known = new LinkedHashSet<>();
    if (others != null) {
      others.forEach(known::add);
    }
    List<JsonNode> left = new ArrayList<>();
    items.forEach(item -> {
      if (!known.contains(item)) {
        left.add(item);
      }
    });
    return List.copyOf(left);
  }

  /** The difference for people: {@code name: "Malaria" -> "Malaria cases"}. */
  public String words() {
    if (secret) {
      return property + ": changed";
    }
    if (isArray(before) || isArray(after)) {
      return property + ": " + itemWords();
    }
    return property + ": " + shown(before) + " -> " + shown(after);
  }

  private String itemWords() {
    if (added.isEmpty() && removed.isEmpty()) {
      return "in another order";
    }
    List<String> parts = new ArrayList<>();
    if (!added.isEmpty()) {
      parts.add(added.size() + " added (" + shown(added) + ")");
    }
    if (!removed.isEmpty()) {
      parts.add(removed.size() + " removed (" + shown(removed) + ")");
    }
    return String.join(", ", parts);
  }

  private static boolean isArray(@Nullable JsonNode node) {
    return node != null && node.isArray();
  }

  private static String shown(List<JsonNode> items) {
    List<String> shown = new ArrayList<>();
    items.stream().limit(SHOWN_ITEMS).forEach(item -> shown.add(shown(item)));
    if (items.size() > SHOWN_ITEMS) {
      shown.add("...");
    }
    return String.join(", ", shown);
  }

  private static String shown(@Nullable JsonNode node) {
    if (node == null) {
      return "nothing";
    }
    JsonNode id = node.path("id");
    String text = node.size() == 1 && id.isString() ? id.stringValue() : node.toString();
    return text.length() > SHOWN_TEXT ? text.substring(0, SHOWN_TEXT) + "..." : text;
  }
}
