package org.kituo.analytics.query;

import java.util.List;
import java.util.Optional;
import org.kituo.model.metadata.constant.DimensionType;
import org.kituo.model.schema.MetadataObject;

/**
 * A dimension as it is understood.
 *
 * @param id its identifier
 * @param type what kind it is
 * @param object the category or group set; empty for the fixed dimensions
 * @param entries its items
 * @param implied whether nobody asked for it
 */
public record Dimension(
    String id,
    DimensionType type,
    Optional<MetadataObject> object,
    List<Entry> entries,
    boolean implied) {
  /** The identifier of the dimension of data. */
  public static final String DATA = "dx";

  /** The identifier of the dimension of periods. */
  public static final String PERIOD = "pe";

  /** The identifier of the dimension of units. */
  public static final String UNIT = "ou";

  /** The identifier of the dimension of category option combos. */
  public static final String COMBO = "co";

  /** The identifier of the dimension of attribute option combos. */
  public static final String ATTRIBUTE_COMBO = "ao";

  /** The identifier of the dimension of groups of units. */
  public static final String UNIT_GROUP = "oug";

  /** A fixed dimension. */
  static Dimension fixed(String id, DimensionType type, List<? extends Entry> entries) {
    return new Dimension(id, type, Optional.empty(), List.copyOf(entries), false);
  }

  /** The objects that the items are. */
  public <T> List<T> objects(Class<T> objectType) {
    return entries.stream()
        .filter(Entry.OfObject.class::isInstance)
        .map(entry -> ((Entry.OfObject) entry).object())
        .filter(objectType::isInstance)
        .map(objectType::cast)
        .toList();
  }
}
