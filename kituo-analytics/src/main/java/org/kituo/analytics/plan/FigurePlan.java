package org.kituo.analytics.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.engine.Axis;
import org.kituo.analytics.engine.Facts;
import org.kituo.analytics.query.AnalyticsException;
import org.kituo.analytics.query.AnalyticsQuery;
import org.kituo.analytics.query.DataItem;
import org.kituo.analytics.query.Dimension;
import org.kituo.analytics.time.PeriodRule;
import org.kituo.analytics.time.ShiftedColumns;
import org.kituo.analytics.time.TimeColumn;
import org.kituo.analytics.time.Windows;
import org.kituo.model.expression.CompiledExpression;
import org.kituo.model.expression.ElementSelector;
import org.kituo.model.expression.Item;
import org.kituo.model.expression.Item.ReportingMetric;
import org.kituo.model.expression.MissingValueStrategy;
import org.kituo.model.expression.Modifiers;
import org.kituo.model.expression.OptionSelector;
import org.kituo.model.expression.QualifiedItem;
import org.kituo.model.metadata.Constant;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataElementGroup;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.ExpressionDimensionItem;
import org.kituo.model.metadata.Indicator;
import org.kituo.model.metadata.IndicatorType;
import org.kituo.model.metadata.OrganisationUnitGroup;
import org.kituo.model.metadata.ValidationRule;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.validation.StoredViolation;

/** Finds out which figures the items of a question, and the items in their expressions, need. */
final class FigurePlan {
  private static final Figures NOTHING = Figures.constant(Double.NaN);

  private final AnalyticsQuery query;
  private final MetadataSnapshot snapshot;
  private final Axes axes;
  private final List<TimeColumn> columns;
  private final Expressions expressions;
  private final Facts facts;
  private final Registers registers;
  private final FactCalls calls;
  private final RatePlan rates;
  private final Rounding rounding;
  private final Set<String> within = new LinkedHashSet<>();

  FigurePlan(
      AnalyticsQuery query,
      Axes axes,
      Expressions expressions,
      Facts facts,
      Registers registers,
      boolean keepZeros) {
    this.query = query;
    this.snapshot = query.snapshot();
    this.axes = axes;
    this.columns = query.columns();
    this.expressions = expressions;
    this.facts = facts;
    this.rates = new RatePlan(snapshot, axes, columns, facts);
    this.rounding = new Rounding(query.request().presentation().skipRounding());
    this.calls =
        new FactCalls(
            snapshot, axes, columns, new ApprovedFacts(query, axes, registers), keepZeros);
    this.registers = registers;
  }

  /** Has the engine compute what was asked for; figures have values from then on. */
  void run() {
    calls.run(facts);
  }

  /** The figures of an item of the question. */
  Figures figures(DataItem item) {
    return switch (item) {
      case DataItem.OfElement of -> element(of.element(), type(of.element()));
      case DataItem.Operand operand ->
          operand(
              operand.element(),
              type(operand.element()),
              Modifiers.NONE,
              operand
                  .combo()
                  .<OptionSelector>map(combo -> new OptionSelector.Combo(combo.uid()))
                  .orElse(OptionSelector.Any.UNSAID),
              operand
                  .attributeCombo()
                  .<OptionSelector>map(combo -> new OptionSelector.Combo(combo.uid()))
                  .orElse(OptionSelector.Any.UNSAID),
              false);
      case DataItem.OfIndicator of -> indicator(of.indicator(), Modifiers.NONE);
      case DataItem.Calculation calculation -> calculation(calculation.item());
      case DataItem.OfProgram p -> NOTHING;
      case DataItem.OfRule of -> violations(of.rule());
      case DataItem.Rate rate -> rates.figures(rate.dataSet(), rate.metric(), Modifiers.NONE);
    };
  }

