package org.kituo.data.datavalue;

import java.util.HashMap;
import java.util.Map;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.snapshot.MetadataSnapshot;

/** Of which option combinations a user may read data, asked once for each. */
final class ReadableCombos {
  private final Actor actor;
  private final MetadataSnapshot snapshot;
  private final Map<Integer, Boolean> known = new HashMap<>();

  ReadableCombos(Actor actor, MetadataSnapshot snapshot) {
    this.actor = actor;
    this.snapshot = snapshot;
  }

  boolean allows(int combo) {
    return known.computeIfAbsent(
        combo,
        key -> {
          CategoryOptionCombo object = snapshot.byKey(CategoryOptionCombo.class, key);
          return object != null
              && AccessRules.may(actor, AccessRules.Action.DATA_READ, object, snapshot);
        });
  }
}
