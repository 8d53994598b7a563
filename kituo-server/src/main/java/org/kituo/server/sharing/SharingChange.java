package org.kituo.server.sharing;

import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Sharing;

/** Objects with another sharing. */
final class SharingChange {

  private SharingChange() {}

  static MetadataObject with(MetadataObject object, Sharing sharing) {
    return with(ObjectType.of(object), object, sharing);
  }

  @SuppressWarnings("unchecked")
  private static <T> MetadataObject with(
      ObjectType<T> type, MetadataObject object, Sharing sharing) {
    return (MetadataObject) type.with((T) object, "sharing", sharing);
  }
}
