package org.kituo.analytics;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.kituo.analytics.engine.AnalyticsEngine;
import org.kituo.analytics.engine.RememberingEngine;
import org.kituo.analytics.grid.AggregatedValue;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.grid.GridMaker;
import org.kituo.analytics.grid.Labels;
import org.kituo.analytics.grid.RawGridMaker;
import org.kituo.analytics.orgunit.UnitAxes;
import org.kituo.analytics.orgunit.UnitTree;
import org.kituo.analytics.plan.Answer;
import org.kituo.analytics.plan.Planner;
import org.kituo.analytics.plan.RawFacts;
import org.kituo.analytics.plan.Registers;
import org.kituo.analytics.query.AnalyticsQuery;
import org.kituo.analytics.query.AnalyticsRequest;
import org.kituo.analytics.query.AnalyticsSettings;
import org.kituo.analytics.query.Dimension;
import org.kituo.analytics.query.QueryReader;
import org.kituo.data.datavalue.IdScheme;
import org.kituo.model.access.Actor;
import org.kituo.model.hierarchy.PastParents;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.ValidationRule;
import org.kituo.model.period.PeriodCalendar;
import org.kituo.model.snapshot.Derived;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;

/** Answers questions about figures, from what the engine holds and the metadata of the moment. */
public final class Analytics {
  private final AnalyticsEngine engine;
  private final Supplier<AnalyticsSettings> settings;
  private final Registers registers;
  private final Planner planner;
  private final PastHierarchies past = new PastHierarchies();
  private final Derived<UnitAxes> units =
      new Derived<>(OrganisationUnit.class, snapshot -> new UnitAxes(UnitTree.of(snapshot)));

  /**
   * @param engine what holds the figures
   * @param registers what answers need beside figures
   * @param settings the system settings
   */
  public Analytics(
      AnalyticsEngine engine, Registers registers, Supplier<AnalyticsSettings> settings) {
    this.engine = new RememberingEngine(engine);
    this.registers = registers;
    this.planner = new Planner(registers);
    this.settings = settings;
  }

  /**
   * What an answer depends on besides the question and who asks: while it is equal, so is the
   * answer.
   *
   * @param metadata the version of the metadata
   * @param facts the version of the facts
   * @param calendar what periods are counted by
   * @param registers the versions of approvals and violations; none if they do not matter
   * @param settings the system settings
   */
  public record Basis(
      long metadata,
      long facts,
      PeriodCalendar calendar,
      List<Long> registers,
      AnalyticsSettings settings) {}

  /** What the answer to a question depends on now. */
  public Basis basis(AnalyticsRequest request, MetadataSnapshot snapshot) {
    AnalyticsSettings now = settings.get();
    boolean registered =
        now.approvedFromYear().isPresent()
            || request.scope().approvalLevel().isPresent()
            || request.items(Dimension.DATA).anyMatch(item -> isRule(item, request, snapshot));
    return new Basis(
        snapshot.version(),
        engine.facts().version(),
        snapshot.calendar(),
        registered ? registers.version().get() : List.of(),
        now);
  }

  /** In schemes other than of identifiers any item may be a rule. */
  private static boolean isRule(String item, AnalyticsRequest request, MetadataSnapshot snapshot) {
    return request.scope().scheme().type() != IdScheme.Type.UID
        || snapshot.find(ValidationRule.class, item).isPresent();
  }

  /** When the newest data that answers include were read. */
  public Instant asOf() {
    return engine.facts().asOf();
  }

  /**
   * Understands a question.
   *
   * @throws org.kituo.analytics.query.AnalyticsException if it cannot be answered as asked
   */
  public AnalyticsQuery query(AnalyticsRequest request, Actor actor, View view) {
    return QueryReader.read(
        request, actor, view.snapshot(), axes(view.snapshot()).tree(), settings.get());
  }

  /**
   * Answers a question.
   *
   * @throws org.kituo.analytics.query.AnalyticsException if there are too many values
   */
  public Answer answer(AnalyticsQuery query) {
    return planner.answer(query, axes(query.snapshot()), engine.facts(), settings.get());
  }

  /** The table of an answer. */
  public Grid grid(Answer answer, View view) {
    return GridMaker.of(
        answer, labels(answer.query(), view), axes(answer.query().snapshot()).tree());
  }

  /** The values of an answer as figures. */
  public List<AggregatedValue> values(Answer answer, View view) {
    return AggregatedValue.of(answer, labels(answer.query(), view));
  }

  /** The table of the single facts that a question is about. */
  public Grid rawGrid(AnalyticsQuery query, View view) {
    UnitAxes axes = axes(query.snapshot());
    AnalyticsQuery question = RawFacts.question(query);
    return new RawGridMaker(query, RawFacts.space(question, axes), labels(query, view))
        .make(RawFacts.of(question, axes, engine.facts(), registers, settings.get()), axes.tree());
  }

  /** The tree of a snapshot's units. */
  public UnitTree tree(MetadataSnapshot snapshot) {
    return axes(snapshot).tree();
  }

  /**
   * The table of a question with each period answered by the hierarchy as it was on its last day.
   *
   * @throws org.kituo.analytics.query.AnalyticsException if it cannot be answered as asked
   */
  public AsThen.Answered gridAsThen(
      AnalyticsRequest request, Actor actor, View view, PastParents parents) {
    return new AsThen(this, past, request, actor, view, parents).answer();
  }

  private UnitAxes axes(MetadataSnapshot snapshot) {
    return past.axes(snapshot).orElseGet(() -> units.of(snapshot));
  }

  private static Labels labels(AnalyticsQuery query, View view) {
    return new Labels(view, query.request().presentation().displayProperty());
  }
}
