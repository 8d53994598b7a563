package org.kituo.model.metadata;

import java.util.List;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Virtual;
import org.kituo.model.snapshot.View;

/** Objects that users mark as favourites, subscribe to and comment on. */
@Virtual(
    name = "interpretations",
    singular = "interpretation",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.interpretation.Interpretation",
    persisted = true,
    value = "[]")
public interface Favoritable extends Identifiable {

  /** The identifiers of the users who marked it. */
  List<String> favorites();

  /** The identifiers of the users who subscribe to it. */
  default List<String> subscribers() {
    return List.of();
  }

  /** Whether the user marked it as a favourite. */
  @Computed
  default boolean favorite(View view) {
    return favorites().contains(view.userId());
  }

  /** Whether the user subscribes to it. */
  @Computed
  default boolean subscribed(View view) {
    return subscribers().contains(view.userId());
  }
}
