package org.kituo.analytics;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.kituo.analytics.orgunit.UnitAxes;
import org.kituo.analytics.orgunit.UnitTree;
import org.kituo.model.hierarchy.PastParents;
import org.kituo.model.snapshot.MetadataSnapshot;

/** The hierarchies of other times that were asked for last. */
final class PastHierarchies {
  private static final int MOST = 16;

  private final Map<Asked, MetadataSnapshot> snapshots =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, MetadataSnapshot> eldest) {
          return size() > MOST;
        }
      };

  private final Map<MetadataSnapshot, UnitAxes> axes = new WeakHashMap<>();

  private record Asked(LocalDate epoch, PastParents parents, MetadataSnapshot present) {}

  /** Metadata with the hierarchy of a day. */
  synchronized MetadataSnapshot at(LocalDate day, PastParents parents, MetadataSnapshot present) {
    return snapshots.computeIfAbsent(
        new Asked(parents.epoch(day), parents, present),
        asked -> {
          MetadataSnapshot then = parents.at(day, present);
          axes.put(then, new UnitAxes(UnitTree.of(then)));
          return then;
        });
  }

  /** The axes of a hierarchy of another time; empty for the present one. */
  synchronized Optional<UnitAxes> axes(MetadataSnapshot snapshot) {
    return Optional.ofNullable(axes.get(snapshot));
  }
}
