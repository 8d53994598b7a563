package org.kituo.model.metadata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * Questions to the hierarchy of organisation units that are answered by following parents, a few
 * steps each.
 */
public final class Hierarchy {
  /** Deeper hierarchies are taken for circles. */
  private static final int DEEPEST = 100;

  /** Paths of units that have others below: few, and each of them the start of many paths. */
  private static final Function<MetadataSnapshot, Map<String, String>> PATHS =
      snapshot -> new ConcurrentHashMap<>();

  private Hierarchy() {}

  /** The unit above; null for a root. */
  public static @Nullable OrganisationUnit parent(
      OrganisationUnit unit, MetadataSnapshot snapshot) {
    Ref<OrganisationUnit> parent = unit.parent();
    return parent == null ? null : snapshot.get(OrganisationUnit.class, parent.id());
  }

  /** The identifiers from the root to the unit, each after a slash. */
  public static String path(OrganisationUnit unit, MetadataSnapshot snapshot) {
    OrganisationUnit above = parent(unit, snapshot);
    if (above == null) {
      return "/" + unit.uid();
    }
    Map<String, String> known = snapshot.derived(PATHS);
    String path = known.get(above.uid());
    if (path == null) {
      path = walked(above, snapshot);
      known.put(above.uid(), path);
    }
    return path + "/" + unit.uid();
  }

  private static String walked(OrganisationUnit unit, MetadataSnapshot snapshot) {
    Deque<String> ids = new ArrayDeque<>();
    OrganisationUnit at = unit;
    while (at != null && ids.size() < DEEPEST) {
      ids.addFirst(at.uid());
      at = parent(at, snapshot);
    }
    return "/" + String.join("/", ids);
  }

  /** The depth; a root has 1. */
  public static int level(OrganisationUnit unit, MetadataSnapshot snapshot) {
    int level = 0;
    OrganisationUnit at = unit;
    while (at != null && level < DEEPEST) {
      level++;
      at = parent(at, snapshot);
    }
    return level;
  }

  /** Whether a unit is another one or below it. */
  public static boolean within(OrganisationUnit unit, String above, MetadataSnapshot snapshot) {
    OrganisationUnit at = unit;
    for (int steps = 0; at != null && steps < DEEPEST; steps++) {
      if (at.uid().equals(above)) {
        return true;
      }
      at = parent(at, snapshot);
    }
    return false;
  }

  /** The units above, the root first. */
  public static List<Ref<OrganisationUnit>> ancestors(
      OrganisationUnit unit, MetadataSnapshot snapshot) {
    List<Ref<OrganisationUnit>> found = new ArrayList<>();
    OrganisationUnit at = parent(unit, snapshot);
    while (at != null && found.size() < DEEPEST) {
      found.addFirst(new Ref<>(at.uid()));
      at = parent(at, snapshot);
    }
    return found;
  }

  /** The units directly below, in no particular order. */
  public static List<OrganisationUnit> children(OrganisationUnit unit, MetadataSnapshot snapshot) {
    return snapshot.referrers(unit, OrganisationUnit.class, "parent");
  }
}
