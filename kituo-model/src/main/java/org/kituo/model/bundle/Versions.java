package org.kituo.model.bundle;

import java.util.Objects;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.SnapshotChange;

/**
 * The versions that some types count, so that clients which keep forms notice that one has changed.
 */
public final class Versions {

  private Versions() {}

  /**
   * Counts a version more, once each, for the objects that a change alters, unless the source
   * itself says another one. Objects to which nothing happens after all stay what they were, with
   * the time of their last change.
   */
  static void count(SnapshotChange change) {
    for (MetadataObject now : change.put()) {
      MetadataObject before =
          change.base().get(now.getClass().asSubclass(MetadataObject.class), now.uid());
      if (before != null) {
        change.put(Merge.isSame(now, before) ? before : counted(now, before));
      }
    }
  }

  private static MetadataObject counted(MetadataObject now, MetadataObject before) {
    TypeProperty version = ObjectType.of(now).property("version");
    boolean same =
        version != null
            && version.stored()
            && Objects.equals(version.stored(now), version.stored(before));
    return same ? next(now) : now;
  }

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
