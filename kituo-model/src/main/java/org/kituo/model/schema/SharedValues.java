package org.kituo.model.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets objects that are read together share equal values, so that a large system fits into memory:
 * all members of a group name the same few roles, units imported together have the same times, and
 * a unit is named by its children, users, groups and data sets.
 *
 * <p>References are remembered all; of other values those read lately, each in the place that its
 * hash gives.
 */
public final class SharedValues {
  private static final int PLACES = 1 << 14;
  private static final int MOST_ITEMS = 16;

  private final Map<String, Ref<?>> references = new HashMap<>();
  private @Nullable Object @Nullable [] recent;

  /** The reference by an identifier. */
  Ref<?> reference(String id) {
    return references.computeIfAbsent(id, Ref::new);
  }

  /** An identifier, the same text as in the references by it. */
  String id(String id) {
    return reference(id).id();
  }

  /** A value equal to the one given, which must be immutable. */
  @SuppressWarnings("unchecked")
  <T> T same(T value) {
    if (value instanceof List<?> list && list.size() > MOST_ITEMS) {
      return value;
    }
    @Nullable Object[] places = recent;
    if (places == null) {
      places = new @Nullable Object[PLACES];
      recent = places;
    }
    int hash = value.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    Object known = places[place];
    if (known != null && known.getClass() == value.getClass() && known.equals(value)) {
      return (T) known;
    }
    places[place] = value;
    return value;
  }
}
