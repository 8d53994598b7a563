package org.kituo.server.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a bundle of metadata says that another does not. The second may say more. A member that is
 * null says nothing; items of an array that have identifiers are compared by them, whatever their
 * order, texts in an array as a set, numbers by their value.
 */
final class Difference {
  private final Predicate<String> aside;
  private final List<String> found = new ArrayList<>();

  private Difference(Predicate<String> aside) {
    this.aside = aside;
  }

  /**
   * The places in given objects that differ from what came back, each with both values.
   *
   * @param aside places to leave aside, such as {@code maps.mapViews.favorites}
   */
  static List<String> of(JsonNode given, JsonNode back, Predicate<String> aside) {
    Difference difference = new Difference(aside);
    given.forEachEntry((type, objects) -> {
      Map<String, JsonNode> known = byId(back.path(type));
      for (JsonNode object : objects) {
        String id = object.path("id").asString("");
        difference.compare(type, object, known.getOrDefault(id, MissingNode.getInstance()));
      }
    });
    return difference.found;
  }

  private void compare(String place, JsonNode given, JsonNode back) {
    if (given.isNull() || aside.test(place) || given.equals(back)) {
      return;
    }
    if (given.isObject() && back.isObject()) {
      given.forEachEntry((name, value) -> compare(place + "." + name, value, back.path(name)));
    } else if (given.isArray() && back.isArray()) {
      arrays(place, given, back);
    } else if (!(given.isNumber()
        && back.isNumber()
        && given.doubleValue() == back.doubleValue())) {
      found.add(place + ": " + shortened(given) + " came back as " + shortened(back));
    }
  }

  private void arrays(String place, JsonNode given, JsonNode back) {
    if (given.size() != back.size()) {
      found.add(place + ": " + given.size() + " items came back as " + back.size());
    } else if (given.size() > 0 && given.get(0).has("id")) {
      Map<String, JsonNode> known = byId(back);
      for (JsonNode item : given) {
        String id = item.path("id").asString("");
        compare(place, item, known.getOrDefault(id, MissingNode.getInstance()));
      }
    } else if (given.size() > 0 && given.get(0).isString()) {
      if (!texts(given).equals(texts(back))) {
        found.add(place + ": " + shortened(given) + " came back as " + shortened(back));
      }
    } else {
      for (int i = 0; i < given.size(); i++) {
        compare(place, given.get(i), back.get(i));
      }
    }
  }

  private static Map<String, JsonNode> byId(JsonNode array) {
    Map<String, JsonNode> byId = new HashMap<>();
    array.forEach(item -> byId.put(item.path("id").asString(""), item));
    return byId;
  }

  private static Set<JsonNode> texts(JsonNode array) {
    return new HashSet<>(array.values());
  }

  private static String shortened(JsonNode node) {
    String text = node.isMissingNode() ? "nothing" : node.toString();
    return text.length() > 120 ? text.substring(0, 120) + "..." : text;
  }
}
