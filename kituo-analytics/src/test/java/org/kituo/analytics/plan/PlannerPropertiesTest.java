package org.kituo.analytics.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kituo.model.period.PeriodCalendar.ISO8601;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.kituo.analytics.engine.Facts;
import org.kituo.analytics.engine.NaiveEngine;
import org.kituo.analytics.engine.NaiveEngine.Fact;
import org.kituo.analytics.orgunit.UnitAxes;
import org.kituo.analytics.orgunit.UnitTree;
import org.kituo.analytics.query.AnalyticsQuery;
import org.kituo.analytics.query.AnalyticsRequest;
import org.kituo.analytics.query.AnalyticsRequest.DimensionText;
import org.kituo.analytics.query.AnalyticsSettings;
import org.kituo.analytics.query.QueryReader;
import org.kituo.data.datavalue.IdScheme;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataApprovalLevel;
import org.kituo.model.metadata.DataApprovalWorkflow;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DataElementDomain;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.period.Period;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectReader;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;
import org.kituo.store.approval.Approval;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers to questions about monthly figures of a small country, against the meaning of each
 * aggregation type written down as plainly as it can be.
 */
class PlannerPropertiesTest {
  private static final int UNITS = 7;
  private static final List<Boolean> ALL_SHARED = List.of(true, true, true);

  /** The number of the unit above each unit; -1 for the root. A unit is above later ones only. */
  @Provide
  Arbitrary<List<Integer>> hierarchies() {
    return Arbitraries.integers()
        .between(0, UNITS)
        .list()
        .ofSize(UNITS)
        .map(chosen ->
            IntStream.range(0, UNITS)
                .mapToObj(unit -> unit == 0 ? -1 : chosen.get(unit) % unit)
                .toList());
  }

  private static String unit(int number) {
    return "Unit%07d".formatted(number);
  }

  /** A figure: the number of a unit, a month of two years, and a value. */
  record Figure(int unit, int month, int value) {
    Period period() {
      return ISO8601.parse("2023%02d".formatted(month % 12 + 1)).plus(month / 12 * 12);
    }
  }

  @Provide
  Arbitrary<List<Figure>> figures() {
    return Combinators.combine(
            Arbitraries.integers().between(0, UNITS - 1),
            Arbitraries.integers().between(0, 23),
            Arbitraries.integers().between(1, 9))
        .as(Figure::new)
        .list()
        .ofMaxSize(40)
        .map(all ->
            List.copyOf(
                all.stream()
                    .collect(
                        Collectors.toMap(
                            figure -> figure.unit() * 100 + figure.month(),
                            figure -> figure,
                            (one, other) -> one,
                            TreeMap::new))
                    .values()));
  }

  @Provide
  Arbitrary<String> periods() {
    return Arbitraries.of(
        "202301", "202402", "2023Q1", "2023Q4", "2024Q2", "2023S2", "2023", "2024", "2023April");
  }

  @Provide
  Arbitrary<AggregationType> types() {
    return Arbitraries.of(AggregationType.class)
        .filter(type -> type != AggregationType.NONE && type != AggregationType.CUSTOM);
  }

  @Property(tries = 300)
  void answersAreWhatAggregationTypesMean(
      @ForAll("hierarchies") List<Integer> above,
      @ForAll("figures") List<Figure> figures,
      @ForAll("periods") String period,
      @ForAll("types") AggregationType type) {
    Map<String, Double> expected = new TreeMap<>();
    Period asked = ISO8601.parse(period);
    for (int unit = 0; unit < UNITS; unit++) {
      int top = unit;
      List<Figure> below = figures.stream().filter(f -> within(f.unit(), top, above)).toList();
      String name = unit(unit);
      meaning(type, asked, below).ifPresent(value -> expected.put(name, rounded(value)));
    }
    assertThat(answer(above, figures, period, type)).isEqualTo(expected);
  }

