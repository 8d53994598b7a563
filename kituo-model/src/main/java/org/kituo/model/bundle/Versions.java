package org.kituo.model.bundle;

import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;

/**
 * The versions that some types count, so that clients which keep forms notice that one has changed.
 */
public final class Versions {

  private Versions() {}

  /** The object with its next version; the object itself where its type counts none. */
  public static MetadataObject next(MetadataObject object) {
    return next(ObjectType.of(object), object);
  }

  @SuppressWarnings("unchecked")
  private static <T> MetadataObject next(ObjectType<T> type, MetadataObject object) {
    TypeProperty version = type.property("version");
    return version != null && version.stored() && version.stored(object) instanceof Integer count
        ? (MetadataObject) type.with((T) object, "version", count + 1)
        : object;
  }
}
