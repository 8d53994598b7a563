package org.kituo.demo.payload;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON object of a metadata payload: its properties in the order in which they were given. */
public final class Entity extends LinkedHashMap<String, Object> {

  /** An object with the identifier that belongs to its kind and code, and with that code. */
  public static Entity of(String kind, String code) {
    return new Entity().with("id", Uid.of(kind, code)).with("code", code);
  }

  /** Adds a property and returns this object. */
  public Entity with(String property, Object value) {
    put(property, value);
    return this;
  }

  /** Adds {@code name} and the {@code shortName} of at most 50 characters. */
  public Entity named(String name) {
    return with("name", name).with("shortName", name);
  }

  /** This object's identifier. */
  public String id() {
    return String.valueOf(get("id"));
  }

  /** A reference to an object. */
  public static Map<String, String> ref(String uid) {
    return Map.of("id", uid);
  }

  /** References to objects, in their order. */
  public static List<Map<String, String>> refs(Collection<String> uids) {
    return uids.stream().map(Entity::ref).toList();
  }
}