  /** The figures of each unit belong to two of three options, of which a user may read some. */
  @Property(tries = 200)
  void figuresOfOptionsThatAreNotSharedCountNowhere(
      @ForAll("hierarchies") List<Integer> above,
      @ForAll("figures") List<Figure> figures,
      @ForAll("periods") String period,
      @ForAll("types") AggregationType type,
      @ForAll("shared") List<Boolean> shared) {
    List<Figure> readable =
        figures.stream().filter(f -> shared.get(combo(f)) && shared.get(attribute(f))).toList();
    assertThat(answer(above, figures, period, type, shared))
        .isEqualTo(answer(above, readable, period, type));
  }

  /**
   * Units are approved month by month, each at the level of its depth; figures count that are
   * approved at their own unit or above it, down to the depth that the question names.
   */
  @Property(tries = 200)
  void figuresThatAreNotApprovedCountNowhere(
      @ForAll("hierarchies") List<Integer> above,
      @ForAll("figures") List<Figure> figures,
      @ForAll("figures") List<Figure> approvals,
      @ForAll("periods") String period,
      @ForAll("types") AggregationType type,
      @ForAll @IntRange(min = 1, max = UNITS) int depth) {
    List<Figure> approved =
        figures.stream()
            .filter(f ->
                approvals.stream()
                    .anyMatch(a ->
                        a.month() == f.month()
                            && within(f.unit(), a.unit(), above)
                            && depth(a.unit(), above) <= depth))
            .toList();
    MetadataSnapshot snapshot = snapshot(above, type, ALL_SHARED);
    List<Approval> rows =
        approvals.stream()
            .flatMap(a ->
                IntStream.of(1, 2)
                    .mapToObj(option -> approval(a, option, depth(a.unit(), above), snapshot)))
            .toList();
    Registers registers = new Registers((workflow, p) -> rows, rule -> List.of(), List::of);
    assertThat(answer(snapshot, figures, period, Optional.of(level(depth)), registers))
        .isEqualTo(answer(above, approved, period, type));
  }

  private static int depth(int unit, List<Integer> above) {
    return unit == 0 ? 1 : 1 + depth(above.get(unit), above);
  }

  private static String level(int depth) {
    return "Level00000" + depth;
  }

  private static Approval approval(Figure of, int option, int depth, MetadataSnapshot snapshot) {
    return new Approval(
        new Approval.Key(
            snapshot.key(DataApprovalWorkflow.class, "Workflow001"),
            of.period().key(),
            snapshot.key(OrganisationUnit.class, unit(of.unit())),
            snapshot.key(CategoryOptionCombo.class, "Combo00000" + option),
            snapshot.key(DataApprovalLevel.class, level(depth))),
        Instant.EPOCH,
        "user",
        Instant.EPOCH,
        null);
  }

  @Provide
  Arbitrary<List<Boolean>> shared() {
    return Arbitraries.of(true, false).list().ofSize(3);
  }

  /** The option of the cell of the figures of a unit, which has one cell. */
  private static int combo(Figure figure) {
    return figure.unit() % 2;
  }

  /** The attribute option of the figures of a unit. */
  private static int attribute(Figure figure) {
    return 1 + figure.unit() / 2 % 2;
  }

  private static boolean within(int unit, int top, List<Integer> above) {
    return unit == top || unit > 0 && within(above.get(unit), top, above);
  }

  private static double rounded(double value) {
    return new Rounding(false).round(value);
  }

