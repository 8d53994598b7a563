package org.kituo.data.approval;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.ApprovedData;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.data.datavalue.DataValueException.Kind;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataApprovalLevel;
import org.kituo.model.metadata.DataApprovalWorkflow;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.InvalidPeriodException;
import org.kituo.model.period.Period;
import org.kituo.model.period.PeriodType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.approval.Approval;
import org.kituo.store.approval.ApprovalChange;
import org.kituo.store.approval.ApprovalChange.Action;
import org.kituo.store.approval.ApprovalTable;

/** Approves data, takes approvals back, accepts them, and tells how far data are. */
public final class Approvals {
  private final Supplier<MetadataSnapshot> metadata;
  private final ApprovalTable table;
  private final BooleanSupplier acceptanceRequired;

  /**
   * @param metadata gives the present metadata; a request uses one state of it
   * @param acceptanceRequired whether the level above must accept before it approves
   */
  public Approvals(
      Supplier<MetadataSnapshot> metadata,
      ApprovalTable table,
      BooleanSupplier acceptanceRequired) {
    this.metadata = metadata;
    this.table = table;
    this.acceptanceRequired = acceptanceRequired;
  }

  /** The present metadata. */
  public MetadataSnapshot snapshot() {
    return metadata.get();
  }

  /** Whether the level above must accept before it approves. */
  public boolean isAcceptanceRequired() {
    return acceptanceRequired.getAsBoolean();
  }

  /** What was done to approvals, the earliest first. */
  public List<ApprovalChange> changes() throws SQLException {
    return table.changes();
  }

