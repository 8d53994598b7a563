package org.kituo.model.bundle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;

/**
 * Objects that live inside another, as the layers of a map do, go when that one lets go of them or
 * goes itself.
 */
final class Orphans {

  private Orphans() {}

  /** Removes what the objects that a change puts and removes have let go of. */
  static void remove(SnapshotChange change, MetadataSnapshot base) {
    List<MetadataObject> changed = new ArrayList<>(change.put());
    changed.addAll(change.removed());
    for (MetadataObject object : changed) {
      MetadataObject before = base.get(object.getClass(), object.uid());
      for (TypeProperty property : ObjectType.of(object).references()) {
        Class<? extends Record> target = property.reference() ? property.target() : null;
        if (before != null && target != null && livesInside(ObjectType.of(target))) {
          Set<Object> lost = new LinkedHashSet<>(property.storedItems(before));
          MetadataObject now = change.snapshot().get(object.getClass(), object.uid());
          if (now != null) {
            lost.removeAll(property.storedItems(now));
          }
          lost.forEach(ref -> remove(change, ObjectType.of(target), ((Ref<?>) ref).id()));
        }
      }
    }
  }

  private static boolean livesInside(ObjectType<?> type) {
    return type.facts().metadata() && type.facts().embedded();
  }

  private static void remove(SnapshotChange change, ObjectType<?> type, String uid) {
    MetadataObject part = change.snapshot().get(MetadataTypes.record(type), uid);
    if (part != null) {
      change.remove(part);
    }
  }
}