  /** How often a rule was found violated, as far as violations were kept. */
  private Figures violations(ValidationRule rule) {
    List<StoredViolation> kept = registers.violations().apply(snapshot.key(rule));
    int[] periods = kept.stream().mapToInt(StoredViolation::period).sorted().distinct().toArray();
    List<Axis> ofPlaces = axes.ofDataSet();
    return new PlaceCounts(
        new Windows(
                snapshot.calendar(),
                PeriodRule.WITHIN,
                Windows.Limits.NONE,
                Optional.empty(),
                periods)
            .of(columns).stream()
                .map(window -> {
                  int[] counted = FactCalls.periods(List.of(window));
                  Map<Long, Double> counts = new HashMap<>();
                  kept.stream()
                      .filter(v -> Arrays.binarySearch(counted, v.period()) >= 0)
                      .forEach(v ->
                          PlaceCounts.count(
                              ofPlaces, v.orgUnit(), v.attributeOptionCombo(), 1, counts));
                  return counts;
                })
                .toList());
  }

  /** The figures of a data element that is aggregated in a certain way. */
  Figures element(DataElement element, AggregationType type) {
    return operand(
        element, type, Modifiers.NONE, OptionSelector.Any.UNSAID, OptionSelector.Any.UNSAID, false);
  }

  private AggregationType type(DataElement element) {
    return query
        .request()
        .aggregation()
        .type()
        .filter(type -> type != AggregationType.DEFAULT)
        .orElseGet(() -> own(element));
  }

  private static AggregationType own(DataElement element) {
    return Optional.ofNullable(element.aggregationType()).orElse(AggregationType.SUM);
  }

  private Figures operand(
      DataElement element,
      AggregationType type,
      Modifiers modifiers,
      OptionSelector combos,
      OptionSelector attributeCombos,
      boolean byUnit) {
    boolean some = !(combos instanceof OptionSelector.Any);
    OptionSelector attributes =
        attributeCombos instanceof OptionSelector.Any ? OptionSelector.Any.UNSAID : attributeCombos;
    return calls.figures(
        new Reading(element, type, modifiers, attributes, some, byUnit),
        some ? combos : OptionSelector.Any.UNSAID);
  }

  private IndicatorFigures indicator(Indicator indicator, Modifiers modifiers) {
    if (!within.add(indicator.uid())) {
      throw new AnalyticsException(
          "E7116", "Indicator expressions cannot have cyclic references: `%s`".formatted(within));
    }
    IndicatorFigures figures =
        new IndicatorFigures(
            formula(indicator.numerator(), indicator.label(), modifiers),
            formula(indicator.denominator(), indicator.label(), modifiers),
            factor(indicator),
            indicator.annualized(),
            ShiftedColumns.of(columns, modifiers));
    within.remove(indicator.uid());
    return figures;
  }

  private Figures rounded(Figures figures, Indicator indicator) {
    return rounded(figures, Optional.ofNullable(indicator.decimals()).orElse(Rounding.USUAL));
  }

  /** In expressions indicators and rates stand for what they show, not for what is behind it. */
  private Figures rounded(Figures figures, int decimals) {
    return new Rounded(figures, decimals, rounding);
  }

  private int factor(Indicator indicator) {
    return Optional.ofNullable(indicator.indicatorType())
        .flatMap(ref -> snapshot.find(IndicatorType.class, ref.id()))
        .flatMap(type -> Optional.ofNullable(type.factor()))
        .orElse(1);
  }

  private Formula calculation(ExpressionDimensionItem item) {
    MissingValueStrategy strategy =
        Optional.ofNullable(item.missingValueStrategy())
            .map(own -> MissingValueStrategy.valueOf(own.name()))
            .orElse(MissingValueStrategy.SKIP_IF_ALL_VALUES_MISSING);
    return formula(item.expression(), item.label(), Modifiers.NONE, strategy);
  }

  private Formula formula(@Nullable String text, String owner, Modifiers modifiers) {
    return formula(text, owner, modifiers, MissingValueStrategy.SKIP_IF_ALL_VALUES_MISSING);
  }

