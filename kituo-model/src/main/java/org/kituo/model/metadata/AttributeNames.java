package org.kituo.model.metadata;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.View;

/** Names of attributes within a program or a type: that of the whole, and that of the attribute. */
final class AttributeNames {

  private AttributeNames() {}

  /**
   * Puts two names together, as a view shows them.
   *
   * @param shown the name of an object in the view
   */
  static @Nullable String of(
      View view,
      @Nullable Ref<? extends MetadataObject> whole,
      Class<? extends MetadataObject> type,
      @Nullable Ref<TrackedEntityAttribute> attribute,
      BiFunction<View, MetadataObject, @Nullable String> shown) {
    MetadataObject first = whole == null ? null : view.snapshot().get(type, whole.id());
    MetadataObject second =
        attribute == null
            ? null
            : view.snapshot().get(TrackedEntityAttribute.class, attribute.id());
    return first == null || second == null
        ? null
        : shown.apply(view, first) + " " + shown.apply(view, second);
  }
}
