package org.kituo.analytics.query;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.kituo.analytics.orgunit.UnitTree;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.DataApprovalLevel;

/**
 * How far figures must be approved to count. Someone who works at a unit sees what is approved at
 * the level below that of the unit, so as to approve it in turn, and everything if there is none
 * below; a question may name a higher level. Levels have numbers, the uppermost the smallest.
 *
 * @param fromYear figures of earlier years count in any case
 * @param units the units below which figures count, and from which level on
 */
public record ApprovalLimit(int fromYear, List<OfUnit> units) {
  /** The level of figures that have not been approved at all. */
  public static final int UNAPPROVED = Integer.MAX_VALUE;

  private static final String SEES_ALL = "F_VIEW_UNAPPROVED_DATA";

  /**
   * What counts at and below a unit.
   *
   * @param unit its number in the tree
   * @param level the number of the lowest level at which figures must be approved
   */
  public record OfUnit(int unit, int level) {}

  /** The limit of a question; empty if approval does not matter. */
  static Optional<ApprovalLimit> of(
      Optional<String> asked, Lookup lookup, UnitTree tree, AnalyticsSettings settings) {
    int level = asked.map(uid -> named(uid, lookup)).orElse(UNAPPROVED);
    boolean limited = settings.approvedFromYear().isPresent() && !lookup.actor().hasAny(SEES_ALL);
    List<OfUnit> units =
        (limited
                ? ofActor(lookup, tree)
                : tree.roots().stream().map(root -> new OfUnit(root, UNAPPROVED)))
            .map(own -> new OfUnit(own.unit, Math.min(own.level, level)))
            .toList();
    boolean everything =
        tree.roots().stream().allMatch(root -> units.contains(new OfUnit(root, UNAPPROVED)));
    return everything
        ? Optional.empty()
        : Optional.of(new ApprovalLimit(settings.approvedFromYear().orElse(0), units));
  }

  private static int named(String uid, Lookup lookup) {
    return lookup
        .byUid(DataApprovalLevel.class, uid)
        .map(ApprovalLimit::number)
        .orElseThrow(() ->
            new AnalyticsException(
                "E7122", "Data approval level does not exist: `%s`".formatted(uid)));
  }

  private static int number(DataApprovalLevel level) {
    return Objects.requireNonNullElse(level.level(), 0);
  }

  private static Stream<OfUnit> ofActor(Lookup lookup, UnitTree tree) {
    List<DataApprovalLevel> levels =
        lookup.snapshot().all(DataApprovalLevel.class).stream()
            .sorted(Comparator.comparingInt(ApprovalLimit::number))
            .toList();
    Actor actor = lookup.actor();
    List<Integer> own =
        actor.dataViewUnits().stream()
            .map(ref -> tree.number(ref.id()))
            .filter(number -> number >= 0)
            .toList();
    return (own.isEmpty() ? tree.roots() : own)
        .stream().map(unit -> new OfUnit(unit, below(tree.level(unit), levels)));
  }

  /** The level below that of units of a depth: the first that is for them or for deeper ones. */
  private static int below(int depth, List<DataApprovalLevel> levels) {
    return levels.stream()
        .dropWhile(level -> Objects.requireNonNullElse(level.orgUnitLevel(), 0) < depth)
        .skip(1)
        .findFirst()
        .map(ApprovalLimit::number)
        .orElse(UNAPPROVED);
  }
}