  private Formula formula(
      @Nullable String text, String owner, Modifiers modifiers, MissingValueStrategy strategy) {
    CompiledExpression compiled = expressions.compile(text == null ? "" : text, owner);
    return formula(compiled, modifiers, strategy, false);
  }

  private Formula formula(
      CompiledExpression compiled, Modifiers outer, MissingValueStrategy strategy, boolean byUnit) {
    List<Figures> items = new ArrayList<>();
    for (QualifiedItem item : compiled.items()) {
      items.add(figures(item.item(), item.modifiers().within(outer), byUnit));
    }
    return new Formula(compiled, items, strategy);
  }

  private Figures figures(Item item, Modifiers modifiers, boolean byUnit) {
    if (modifiers.periodOffset() != 0 && query.dimension(Dimension.PERIOD).isEmpty()) {
      throw new AnalyticsException(
          "E7152", "Periods as filter not supported with Indicator with period offset");
    }
    return switch (item) {
      case Item.DataElements elements -> elements(elements, modifiers, byUnit);
      case Item.Constant(String uid) ->
          snapshot
              .find(Constant.class, uid)
              .map(constant -> Figures.constant(constant.value()))
              .orElse(NOTHING);
      case Item.OrgUnitGroupSize(String uid) ->
          snapshot
              .find(OrganisationUnitGroup.class, uid)
              .map(group -> Figures.computed(new UnitCounts(query, axes, group)))
              .orElse(NOTHING);
      case Item.ReportingRate(String set, ReportingMetric metric) ->
          snapshot
              .find(DataSet.class, set)
              .map(found -> rounded(rates.figures(found, metric, modifiers), Rounding.USUAL))
              .orElse(NOTHING);
      case Item.Indicator(String uid) ->
          snapshot
              .find(Indicator.class, uid)
              .<Figures>map(indicator -> rounded(indicator(indicator, modifiers), indicator))
              .orElse(NOTHING);
      case Item.PeriodCount count ->
          Figures.computed(new PeriodFigures(count, ShiftedColumns.of(columns, modifiers)));
      case Item.SubExpression sub -> subExpression(sub, modifiers);
      // programs have no data yet, and tests of units stand in no expression of analytics
      case Item.ProgramIndicator i -> NOTHING;
      case Item.ProgramDataElement d -> NOTHING;
      case Item.ProgramAttribute a -> NOTHING;
      case Item.OfProgram f -> NOTHING;
      case Item.OrgUnitTest t -> NOTHING;
    };
  }

  private Figures elements(Item.DataElements item, Modifiers modifiers, boolean byUnit) {
    List<Figures> parts = new ArrayList<>();
    for (DataElement element : elements(item.element())) {
      AggregationType type =
          modifiers.aggregationType().map(AggregationType::valueOf).orElse(own(element));
      parts.add(
          operand(
              element,
              type,
              modifiers,
              item.categoryOptionCombo(),
              item.attributeOptionCombo(),
              byUnit));
    }
    return parts.isEmpty() ? NOTHING : Combination.sum(parts);
  }

  private List<DataElement> elements(ElementSelector selector) {
    return switch (selector) {
      case ElementSelector.Element(String uid) ->
          snapshot.find(DataElement.class, uid).stream().toList();
      case ElementSelector.Group(String uid) ->
          snapshot.find(DataElementGroup.class, uid).stream()
              .flatMap(group -> group.dataElements().stream())
              .flatMap(ref -> snapshot.find(DataElement.class, ref.id()).stream())
              .toList();
    };
  }

  private Figures subExpression(Item.SubExpression sub, Modifiers modifiers) {
    Modifiers inner =
        new Modifiers(
            Optional.empty(),
            modifiers.periodOffset(),
            modifiers.yearToDate(),
            modifiers.minDate(),
            modifiers.maxDate());
    return new SubExpressionFigures(
        formula(sub.expression().compile(), inner, MissingValueStrategy.NEVER_SKIP, true),
        axes.tree().size(),
        modifiers.aggregationType().map(AggregationType::valueOf).orElse(AggregationType.SUM));
  }
}
