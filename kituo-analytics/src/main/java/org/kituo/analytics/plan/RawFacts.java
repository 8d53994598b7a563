package org.kituo.analytics.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kituo.analytics.engine.Axis;
import org.kituo.analytics.engine.Facts;
import org.kituo.analytics.engine.Measure;
import org.kituo.analytics.engine.Window;
import org.kituo.analytics.engine.Window.Span;
import org.kituo.analytics.orgunit.UnitAxes;
import org.kituo.analytics.query.AnalyticsQuery;
import org.kituo.analytics.query.AnalyticsSettings;
import org.kituo.analytics.query.DataItem;
import org.kituo.analytics.query.Dimension;
import org.kituo.analytics.time.PeriodRule;
import org.kituo.analytics.time.TimeColumn;
import org.kituo.analytics.time.Windows;
import org.kituo.model.expression.Modifiers;
import org.kituo.model.expression.OptionSelector;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.period.Period;

/** The single facts that a question is about: those of units below and of periods within. */
public final class RawFacts {
  private final AnalyticsQuery query;
  private final Axes axes;
  private final Facts facts;
  private final ApprovedFacts approved;
  private final AnalyticsSettings settings;
  private final List<RawFact> found = new ArrayList<>();

  private RawFacts(
      AnalyticsQuery query,
      UnitAxes units,
      Facts facts,
      Registers registers,
      AnalyticsSettings settings) {
    this.query = query;
    this.axes = new Axes(query, units);
    this.facts = facts;
    this.approved = new ApprovedFacts(query, axes, registers);
    this.settings = settings;
  }

  /**
   * The facts, by item, unit and period.
   *
   * @param query a question in which units are a filter; see {@link #question}
   */
  public static List<RawFact> of(
      AnalyticsQuery query,
      UnitAxes units,
      Facts facts,
      Registers registers,
      AnalyticsSettings settings) {
    RawFacts raw = new RawFacts(query, units, facts, registers, settings);
    query.data().forEach(raw::add);
    return raw.found;
  }

  /** A question with its units as a filter, since each fact is of a unit of its own. */
  public static AnalyticsQuery question(AnalyticsQuery query) {
    List<Dimension> dimensions =
        query.dimensions().stream().filter(d -> !d.id().equals(Dimension.UNIT)).toList();
    List<Dimension> filters = new ArrayList<>(query.filters());
    query.dimension(Dimension.UNIT).ifPresent(filters::add);
    return new AnalyticsQuery(
        query.request(),
        query.snapshot(),
        query.actor(),
        dimensions,
        filters,
        query.dates(),
        query.approval(),
        query.keywords(),
        query.userUnits());
  }

  /** The dimensions besides data, units and time. */
  public static Space space(AnalyticsQuery query, UnitAxes units) {
    return new Axes(query, units).space();
  }

  private void add(DataItem item) {
    switch (item) {
      case DataItem.OfElement of -> scan(item, of.element(), axes.ofElement(List.of()));
      case DataItem.Operand operand -> scan(item, operand.element(), axes(operand));
      // only data elements have facts of their own
      case DataItem.OfIndicator i -> {}
      case DataItem.Calculation c -> {}
      case DataItem.Rate r -> {}
      case DataItem.OfProgram p -> {}
      case DataItem.OfRule r -> {}
    }
  }

  private List<Axis> axes(DataItem.Operand operand) {
    List<Axis> all = new ArrayList<>(axes.ofElement(List.of()));
    operand
        .combo()
        .ifPresent(
            combo -> all.add(only(Axis.Source.CATEGORY_OPTION_COMBO, query.snapshot().key(combo))));
    operand
        .attributeCombo()
        .ifPresent(combo ->
            all.add(only(Axis.Source.ATTRIBUTE_OPTION_COMBO, query.snapshot().key(combo))));
    return all;
  }

  private static Axis only(Axis.Source source, int key) {
    return new Axis(1, Layers.merged(source, List.of(new int[] {key})));
  }

  private void scan(DataItem item, DataElement element, List<Axis> elementAxes) {
    Reading reading =
        new Reading(
            element, AggregationType.SUM, Modifiers.NONE, OptionSelector.Any.UNSAID, false, false);
    int subject = query.snapshot().key(element);
    Window window = window(facts.periods(subject));
    Measure measure =
        new Measure(
            subject,
            reading.aggregation(),
            reading.reading(),
            reading.zeros(settings.includeZeros()),
            approved.condition(element, FactCalls.periods(List.of(window))));
    List<RawFact> own = new ArrayList<>();
    facts.scan(
        measure,
        window,
        elementAxes,
        (cell, period, unit, combo, attributeCombo, number, text) -> {
          OrganisationUnit reporting = query.snapshot().byKey(OrganisationUnit.class, unit);
          if (reporting != null) {
            own.add(
                new RawFact(
                    item,
                    reporting,
                    query.snapshot().calendar().ofKey(period),
                    cell,
                    number,
                    text));
          }
        });
    own.sort(
        Comparator.<RawFact, String>comparing(fact -> fact.unit().uid())
            .thenComparing(RawFact::period)
            .thenComparingLong(RawFact::place));
    found.addAll(own);
  }

  /** All periods that lie within one that is asked for, each once. */
  private Window window(int[] dataPeriods) {
    Windows windows =
        new Windows(
            query.snapshot().calendar(),
            PeriodRule.BETWEEN_DATES,
            Windows.Limits.NONE,
            Optional.empty(),
            dataPeriods);
    List<TimeColumn> asked =
        query.columns().stream()
            .flatMap(column ->
                column instanceof TimeColumn.Periods(List<Period> periods)
                    ? periods.stream().<TimeColumn>map(TimeColumn.Periods::of)
                    : Stream.of(column))
            .toList();
    TreeMap<Integer, Span> spans = new TreeMap<>();
    windows
        .of(asked)
        .forEach(window -> window.spans().forEach(span -> spans.put(span.period(), span)));
    return new Window(List.copyOf(spans.values()));
  }
}
