package org.kituo.analytics.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kituo.analytics.engine.Aggregation.Across;
import org.kituo.analytics.engine.Aggregation.InSeries;
import org.kituo.analytics.engine.Axis.Layer;
import org.kituo.analytics.engine.Axis.Source;
import org.kituo.analytics.engine.Measure.Condition;
import org.kituo.analytics.engine.Measure.Reading;
import org.kituo.analytics.engine.Window.Span;

/**
 * What every engine must answer, in figures that can be checked by hand. The small country has
 * units 1 to 3, of which 1 and 2 are in district 0 and 3 is in district 1; category option combos 1
 * and 2, attribute option combo 9; periods 11, 12 and 13.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AnalyticsEngineContract {
  private static final int CASES = 5;
  private static final int REPORTED = 6;
  private static final int STOCK = 7;
  private static final int EMPTY = 8;
  private static final Window ALL =
      new Window(List.of(new Span(11, 1), new Span(12, 1), new Span(13, 1)));
  private static final Axis DISTRICTS =
      new Axis(2, List.of(new Layer(Source.ORG_UNIT, items(0, 0, 1))));

  private final FactTable table = new FactTable();
  private AnalyticsEngine engine;

  /** Opens an engine that answers with all that is in the table. */
  protected abstract AnalyticsEngine open(FactTable facts);

  /** Waits until the engine knows what was written. */
  protected abstract Facts caughtUp(AnalyticsEngine open);

  @BeforeEach
  void fill() {
    table.clear();
    table
        .with(CASES, 11, 1, 1, 9, "10")
        .with(CASES, 11, 1, 2, 9, "0.5")
        .with(CASES, 11, 2, 1, 9, "4")
        .with(CASES, 12, 1, 1, 9, "20")
        .with(CASES, 12, 3, 1, 9, "0")
        .with(CASES, 13, 3, 2, 9, "-6")
        .with(REPORTED, 11, 1, 1, 9, "true")
        .with(REPORTED, 11, 2, 1, 9, "false")
        .with(REPORTED, 12, 2, 1, 9, "1.50")
        .with(REPORTED, 12, 3, 1, 9, "late")
        .with(STOCK, 11, 1, 1, 9, "7")
        .with(STOCK, 12, 1, 1, 9, "5")
        .with(STOCK, 12, 2, 1, 9, "3")
        .write();
    engine = open(table);
  }

  @AfterEach
  void closeEngine() {
    engine.close();
  }

  @AfterAll
  void close() {
    table.close();
  }

  @Test
  void sumsOverTimeAndSpace() {
    assertThat(cells(CASES, Across.SUM, ALL)).isEqualTo(Map.of(0L, 28.5));
  }

  @Test
  void sumsByUnitsOfALevel() {
    assertThat(cells(CASES, Across.SUM, ALL, DISTRICTS)).isEqualTo(Map.of(0L, 34.5, 1L, -6.0));
  }

  @Test
  void placesCellsInMixedRadix() {
    Axis combos = new Axis(3, List.of(new Layer(Source.CATEGORY_OPTION_COMBO, items(0, 2))));
    assertThat(cells(CASES, Across.SUM, ALL, DISTRICTS, combos))
        .isEqualTo(Map.of(0L, 34.0, 2L, 0.5, 3L, 0.0, 5L, -6.0));
    assertThat(cells(CASES, Across.SUM, ALL, combos, DISTRICTS))
        .isEqualTo(Map.of(0L, 34.0, 1L, 0.0, 4L, 0.5, 5L, -6.0));
  }

  @Test
  void aFactCountsOnceInACellHoweverManyLayersHaveIt() {
    Items first = items(0, 1);
    Items second = items(0, 0, 1);
    Axis both =
        new Axis(2, List.of(new Layer(Source.ORG_UNIT, first), new Layer(Source.ORG_UNIT, second)));
    // unit 1 in item 0 by both, unit 2 in items 1 and 0, unit 3 in item 1
    assertThat(cells(CASES, Across.SUM, ALL, both)).isEqualTo(Map.of(0L, 34.5, 1L, -2.0));
  }

  @Test
  void findsSingleUnits() {
    Items one = Items.of(new int[] {3}, new int[] {0});
    Axis facility = new Axis(1, List.of(new Layer(Source.ORG_UNIT, one)));
    assertThat(cells(CASES, Across.COUNT, ALL, facility)).isEqualTo(Map.of(0L, 2.0));
  }

  @Test
  void weighsPeriods() {
    Window partly = new Window(List.of(new Span(11, 0.5), new Span(12, 0.25)));
    assertThat(cells(CASES, Across.SUM, partly)).isEqualTo(Map.of(0L, 12.25));
    assertThat(cells(CASES, Across.MEAN, partly)).isEqualTo(Map.of(0L, 12.25 / 2));
    assertThat(cells(CASES, Across.MAX, partly)).isEqualTo(Map.of(0L, 5.0));
    assertThat(cells(CASES, Across.COUNT, partly)).isEqualTo(Map.of(0L, 5.0));
  }

  @Test
  void answersEachWindowByItself() {
    List<Cells> windows =
        engine
            .facts()
            .aggregate(
                measure(CASES, InSeries.NONE, Across.SUM),
                List.of(window(13), window(11, 12), window(10)),
                List.of());
    assertThat(windows).hasSize(3);
    assertThat(windows.get(0).numberAt(0)).isEqualTo(-6);
    assertThat(windows.get(1).numberAt(0)).isEqualTo(34.5);
    assertThat(windows.get(2).count()).isZero();
    assertThat(windows.get(2).numberAt(0)).isNaN();
  }

  @Test
  void findsLeastGreatestAndSpread() {
    assertThat(cells(CASES, Across.MIN, ALL)).isEqualTo(Map.of(0L, -6.0));
    assertThat(cells(CASES, Across.MAX, ALL)).isEqualTo(Map.of(0L, 20.0));
    Window first = window(11);
    double mean = 14.5 / 3;
    double variance = (square(10 - mean) + square(0.5 - mean) + square(4 - mean)) / 2;
    assertThat(cells(CASES, Across.VARIANCE, first).get(0L))
        .isCloseTo(variance, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(cells(CASES, Across.STDDEV, first).get(0L))
        .isCloseTo(Math.sqrt(variance), org.assertj.core.data.Offset.offset(1e-12));
    assertThat(cells(CASES, Across.VARIANCE, window(13))).isEmpty();
  }

  @Test
  void takesTheLastOfEachSeries() {
    assertThat(cells(STOCK, InSeries.LAST, Across.SUM, ALL)).isEqualTo(Map.of(0L, 8.0));
    assertThat(cells(STOCK, InSeries.FIRST, Across.SUM, ALL)).isEqualTo(Map.of(0L, 10.0));
    assertThat(cells(CASES, InSeries.LAST, Across.SUM, ALL)).isEqualTo(Map.of(0L, 18.5));
    assertThat(cells(CASES, InSeries.LAST, Across.MEAN, ALL)).isEqualTo(Map.of(0L, 18.5 / 5));
  }

  @Test
  void followsTheOrderOfTheWindow() {
    Window backwards = window(12, 11);
    assertThat(cells(STOCK, InSeries.LAST, Across.SUM, backwards)).isEqualTo(Map.of(0L, 10.0));
    assertThat(cells(STOCK, Across.LAST, backwards)).isEqualTo(Map.of(0L, 7.0));
    assertThat(cells(STOCK, Across.FIRST, backwards)).isEqualTo(Map.of(0L, 5.0));
  }

  @Test
  void takesTheLeastOfEachUnit() {
    assertThat(cells(CASES, InSeries.UNIT_MIN, Across.SUM, ALL)).isEqualTo(Map.of(0L, -1.5));
    assertThat(cells(CASES, InSeries.UNIT_MAX, Across.SUM, ALL)).isEqualTo(Map.of(0L, 24.0));
    assertThat(cells(CASES, InSeries.UNIT_MAX, Across.SUM, ALL, DISTRICTS))
        .isEqualTo(Map.of(0L, 24.0, 1L, 0.0));
  }

  @Test
  void leavesOutZeros() {
    Measure measure =
        new Measure(
            CASES,
            new Aggregation(InSeries.NONE, Across.COUNT),
            Reading.NUMBER,
            false,
            Condition.ALWAYS);
    assertThat(cells(measure, ALL)).isEqualTo(Map.of(0L, 5.0));
  }

  @Test
  void asksTheCondition() {
    Measure measure =
        new Measure(
            CASES,
            new Aggregation(InSeries.NONE, Across.SUM),
            Reading.NUMBER,
            true,
            period -> (unit, combo, number) -> period < 13 && number >= 4);
    assertThat(cells(measure, ALL)).isEqualTo(Map.of(0L, 34.0));
  }

  @Test
  void readsTextsAsWished() {
    assertThat(cells(reading(Reading.NUMBER, Across.SUM), ALL)).isEqualTo(Map.of(0L, 1.5));
    assertThat(cells(reading(Reading.BOOLEAN, Across.SUM), ALL)).isEqualTo(Map.of(0L, 2.5));
    assertThat(cells(reading(Reading.BOOLEAN, Across.COUNT), ALL)).isEqualTo(Map.of(0L, 3.0));
    assertThat(cells(reading(Reading.TEXT, Across.COUNT), ALL)).isEqualTo(Map.of(0L, 4.0));
    assertThat(texts(reading(Reading.TEXT, Across.LAST), window(12))).containsExactly("1.50");
    assertThat(texts(reading(Reading.TEXT, Across.ANY), ALL)).containsExactly("true");
    assertThat(
            texts(
                new Measure(
                    CASES,
                    new Aggregation(InSeries.LAST, Across.FIRST),
                    Reading.TEXT,
                    true,
                    Condition.ALWAYS),
                ALL))
        .containsExactly("0.5");
  }

  @Test
  void refusesToCalculateWithTexts() {
    assertThatThrownBy(() -> cells(reading(Reading.TEXT, Across.SUM), ALL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void handsOverSingleFacts() {
    List<String> facts = new java.util.ArrayList<>();
    engine
        .facts()
        .scan(
            measure(CASES, InSeries.NONE, Across.SUM),
            window(12, 13),
            List.of(DISTRICTS),
            (cell, period, unit, coc, aoc, number, text) ->
                facts.add(
                    cell + " " + period + " " + unit + " " + coc + " " + aoc + " " + number
                        + text));
    assertThat(facts)
        .containsExactlyInAnyOrder(
            "0 12 1 1 9 20.0null", "1 12 3 1 9 0.0null", "1 13 3 2 9 -6.0null");
  }

  @Test
  void knowsWhichPeriodsHaveFacts() {
    assertThat(engine.facts().periods(STOCK)).containsExactly(11, 12);
    assertThat(engine.facts().periods(EMPTY)).isEmpty();
  }

  @Test
  void takesInWhatIsWritten() {
    Facts before = engine.facts();
    table
        .with(CASES, 11, 2, 1, 9, "5")
        .with(CASES, 13, 3, 2, 9, null)
        .with(CASES, 14, 3, 2, 9, "1")
        .write();
    Facts after = caughtUp(engine);
    assertThat(after.periods(CASES)).containsExactly(11, 12, 14);
    assertThat(cells(CASES, Across.SUM, window(11, 12, 13, 14))).isEqualTo(Map.of(0L, 36.5));
    assertThat(before.periods(CASES)).containsExactly(11, 12, 13);
    assertThat(after.version(CASES)).isNotEqualTo(before.version(CASES));
    assertThat(after.version(STOCK)).isEqualTo(before.version(STOCK));
    assertThat(after.asOf()).isAfterOrEqualTo(before.asOf());
  }

  /** The items of keys 1, 2, ... */
  private static Items items(int... items) {
    return Items.of(IntStream.rangeClosed(1, items.length).toArray(), items);
  }

  private static double square(double number) {
    return number * number;
  }

  private static Window window(int... periods) {
    return new Window(Arrays.stream(periods).mapToObj(period -> new Span(period, 1)).toList());
  }

  private static Measure measure(int subject, InSeries inSeries, Across across) {
    return Measure.of(subject, new Aggregation(inSeries, across));
  }

  private static Measure reading(Reading reading, Across across) {
    return new Measure(
        REPORTED, new Aggregation(InSeries.NONE, across), reading, true, Condition.ALWAYS);
  }

  private Map<Long, Double> cells(int subject, Across across, Window window, Axis... axes) {
    return cells(subject, InSeries.NONE, across, window, axes);
  }

  private Map<Long, Double> cells(
      int subject, InSeries inSeries, Across across, Window window, Axis... axes) {
    return cells(measure(subject, inSeries, across), window, axes);
  }

  private Map<Long, Double> cells(Measure measure, Window window, Axis... axes) {
    Cells cells = engine.facts().aggregate(measure, List.of(window), List.of(axes)).getFirst();
    Map<Long, Double> found = new LinkedHashMap<>();
    IntStream.range(0, cells.count()).forEach(i -> found.put(cells.place(i), cells.number(i)));
    return found;
  }

  private List<String> texts(Measure measure, Window window) {
    Cells cells = engine.facts().aggregate(measure, List.of(window), List.of()).getFirst();
    return IntStream.range(0, cells.count()).mapToObj(cells::text).toList();
  }
}
