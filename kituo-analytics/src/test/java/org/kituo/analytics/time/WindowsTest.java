package org.kituo.analytics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kituo.model.period.PeriodCalendar.ISO8601;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kituo.analytics.engine.Window;
import org.kituo.analytics.time.Windows.Limits;
import org.kituo.model.expression.Modifiers;
import org.kituo.model.period.PeriodType;

/** Which periods count, by examples. */
class WindowsTest {

  private static Map<String, Double> window(PeriodRule rule, TimeColumn column, String... data) {
    return window(rule, Optional.empty(), column, data);
  }

  private static Map<String, Double> window(
      PeriodRule rule, Optional<PeriodType> collected, TimeColumn column, String... data) {
    int[] keys = Arrays.stream(data).mapToInt(iso -> ISO8601.parse(iso).key()).sorted().toArray();
    Window window =
        new Windows(ISO8601, rule, Limits.NONE, collected, keys).of(List.of(column)).getFirst();
    Map<String, Double> weights = new LinkedHashMap<>();
    window.spans().forEach(span -> weights.put(ISO8601.ofKey(span.period()).iso(), span.weight()));
    return weights;
  }

  private static TimeColumn column(String... periods) {
    return new TimeColumn.Periods(Arrays.stream(periods).map(ISO8601::parse).toList());
  }

  @Test
  void monthsCountInTheirQuarter() {
    assertThat(window(PeriodRule.WITHIN, column("2024Q1"), "202312", "202401", "202403", "202404"))
        .isEqualTo(Map.of("202401", 1.0, "202403", 1.0));
  }

  @Test
  void aWeekCountsWhereItsFourthDayIs() {
    assertThat(window(PeriodRule.WITHIN, column("202402"), "2024W5"))
        .isEqualTo(Map.of("2024W5", 1.0));
    assertThat(window(PeriodRule.WITHIN, column("202401"), "2024W5")).isEmpty();
  }

  @Test
  void sumsNeverSpreadLongerPeriods() {
    assertThat(window(PeriodRule.WITHIN, column("202401"), "2024")).isEmpty();
    assertThat(window(PeriodRule.WITHIN, column("2024"), "2024April")).isEmpty();
  }

  @Test
  void averagesOverDaysWeighByTheDaysOfTheColumn() {
    Map<String, Double> weights =
        window(PeriodRule.AVERAGED_BY_DAYS, column("2024Q1"), "202401", "202402");
    assertThat(weights.getOrDefault("202401", 0.0) * 10 + weights.getOrDefault("202402", 0.0) * 20)
        .isCloseTo((310 + 580) / 91.0, within(1e-9));
  }

  @Test
  void averagesRepeatAYearInEachMonth() {
    assertThat(window(PeriodRule.AVERAGED_BY_DAYS, column("202401"), "2024"))
        .isEqualTo(Map.of("2024", 1.0));
    assertThat(window(PeriodRule.AVERAGED, column("202401"), "2024"))
        .isEqualTo(Map.of("2024", 1.0));
  }

  @Test
  void aFinancialYearTakesItsMonthsFromTwoYears() {
    Map<String, Double> weights =
        window(PeriodRule.AVERAGED_BY_DAYS, column("2024April"), "2024", "2025");
    assertThat(weights.getOrDefault("2024", 0.0) * 1200 + weights.getOrDefault("2025", 0.0) * 1320)
        .isCloseTo(1230, within(1e-9));
  }

  @Test
  void longerPeriodsAreNotSpreadWhereShorterOnesAreCollected() {
    assertThat(
            window(
                PeriodRule.AVERAGED_BY_DAYS,
                Optional.of(PeriodType.MONTHLY),
                column("202402"),
                "2024",
                "202401"))
        .isEmpty();
  }

  @Test
  void theMonthsOfAFilterShareItsDays() {
    assertThat(window(PeriodRule.AVERAGED_BY_DAYS, column("202401", "202402"), "2024"))
        .containsOnlyKeys("2024")
        .containsEntry("2024", 1.0);
  }

  @Test
  void lastValuesLookTenYearsBack() {
    assertThat(
            window(
                PeriodRule.UP_TO_END,
                column("202402"),
                "201401",
                "201403",
                "2024Q1",
                "202402",
                "202403"))
        .containsOnlyKeys("201403", "202402");
  }

  @Test
  void lastValuesComeInTheOrderOfTheirEnds() {
    assertThat(window(PeriodRule.UP_TO_END, column("2024"), "202312", "2023", "202301").keySet())
        .containsExactly("202301", "2023", "202312");
  }

  @Test
  void datesTakeWhatLiesWhollyBetweenThem() {
    TimeColumn dates = new TimeColumn.Dates(LocalDate.of(2024, 1, 5), LocalDate.of(2024, 2, 29));
    assertThat(window(PeriodRule.WITHIN, dates, "202401", "202402", "20240105", "20240104"))
        .containsOnlyKeys("202402", "20240105");
  }

  @Test
  void modifiersShiftColumns() {
    Modifiers before =
        new Modifiers(Optional.empty(), -1, false, Optional.empty(), Optional.empty());
    assertThat(ShiftedColumns.of(List.of(column("202401")), before))
        .isEqualTo(List.of(column("202312")));
    Modifiers toDate = new Modifiers(Optional.empty(), 0, true, Optional.empty(), Optional.empty());
    assertThat(ShiftedColumns.of(List.of(column("2023Q3")), toDate))
        .isEqualTo(List.of(column("2023Q1", "2023Q2", "2023Q3")));
  }
}