  private static OptionalDouble meaning(AggregationType type, Period asked, List<Figure> below) {
    List<Figure> inside =
        below.stream()
            .filter(f ->
                !f.period().start().isBefore(asked.start())
                    && !f.period().end().isAfter(asked.end()))
            .toList();
    List<Figure> untilEnd =
        below.stream().filter(f -> !f.period().end().isAfter(asked.end())).toList();
    Comparator<Figure> time = Comparator.comparing(Figure::period);
    Comparator<Figure> firstUnit = Comparator.comparing(Figure::unit).reversed();
    Comparator<Figure> size = Comparator.comparingInt(Figure::value);
    return switch (type) {
      case SUM, DEFAULT -> sum(inside, Figure::value);
      case COUNT -> sum(inside, f -> 1);
      case AVERAGE -> inside.stream().mapToDouble(Figure::value).average();
      case AVERAGE_SUM_ORG_UNIT ->
          sum(inside, f -> f.value() * f.period().daysInPeriod() / (double) asked.daysInPeriod());
      case MIN -> inside.stream().mapToDouble(Figure::value).min();
      case MAX -> inside.stream().mapToDouble(Figure::value).max();
      case STDDEV -> variance(inside).stream().map(Math::sqrt).findFirst();
      case VARIANCE -> variance(inside);
      case LAST -> sum(ofEachUnit(untilEnd, BinaryOperator.maxBy(time)), Figure::value);
      case LAST_AVERAGE_ORG_UNIT -> mean(ofEachUnit(untilEnd, BinaryOperator.maxBy(time)));
      case LAST_LAST_ORG_UNIT -> latest(untilEnd, time.thenComparing(firstUnit));
      case LAST_IN_PERIOD_AVERAGE_ORG_UNIT -> mean(ofEachUnit(inside, BinaryOperator.maxBy(time)));
      case FIRST_AVERAGE_ORG_UNIT -> mean(ofEachUnit(untilEnd, BinaryOperator.minBy(time)));
      case FIRST_FIRST_ORG_UNIT -> latest(untilEnd, time.reversed().thenComparing(firstUnit));
      case LAST_IN_PERIOD -> sum(ofEachUnit(inside, BinaryOperator.maxBy(time)), Figure::value);
      case FIRST -> sum(ofEachUnit(untilEnd, BinaryOperator.minBy(time)), Figure::value);
      case MIN_SUM_ORG_UNIT -> sum(ofEachUnit(inside, BinaryOperator.minBy(size)), Figure::value);
      case MAX_SUM_ORG_UNIT -> sum(ofEachUnit(inside, BinaryOperator.maxBy(size)), Figure::value);
      default -> throw new IllegalArgumentException(type.name());
    };
  }

  private static OptionalDouble sum(Collection<Figure> figures, ToDoubleFunction<Figure> value) {
    return figures.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(figures.stream().mapToDouble(value).sum());
  }

  private static Collection<Figure> ofEachUnit(
      List<Figure> figures, BinaryOperator<Figure> choice) {
    return figures.stream()
        .collect(Collectors.toMap(Figure::unit, figure -> figure, choice))
        .values();
  }

  private static OptionalDouble mean(Collection<Figure> figures) {
    return figures.stream().mapToDouble(Figure::value).average();
  }

  /** The value of the greatest figure in an order. */
  private static OptionalDouble latest(Collection<Figure> figures, Comparator<Figure> order) {
    return figures.stream().max(order).stream().mapToDouble(Figure::value).findFirst();
  }

  private static OptionalDouble variance(List<Figure> figures) {
    if (figures.size() < 2) {
      return OptionalDouble.empty();
    }
    double mean = figures.stream().mapToDouble(Figure::value).average().orElseThrow();
    return OptionalDouble.of(
        figures.stream().mapToDouble(f -> Math.pow(f.value() - mean, 2)).sum()
            / (figures.size() - 1));
  }

  /** The values by unit, for all units at once. */
  private static Map<String, Double> answer(
      List<Integer> above, List<Figure> figures, String period, AggregationType type) {
    return answer(above, figures, period, type, ALL_SHARED);
  }

  private static Map<String, Double> answer(
      List<Integer> above,
      List<Figure> figures,
      String period,
      AggregationType type,
      List<Boolean> shared) {
    return answer(
        snapshot(above, type, shared), figures, period, Optional.empty(), Registers.EMPTY);
  }

