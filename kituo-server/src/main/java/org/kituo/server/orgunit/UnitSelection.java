package org.kituo.server.orgunit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.OrganisationUnitGroup;
import org.kituo.model.metadata.OrganisationUnitLevel;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.http.Problem;

/**
 * Units selected as dimensions of analytics do it: by identifier, by keyword of the user's units,
 * or by level and group. Units given beside levels and groups are where these are looked for.
 */
public final class UnitSelection {
  private static final String LEVEL = "LEVEL-";
  private static final String GROUP = "OU_GROUP-";

  private final MetadataSnapshot snapshot;
  private final Actor actor;
  private final Set<OrganisationUnit> units = new LinkedHashSet<>();
  private final Set<Integer> levels = new LinkedHashSet<>();
  private final Set<String> groups = new LinkedHashSet<>();

  private UnitSelection(MetadataSnapshot snapshot, Actor actor) {
    this.snapshot = snapshot;
    this.actor = actor;
  }

  /** The units of some items such as {@code LEVEL-2} or an identifier, by level and name. */
  public static List<OrganisationUnit> of(
      List<String> items, MetadataSnapshot snapshot, Actor actor) {
    UnitSelection selection = new UnitSelection(snapshot, actor);
    items.forEach(selection::item);
    List<OrganisationUnit> found = new ArrayList<>(selection.found());
    found.sort(
        Comparator.comparingInt((OrganisationUnit u) -> Hierarchy.level(u, snapshot))
            .thenComparing(OrganisationUnit::label)
            .thenComparing(OrganisationUnit::uid));
    return found;
  }

  private void item(String item) {
    switch (item) {
      case "USER_ORGUNIT" -> units.addAll(own());
      case "USER_ORGUNIT_CHILDREN" -> own().forEach(u -> units.addAll(below(u)));
      case "USER_ORGUNIT_GRANDCHILDREN" ->
          own().forEach(u -> below(u).forEach(c -> units.addAll(below(c))));
      default -> {
        if (item.startsWith(LEVEL)) {
          levels.add(level(item.substring(LEVEL.length())));
        } else if (item.startsWith(GROUP)) {
          groups.add(item.substring(GROUP.length()));
        } else {
          snapshot.find(OrganisationUnit.class, item).ifPresent(units::add);
        }
      }
    }
  }

  private List<OrganisationUnit> own() {
    return actor.dataViewUnits().stream()
        .flatMap(r -> snapshot.find(OrganisationUnit.class, r.id()).stream())
        .toList();
  }

  private List<OrganisationUnit> below(OrganisationUnit unit) {
    return Hierarchy.children(unit, snapshot);
  }

  private int level(String level) {
    if (level.matches("\\d{1,3}")) {
      return Integer.parseInt(level);
    }
    return snapshot
        .find(OrganisationUnitLevel.class, level)
        .map(OrganisationUnitLevel::level)
        .orElseThrow(() -> Problem.conflict("E7124", "There is no level " + level + "."));
  }

  private Set<OrganisationUnit> found() {
    if (levels.isEmpty() && groups.isEmpty()) {
      return units;
    }
    Set<OrganisationUnit> found = new LinkedHashSet<>();
    for (OrganisationUnit unit : snapshot.all(OrganisationUnit.class)) {
      if ((isAtLevel(unit) || isInGroup(unit)) && isWithin(unit)) {
        found.add(unit);
      }
    }
    return found;
  }

  private boolean isAtLevel(OrganisationUnit unit) {
    return levels.contains(Hierarchy.level(unit, snapshot));
  }

  private boolean isInGroup(OrganisationUnit unit) {
    return groups.stream()
        .flatMap(g -> snapshot.find(OrganisationUnitGroup.class, g).stream())
        .anyMatch(g -> g.organisationUnits().contains(new Ref<OrganisationUnit>(unit.uid())));
  }

  private boolean isWithin(OrganisationUnit unit) {
    return units.isEmpty()
        || units.stream().anyMatch(u -> Hierarchy.within(unit, u.uid(), snapshot));
  }
}
