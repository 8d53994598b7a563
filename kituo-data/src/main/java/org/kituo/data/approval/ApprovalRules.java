package org.kituo.data.approval;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.CategoryOptionGroup;
import org.kituo.model.metadata.CategoryOptionGroupSet;
import org.kituo.model.metadata.DataApprovalLevel;
import org.kituo.model.metadata.DataApprovalWorkflow;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.approval.Approval;

/**
 * Where data stand in their workflow and what a user may do about it, from the approvals there are.
 *
 * <p>The levels of a workflow stand in order, the first on top. Data of a unit are approved at the
 * level for the unit's own level of the hierarchy, once all units that report below have been
 * approved at the level underneath (and accepted, where acceptance is required). Who approves at a
 * level is who works at units of its level of the hierarchy, and, with one authority more, who
 * works above; who accepts works above. Approved data that wait for the next level say whether the
 * user may approve them there.
 */
final class ApprovalRules {
  private final DataApprovalWorkflow workflow;
  private final List<DataApprovalLevel> levels;
  private final Map<Approval.Key, Approval> approvals = new HashMap<>();
  private final Map<String, Boolean> reporting = new HashMap<>();
  private final boolean acceptanceRequired;
  private final @Nullable Actor actor;
  private final MetadataSnapshot snapshot;

  ApprovalRules(
      DataApprovalWorkflow workflow,
      List<Approval> approvals,
      boolean acceptanceRequired,
      @Nullable Actor actor,
      MetadataSnapshot snapshot) {
    this.workflow = workflow;
    this.levels = levels(workflow, snapshot);
    approvals.forEach(approval -> this.approvals.put(approval.key(), approval));
    this.acceptanceRequired = acceptanceRequired;
    this.actor = actor;
    this.snapshot = snapshot;
  }

  /** For who asks only what is approved, whoever he is. */
  static ApprovalRules ofFacts(
      DataApprovalWorkflow workflow, List<Approval> approvals, MetadataSnapshot snapshot) {
    return new ApprovalRules(workflow, approvals, false, null, snapshot);
  }

  /** The levels of a workflow, the uppermost first. */
  static List<DataApprovalLevel> levels(DataApprovalWorkflow workflow, MetadataSnapshot snapshot) {
    return workflow.dataApprovalLevels().stream()
        .flatMap(ref -> snapshot.find(DataApprovalLevel.class, ref.id()).stream())
        .sorted(Comparator.comparing(level -> Objects.requireNonNullElse(level.level(), 0)))
        .toList();
  }

  ApprovalStatus status(ApprovalTarget target) {
    int depth = Hierarchy.level(target.unit(), snapshot);
    DataApprovalLevel own = levelAt(depth, target.attribute());
    Approval here = own == null ? null : approvals.get(key(target, target.unit(), own));
    ApprovalState state = state(target, depth, own, here);
    boolean isHere = state == ApprovalState.APPROVED_HERE || state == ApprovalState.ACCEPTED_HERE;
    boolean accepted = here != null && here.acceptedBy() != null;
    int works = depthOfWork(target.unit());
    DataApprovalLevel next = own == null ? null : above(own);
    boolean waitsForAcceptance = acceptanceRequired && !accepted;
    boolean mayAct = own != null && mayApproveAt(own, works);
    boolean mayAnswer =
        own != null && next != null && acceptanceRequired && mayAcceptAt(own, works);
    boolean mayUndo = acceptanceRequired && accepted ? mayAnswer : mayAct || mayAnswer;
    return new ApprovalStatus(
        state,
        own,
        here,
        state == ApprovalState.UNAPPROVED_READY
            ? mayAct
            : isHere && !waitsForAcceptance && next != null && mayApproveAt(next, works),
        isHere && mayUndo,
        state == ApprovalState.APPROVED_HERE && mayAnswer,
        state == ApprovalState.ACCEPTED_HERE && mayAnswer);
  }

  private ApprovalState state(
      ApprovalTarget target, int depth, @Nullable DataApprovalLevel own, @Nullable Approval here) {
    if (isApprovedAbove(target)) {
      return ApprovalState.APPROVED_ABOVE;
    }
    if (own == null) {
      boolean above = levels.stream().anyMatch(level -> depth(level) < depth);
      return above ? ApprovalState.UNAPPROVED_ABOVE : ApprovalState.UNAPPROVABLE;
    }
    if (here != null) {
      return acceptanceRequired && here.acceptedBy() != null
          ? ApprovalState.ACCEPTED_HERE
          : ApprovalState.APPROVED_HERE;
    }
    DataApprovalLevel below = below(own);
    return below == null || allApproved(target, target.unit(), below)
        ? ApprovalState.UNAPPROVED_READY
        : ApprovalState.UNAPPROVED_WAITING;
  }

  /** Whether data are approved at their unit or above it. */
  boolean isApproved(ApprovalTarget target) {
    DataApprovalLevel own = levelAt(Hierarchy.level(target.unit(), snapshot), target.attribute());
    return isApprovedAbove(target)
        || (own != null && approvals.containsKey(key(target, target.unit(), own)));
  }