  private static Map<String, Double> answer(
      MetadataSnapshot snapshot,
      List<Figure> figures,
      String period,
      Optional<String> approvalLevel,
      Registers registers) {
    int element = snapshot.key(DataElement.class, "Element0001");
    List<Fact> facts = new ArrayList<>();
    for (Figure figure : figures) {
      int unit = snapshot.key(OrganisationUnit.class, unit(figure.unit()));
      facts.add(
          new Fact(
              element,
              figure.period().key(),
              unit,
              snapshot.key(CategoryOptionCombo.class, "Combo00000" + combo(figure)),
              snapshot.key(CategoryOptionCombo.class, "Combo00000" + attribute(figure)),
              Integer.toString(figure.value())));
    }
    Facts state = NaiveEngine.of(facts);
    UnitAxes units = new UnitAxes(UnitTree.of(snapshot));
    AnalyticsQuery query =
        QueryReader.read(
            request(period, approvalLevel),
            Actor.of(snapshot.find(User.class, "UserUser001").orElseThrow(), snapshot),
            snapshot,
            units.tree(),
            AnalyticsSettings.DEFAULT);
    Answer answer = new Planner(registers).answer(query, units, state, AnalyticsSettings.DEFAULT);
    Map<String, Double> values = new TreeMap<>();
    for (Result result : answer.results()) {
      values.put(answer.space().entry(result.place(), 0).id(), result.number());
    }
    assertThat(values).hasSameSizeAs(answer.results());
    return values;
  }

  private static AnalyticsRequest request(String period, Optional<String> approvalLevel) {
    return new AnalyticsRequest(
        List.of(
            new DimensionText("dx", List.of("Element0001")),
            new DimensionText("pe", List.of(period)),
            new DimensionText(
                "ou", IntStream.range(0, UNITS).mapToObj(PlannerPropertiesTest::unit).toList())),
        List.of(),
        Optional.empty(),
        AnalyticsRequest.Aggregation.PLAIN,
        new AnalyticsRequest.Scope(
            LocalDate.of(2024, 6, 1), List.of(), Optional.empty(), IdScheme.BY_UID, approvalLevel),
        AnalyticsRequest.Presentation.PLAIN);
  }

  private static MetadataSnapshot snapshot(
      List<Integer> above, AggregationType type, List<Boolean> shared) {
    SnapshotChange change = MetadataSnapshot.empty(MetadataTypes.ALL).change();
    for (int i = 0; i < shared.size(); i++) {
      change.put(
          read(
              CategoryOption.class,
              "{'id': 'Option0000%d', 'sharing': {'public': '%s'}}"
                  .formatted(i, shared.get(i) ? "r-r-----" : "r-------")));
      change.put(
          read(
              CategoryOptionCombo.class,
              "{'id': 'Combo00000%1$d', 'categoryOptions': [{'id': 'Option0000%1$d'}]}"
                  .formatted(i)));
    }
    for (int i = 0; i < UNITS; i++) {
      String parent = i == 0 ? "" : ", 'parent': {'id': '%s'}".formatted(unit(above.get(i)));
      change.put(read(OrganisationUnit.class, "{'id': '%s'%s}".formatted(unit(i), parent)));
    }
    change.put(
        read(
            DataElement.class,
            "{'id': 'Element0001', 'aggregationType': '%s', 'valueType': '%s', 'domainType': '%s'}"
                .formatted(type, ValueType.INTEGER, DataElementDomain.AGGREGATE)));
    List<String> levels = new ArrayList<>();
    for (int depth = 1; depth <= UNITS; depth++) {
      change.put(
          read(
              DataApprovalLevel.class,
              "{'id': '%1$s', 'level': %2$d, 'orgUnitLevel': %2$d}"
                  .formatted(level(depth), depth)));
      levels.add("{'id': '%s'}".formatted(level(depth)));
    }
    change.put(
        read(
            DataApprovalWorkflow.class,
            "{'id': 'Workflow001', 'periodType': 'Monthly', 'dataApprovalLevels': %s}"
                .formatted(levels)));
    change.put(
        read(
            DataSet.class,
            "{'id': 'DataSet0001', 'periodType': 'Monthly', 'workflow': {'id': 'Workflow001'}, 'dataSetElements': [{'dataElement': {'id': 'Element0001'}}]}"));
    change.put(read(User.class, "{'id': 'UserUser001', 'username': 'user'}"));
    return change.snapshot(1);
  }

  private static <T extends MetadataObject> T read(Class<T> type, String json) {
    return type.cast(
        new ObjectReader()
            .read(
                ObjectType.of(type),
                JsonMapper.shared().readTree(json.replace('\'', '"')),
                "NoUidGiven1"));
  }
}
