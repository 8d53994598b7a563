package org.kituo.model.integrity;

import static org.kituo.model.integrity.Finders.alike;
import static org.kituo.model.integrity.Finders.inSeveralGroups;
import static org.kituo.model.integrity.Finders.where;
import static org.kituo.model.integrity.IntegrityCheck.Severity.CRITICAL;
import static org.kituo.model.integrity.IntegrityCheck.Severity.SEVERE;
import static org.kituo.model.integrity.IntegrityCheck.Severity.WARNING;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.integrity.IntegrityCheck.Finder;
import org.kituo.model.integrity.IntegrityCheck.Severity;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.OrganisationUnitGroup;
import org.kituo.model.metadata.OrganisationUnitGroupSet;
import org.kituo.model.metadata.Shapes;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.locationtech.jts.geom.Geometry;

/** The checks of the hierarchy. */
final class UnitChecks {
  /** Degrees around (0, 0) within which coordinates are taken for missing ones: 100 km. */
  private static final double NULL_ISLAND = 100 / 111.2;

  static final List<IntegrityCheck> ALL =
      List.of(
          check(
              "orgunits_trailing_spaces",
              4,
              WARNING,
              "Organisation units should not have trailing spaces",
              "Take the spaces off the ends of names and short names.",
              where(
                  OrganisationUnit.class,
                  (unit, snapshot) ->
                      hasOuterSpace(unit.name()) || hasOuterSpace(unit.shortName()))),
          check(
              "orgunits_multiple_spaces",
              6,
              WARNING,
              "Organisation units should not have multiple spaces in their names or shortnames",
              "Leave one space between words.",
              where(
                  OrganisationUnit.class,
                  (unit, snapshot) -> (unit.name() + "|" + unit.shortName()).contains("  "))),
          check(
              "orgunits_not_contained_by_parent",
              5,
              WARNING,
              "Organisation units with point coordinates should be contained by their parent",
              "Correct the point, or draw the boundary of the unit above more exactly.",
              where(OrganisationUnit.class, UnitChecks::isOutside)),
          check(
              "orgunits_openingdate_gt_closeddate",
              5,
              SEVERE,
              "Organisation units which have an opening date after the closed date",
              "Correct one of the dates.",
              where(
                  OrganisationUnit.class,
                  (unit, snapshot) ->
                      unit.openingDate() != null
                          && unit.closedDate() != null
                          && unit.openingDate().isAfter(unit.closedDate()))),
          check(
              "orgunits_null_island",
              6,
              SEVERE,
              "Organisation units located within 100 km of Null Island (0,0)",
              "Give the unit its true coordinates.",
              where(OrganisationUnit.class, (unit, snapshot) -> isOnNullIsland(unit))),
          check(
              "orgunits_invalid_geometry",
              7,
              WARNING,
              "Organisation units with invalid geometry",
              "Draw the boundary anew, so that it does not cross itself.",
              where(
                  OrganisationUnit.class,
                  (unit, snapshot) ->
                      Shapes.read(unit.geometry()).filter(shape -> !shape.isValid()).isPresent())),
          check(
              "orgunits_multiple_roots",
              8,
              CRITICAL,
              "Organisation unit hierarchy should have a single root",
              "Give all units but one a unit above.",
              snapshot -> {
                List<IntegrityCheck.Issue> roots =
                    where(OrganisationUnit.class, (unit, s) -> Hierarchy.parent(unit, s) == null)
                        .find(snapshot);
                return roots.size() > 1 ? roots : List.of();
              }),
          check(
              "orgunits_no_coordinates",
              9,
              WARNING,
              "Organisation units without coordinates",
              "Give each unit a point or a boundary.",
              where(OrganisationUnit.class, (unit, snapshot) -> unit.geometry() == null)),
          check(
              "orgunits_orphaned",
              9,
              CRITICAL,
              "Orphaned organisation units",
              "Give the unit a unit above, or delete it.",
              where(
                  OrganisationUnit.class,
                  (unit, snapshot) ->
                      snapshot.count(OrganisationUnit.class) > 1
                          && Hierarchy.parent(unit, snapshot) == null
                          && Hierarchy.children(unit, snapshot).isEmpty())),
          check(
              "organisation_units_violating_exclusive_group_sets",
              10,
              SEVERE,
              "Organisation units which belong to multiple groups in a group set",
              "Leave the unit in one group of each group set.",
              inSeveralGroups(
                  OrganisationUnit.class,
                  OrganisationUnitGroupSet.class,
                  (set, snapshot) -> set.organisationUnitGroups(),
                  OrganisationUnitGroup.class,
                  OrganisationUnitGroup::organisationUnits)),
          check(
              "org_units_not_in_compulsory_group_sets",
              2,
              SEVERE,
              "Orgunits that are not in all compulsory orgunit group sets",
              "Put the unit into a group of each compulsory group set.",
              where(OrganisationUnit.class, UnitChecks::isMissingInCompulsory)),
          check(
              "orgunits_same_name_and_parent",
              12,
              WARNING,
              "Organisation units should not have the same name and parent",
              "Rename one of them.",
              alike(
                  OrganisationUnit.class,
                  (unit, snapshot) -> List.of(unit.label(), String.valueOf(unit.parent())))),
          check(
              "organisation_units_without_groups",
              13,
              WARNING,
              "Organisation units without groups",
              "Put the unit into the groups that describe it.",
              Finders.unreferred(
                  OrganisationUnit.class, OrganisationUnitGroup.class, "organisationUnits")));

  private UnitChecks() {}

  private static IntegrityCheck check(
      String name, int order, Severity severity, String title, String advice, Finder finder) {
    return new IntegrityCheck(
        name, "Organisation units", order, severity, OrganisationUnit.class, title, advice, finder);
  }

  private static boolean hasOuterSpace(@Nullable String text) {
    return text != null && !text.equals(text.strip());
  }

  private static boolean isOutside(OrganisationUnit unit, MetadataSnapshot snapshot) {
    OrganisationUnit parent = Hierarchy.parent(unit, snapshot);
    if (parent == null || unit.geometry() == null || parent.geometry() == null) {
      return false;
    }
    Geometry point = Shapes.read(unit.geometry()).orElse(null);
    Geometry area = Shapes.read(parent.geometry()).orElse(null);
    return point != null
        && area != null
        && point.getDimension() == 0
        && area.getDimension() == 2
        && area.isValid()
        && !area.covers(point);
  }

  private static boolean isOnNullIsland(OrganisationUnit unit) {
    return Shapes.read(unit.geometry())
        .filter(shape -> shape.getDimension() == 0)
        .filter(shape -> Math.hypot(shape.getCoordinate().x, shape.getCoordinate().y) < NULL_ISLAND)
        .isPresent();
  }

  private static boolean isMissingInCompulsory(OrganisationUnit unit, MetadataSnapshot snapshot) {
    List<OrganisationUnitGroup> groups =
        snapshot.referrers(unit, OrganisationUnitGroup.class, "organisationUnits");
    return snapshot.all(OrganisationUnitGroupSet.class).stream()
        .filter(OrganisationUnitGroupSet::compulsory)
        .anyMatch(set ->
            groups.stream()
                .noneMatch(g -> set.organisationUnitGroups().contains(new Ref<>(g.uid()))));
  }
}
