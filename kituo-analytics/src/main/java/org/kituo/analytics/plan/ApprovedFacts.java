package org.kituo.analytics.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kituo.analytics.engine.Items;
import org.kituo.analytics.engine.Measure.Condition;
import org.kituo.analytics.orgunit.UnitTree;
import org.kituo.analytics.query.AnalyticsQuery;
import org.kituo.analytics.query.ApprovalLimit;
import org.kituo.analytics.query.Criteria;
import org.kituo.data.approval.Approvals;
import org.kituo.model.metadata.DataApprovalLevel;
import org.kituo.model.metadata.DataApprovalWorkflow;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.approval.Approval;

/**
 * Which single facts count: those whose value fulfils the criteria of the question and that are
 * approved as far as its limit demands. Figures of data elements without a workflow need no
 * approval; those of several workflows need that of one. An approval holds for its unit and all
 * below, so that for each period and attribute option combo the approved units are made a set of
 * bits once, and a fact costs a look into it.
 */
final class ApprovedFacts {
  private final AnalyticsQuery query;
  private final MetadataSnapshot snapshot;
  private final UnitTree tree;
  private final Items numbers;
  private final Registers registers;
  private final Criteria before;
  private final Map<Asked, Map<Integer, Approved>> known = new HashMap<>();

  private record Asked(String workflow, List<Integer> periods) {}

  /** The numbers of approved units by attribute option combo. */
  private record Approved(Map<Integer, BitSet> byCombo) {
    static final Approved NONE = new Approved(Map.of());

    boolean has(int unit, int combo) {
      BitSet units = byCombo.get(combo);
      return units != null && units.get(unit);
    }
  }

  /** A condition on values alone, which is equal where the criteria are. */
  private record Chosen(Criteria criteria) implements Condition {
    @Override
    public Rows in(int period) {
      return (unit, combo, number) -> criteria.hold(number);
    }
  }

  ApprovedFacts(AnalyticsQuery query, Axes axes, Registers registers) {
    this.query = query;
    this.snapshot = query.snapshot();
    this.tree = axes.tree();
    this.numbers = axes.ownUnits().layers().getFirst().items();
    this.registers = registers;
    this.before = query.request().aggregation().before();
  }

  /** The condition for the facts of a data element in some periods. */
  Condition condition(DataElement element, int[] periods) {
    Condition chosen = before.isEmpty() ? Condition.ALWAYS : new Chosen(before);
    List<DataApprovalWorkflow> workflows = workflows(element);
    return query
        .approval()
        .filter(limit -> !workflows.isEmpty())
        .map(limit -> condition(limit, workflows, periods, chosen))
        .orElse(chosen);
  }

  private List<DataApprovalWorkflow> workflows(DataElement element) {
    return query.approval().isEmpty()
        ? List.of()
        : snapshot.referrers(element, DataSet.class, "dataSetElements").stream()
            .flatMap(set -> Optional.ofNullable(set.workflow()).stream())
            .distinct()
            .flatMap(ref -> snapshot.find(DataApprovalWorkflow.class, ref.id()).stream())
            .toList();
  }

  private Condition condition(
      ApprovalLimit limit, List<DataApprovalWorkflow> workflows, int[] periods, Condition chosen) {
    BitSet free = new BitSet();
    limit.units().stream()
        .filter(own -> own.level() == ApprovalLimit.UNAPPROVED)
        .forEach(own -> free.set(own.unit(), tree.end(own.unit())));
    Map<Integer, List<Approved>> byPeriod = new HashMap<>();
    for (DataApprovalWorkflow workflow : workflows) {
      approved(workflow, periods, limit)
          .forEach((period, approved) ->
              byPeriod.computeIfAbsent(period, p -> new ArrayList<>()).add(approved));
    }
    return period -> {
      Condition.Rows values = chosen.in(period);
      if (snapshot.calendar().ofKey(period).start().getYear() < limit.fromYear()) {
        return values;
      }
      List<Approved> approved = byPeriod.getOrDefault(period, List.of());
      return (unit, combo, value) -> {
        int number = numbers.of(unit);
        return number >= 0
            && (free.get(number) || approved.stream().anyMatch(a -> a.has(number, combo)))
            && values.hold(unit, combo, value);
      };
    };
  }

  private Map<Integer, Approved> approved(
      DataApprovalWorkflow workflow, int[] periods, ApprovalLimit limit) {
    return known.computeIfAbsent(
        new Asked(workflow.uid(), Arrays.stream(periods).boxed().toList()),
        asked -> read(workflow, asked.periods, limit));
  }

  private Map<Integer, Approved> read(
      DataApprovalWorkflow workflow, List<Integer> periods, ApprovalLimit limit) {
    Map<Integer, Integer> spans = new HashMap<>();
    for (int period : periods) {
      Approvals.span(snapshot.calendar().ofKey(period), workflow)
          .ifPresent(span -> spans.put(period, span.key()));
    }
    Map<Integer, Approved> bySpan = new HashMap<>();
    int[] wanted = spans.values().stream().mapToInt(Integer::intValue).distinct().toArray();
    for (Approval approval : registers.approvals().apply(snapshot.key(workflow), wanted)) {
      BitSet units =
          bySpan
              .computeIfAbsent(approval.key().period(), p -> new Approved(new HashMap<>()))
              .byCombo
              .computeIfAbsent(approval.key().attributeOptionCombo(), combo -> new BitSet());
      add(approval.key(), limit, units);
    }
    Map<Integer, Approved> byPeriod = new HashMap<>();
    spans.forEach((period, span) -> byPeriod.put(period, bySpan.getOrDefault(span, Approved.NONE)));
    return byPeriod;
  }

  /** Adds the units that an approval opens: those below its own that the limit is about. */
  private void add(Approval.Key approval, ApprovalLimit limit, BitSet units) {
    DataApprovalLevel level = snapshot.byKey(DataApprovalLevel.class, approval.level());
    int unit = numbers.of(approval.orgUnit());
    if (level == null || unit < 0) {
      return;
    }
    for (ApprovalLimit.OfUnit own : limit.units()) {
      if (Objects.requireNonNullElse(level.level(), 0) <= own.level()) {
        int from = Math.max(unit, own.unit());
        int to = Math.min(tree.end(unit), tree.end(own.unit()));
        units.set(from, Math.max(from, to));
      }
    }
  }
}