  /**
   * The data that a request names.
   *
   * @param workflow a workflow; null to take that of the data set
   * @param attribute the attribute option combination; null for the default one
   */
  public ApprovalTarget target(
      @Nullable String workflow,
      @Nullable String dataSet,
      String period,
      String orgUnit,
      @Nullable String attribute)
      throws DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    DataApprovalWorkflow found = workflow(workflow, dataSet, snapshot);
    Period span = period(period, snapshot);
    OrganisationUnit unit = snapshot.get(OrganisationUnit.class, orgUnit);
    if (unit == null) {
      throw conflict("Organisation unit does not exist: " + orgUnit);
    }
    CategoryOptionCombo combo =
        snapshot.get(
            CategoryOptionCombo.class,
            attribute == null ? DefaultObjects.CATEGORY_OPTION_COMBO : attribute);
    if (combo == null) {
      throw conflict("Attribute option combo does not exist: " + attribute);
    }
    return new ApprovalTarget(found, span, unit, combo);
  }

  private static DataApprovalWorkflow workflow(
      @Nullable String workflow, @Nullable String dataSet, MetadataSnapshot snapshot)
      throws DataValueException {
    if (workflow != null) {
      DataApprovalWorkflow found = snapshot.get(DataApprovalWorkflow.class, workflow);
      if (found == null) {
        throw conflict("Data approval workflow does not exist: " + workflow);
      }
      return found;
    }
    if (dataSet == null) {
      throw conflict("Either data set or data approval workflow must be specified");
    }
    DataSet set = snapshot.get(DataSet.class, dataSet);
    if (set == null) {
      throw conflict("Data set does not exist: " + dataSet);
    }
    DataApprovalWorkflow found =
        set.workflow() == null
            ? null
            : snapshot.get(DataApprovalWorkflow.class, set.workflow().id());
    if (found == null) {
      throw conflict("Data set does not have an approval workflow: " + dataSet);
    }
    return found;
  }

  private static Period period(String text, MetadataSnapshot snapshot) throws DataValueException {
    try {
      return snapshot.calendar().parse(text);
    } catch (InvalidPeriodException e) {
      throw new DataValueException(Kind.BAD_REQUEST, null, String.valueOf(e.getMessage()));
    }
  }

  private static DataValueException conflict(String message) {
    return new DataValueException(Kind.CONFLICT, null, message);
  }

  /** How far some data are and what the user may do about them, in the same order. */
  public Map<ApprovalTarget, ApprovalStatus> status(List<ApprovalTarget> targets, Actor actor)
      throws SQLException {
    MetadataSnapshot snapshot = metadata.get();
    Map<String, ApprovalRules> rules = new HashMap<>();
    Map<ApprovalTarget, ApprovalStatus> found = new LinkedHashMap<>();
    for (ApprovalTarget target : targets) {
      ApprovalRules ofWorkflow = rules.get(target.workflow().uid());
      if (ofWorkflow == null) {
        ofWorkflow = rules(target.workflow(), targets, actor, snapshot);
        rules.put(target.workflow().uid(), ofWorkflow);
      }
      found.put(target, ofWorkflow.status(target));
    }
    return found;
  }

  private ApprovalRules rules(
      DataApprovalWorkflow workflow,
      List<ApprovalTarget> targets,
      Actor actor,
      MetadataSnapshot snapshot)
      throws SQLException {
    int[] periods = targets.stream().mapToInt(target -> target.period().key()).distinct().toArray();
    return new ApprovalRules(
        workflow,
        table.of(snapshot.key(workflow), periods),
        acceptanceRequired.getAsBoolean(),
        actor,
        snapshot);
  }

  /** Does the same to some data; nothing happens if the user may not do so to one of them. */
  public void act(Action action, List<ApprovalTarget> targets, Actor actor)
      throws SQLException, DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    List<Approval.Key> keys = new ArrayList<>();
    for (Map.Entry<ApprovalTarget, ApprovalStatus> entry : status(targets, actor).entrySet()) {
      ApprovalStatus status = entry.getValue();
      if (isDone(action, status)) {
        continue;
      }
      DataApprovalLevel level = status.level();
      if (level == null || !may(action, status)) {
        throw conflict(
            "Data of %s for %s cannot be changed by %s: their state is %s"
                .formatted(
                    entry.getKey().unit().label(),
                    entry.getKey().period().iso(),
                    action,
                    status.state()));
      }
      keys.add(
          new Approval.Key(
              snapshot.key(entry.getKey().workflow()),
              entry.getKey().period().key(),
              snapshot.key(entry.getKey().unit()),
              snapshot.key(entry.getKey().attribute()),
              snapshot.key(level)));
    }
    table.write(action, keys, Objects.requireNonNullElse(actor.user().username(), "system"));
  }

  /** Whether the user may do so and it has been done already, as in a request sent twice. */
  private static boolean isDone(Action action, ApprovalStatus status) {
    return switch (action) {
      case APPROVE, UNAPPROVE -> false;
      case ACCEPT -> status.state() == ApprovalState.ACCEPTED_HERE && status.mayUnaccept();
      case UNACCEPT -> status.state() == ApprovalState.APPROVED_HERE && status.mayAccept();
    };
  }

  private static boolean may(Action action, ApprovalStatus status) {
    return switch (action) {
      case APPROVE -> status.state() == ApprovalState.UNAPPROVED_READY && status.mayApprove();
      case UNAPPROVE -> status.mayUnapprove();
      case ACCEPT -> status.mayAccept();
      case UNACCEPT -> status.mayUnaccept();
    };
  }

  /** Which data of a data set are approved, for some periods, and so cannot be changed. */
  public ApprovedData.Test approved(DataSet set, Collection<Period> periods) throws SQLException {
    MetadataSnapshot snapshot = metadata.get();
    DataApprovalWorkflow workflow =
        set.workflow() == null
            ? null
            : snapshot.get(DataApprovalWorkflow.class, set.workflow().id());
    if (workflow == null) {
      return (period, unit, attribute) -> false;
    }
    Map<Period, Period> spans = new HashMap<>();
    for (Period period : periods) {
      span(period, workflow).ifPresent(span -> spans.put(period, span));
    }
    int[] keys = spans.values().stream().mapToInt(Period::key).distinct().toArray();
    ApprovalRules rules =
        ApprovalRules.ofFacts(workflow, table.of(snapshot.key(workflow), keys), snapshot);
    return (period, unit, attribute) -> {
      Period span = spans.get(period);
      return span != null && rules.isApproved(new ApprovalTarget(workflow, span, unit, attribute));
    };
  }

  /** The period of a workflow that a period of data belongs to. */
  public static Optional<Period> span(Period period, DataApprovalWorkflow workflow) {
    return PeriodType.ofApiName(String.valueOf(workflow.periodType()))
        .flatMap(type -> type == period.type() ? Optional.of(period) : period.rollUp(type));
  }
}