  private boolean isApprovedAbove(ApprovalTarget target) {
    OrganisationUnit unit = Hierarchy.parent(target.unit(), snapshot);
    while (unit != null) {
      DataApprovalLevel level = levelAt(Hierarchy.level(unit, snapshot), target.attribute());
      if (level != null && approvals.containsKey(key(target, unit, level))) {
        return true;
      }
      unit = Hierarchy.parent(unit, snapshot);
    }
    return false;
  }

  /** Whether all reporting units of a level below a unit are approved, and accepted if need be. */
  private boolean allApproved(
      ApprovalTarget target, OrganisationUnit unit, DataApprovalLevel level) {
    for (OrganisationUnit child : Hierarchy.children(unit, snapshot)) {
      if (!reports(child)) {
        continue;
      }
      boolean isOfLevel = Hierarchy.level(child, snapshot) >= depth(level);
      Approval approval = approvals.get(key(target, child, level));
      boolean done =
          isOfLevel
              ? approval != null && (!acceptanceRequired || approval.acceptedBy() != null)
              : allApproved(target, child, level);
      if (!done) {
        return false;
      }
    }
    return true;
  }

  /** Whether a unit or one below it reports a data set of the workflow. */
  private boolean reports(OrganisationUnit unit) {
    Boolean known = reporting.get(unit.uid());
    if (known == null) {
      known =
          snapshot.referrers(unit, DataSet.class, "organisationUnits").stream()
                  .anyMatch(set -> isOfWorkflow(set))
              || Hierarchy.children(unit, snapshot).stream().anyMatch(this::reports);
      reporting.put(unit.uid(), known);
    }
    return known;
  }

  private boolean isOfWorkflow(DataSet set) {
    return set.workflow() != null && set.workflow().id().equals(workflow.uid());
  }

  /** The level at which data of units so deep in the hierarchy are approved; null for none. */
  @Nullable DataApprovalLevel levelAt(int depth, CategoryOptionCombo attribute) {
    return levels.stream()
        .filter(level -> depth(level) == depth && isFor(level, attribute))
        .findFirst()
        .orElse(null);
  }

  /** Whether a level is for all attribute options or for one of those of a combination. */
  private boolean isFor(DataApprovalLevel level, CategoryOptionCombo attribute) {
    if (level.categoryOptionGroupSet() == null) {
      return true;
    }
    CategoryOptionGroupSet set =
        snapshot.get(CategoryOptionGroupSet.class, level.categoryOptionGroupSet().id());
    return set != null
        && set.categoryOptionGroups().stream()
            .flatMap(ref -> snapshot.find(CategoryOptionGroup.class, ref.id()).stream())
            .anyMatch(group ->
                group.categoryOptions().stream()
                    .anyMatch(option -> attribute.categoryOptions().contains(option)));
  }

  private @Nullable DataApprovalLevel above(DataApprovalLevel level) {
    int at = levels.indexOf(level);
    return at > 0 ? levels.get(at - 1) : null;
  }

  private @Nullable DataApprovalLevel below(DataApprovalLevel level) {
    int at = levels.indexOf(level);
    return at + 1 < levels.size() ? levels.get(at + 1) : null;
  }

  private static int depth(DataApprovalLevel level) {
    return Objects.requireNonNullElse(level.orgUnitLevel(), 0);
  }

  Approval.Key key(ApprovalTarget target, OrganisationUnit unit, DataApprovalLevel level) {
    return new Approval.Key(
        snapshot.key(workflow),
        target.period().key(),
        snapshot.key(unit),
        snapshot.key(target.attribute()),
        snapshot.key(level));
  }

  /** How deep in the hierarchy the user works, seen from a unit; 0 for not above it at all. */
  private int depthOfWork(OrganisationUnit unit) {
    int best = 0;
    if (actor == null) {
      return best;
    }
    for (Ref<OrganisationUnit> ref : actor.captureUnits()) {
      OrganisationUnit own = snapshot.get(OrganisationUnit.class, ref.id());
      if (own != null && AccessRules.within(unit, List.of(ref), snapshot)) {
        int depth = Hierarchy.level(own, snapshot);
        best = best == 0 ? depth : Math.min(best, depth);
      }
    }
    return best == 0 && actor.isSuper() ? 1 : best;
  }

  private boolean mayApproveAt(DataApprovalLevel level, int works) {
    int depth = depth(level);
    return actor != null
        && works > 0
        && ((works == depth && actor.hasAny("F_APPROVE_DATA"))
            || (works < depth && actor.hasAny("F_APPROVE_DATA_LOWER_LEVELS")));
  }

  private boolean mayAcceptAt(DataApprovalLevel level, int works) {
    return actor != null
        && works > 0
        && works < depth(level)
        && actor.hasAny("F_ACCEPT_DATA_LOWER_LEVELS");
  }
}
