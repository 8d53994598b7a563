package org.kituo.analytics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kituo.model.period.PeriodCalendar.ISO8601;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kituo.analytics.engine.Window;
import org.kituo.analytics.engine.Window.Span;
import org.kituo.analytics.time.Windows.Limits;
import org.kituo.model.period.Period;
import org.kituo.model.period.PeriodType;

/** Which periods count, against counting day by day. */
class WindowsPropertiesTest {
  @Provide
  Arbitrary<Period> periods() {
    return Arbitraries.of(PeriodType.class)
        .flatMap(type ->
            Arbitraries.integers()
                .between(0, 1_000)
                .map(day -> ISO8601.containing(type, LocalDate.of(2022, 6, 1).plusDays(day))));
  }

  @Provide
  Arbitrary<List<Period>> data() {
    return periods().list().ofMinSize(1).ofMaxSize(30).uniqueElements();
  }

  @Provide
  Arbitrary<List<Period>> asked() {
    return periods().list().ofMinSize(1).ofMaxSize(3).uniqueElements();
  }

  private static Map<Period, Double> weights(
      PeriodRule rule, TimeColumn column, List<Period> data) {
    int[] keys = data.stream().mapToInt(Period::key).sorted().toArray();
    Window window =
        new Windows(ISO8601, rule, Limits.NONE, Optional.empty(), keys)
            .of(List.of(column))
            .getFirst();
    Map<Period, Double> weights = new HashMap<>();
    for (Span span : window.spans()) {
      weights.put(ISO8601.ofKey(span.period()), span.weight());
    }
    assertThat(weights).hasSameSizeAs(window.spans());
    return weights;
  }

  @Property(tries = 300)
  void sumsTakeEveryPeriodThatRollsUpOnce(
      @ForAll("asked") List<Period> asked, @ForAll("data") List<Period> data) {
    Map<Period, Double> expected = new HashMap<>();
    for (Period period : data) {
      for (Period column : asked) {
        LocalDate counted = period.start().plusDays(period.type().isWeekly() ? 3 : 0);
        boolean shorter = period.type().frequencyOrder() < column.type().frequencyOrder();
        boolean inside =
            shorter
                ? ISO8601.containing(column.type(), counted).equals(column)
                : period.equals(column);
        if (inside) {
          expected.put(period, 1.0);
        }
      }
    }
    assertThat(weights(PeriodRule.WITHIN, new TimeColumn.Periods(asked), data)).isEqualTo(expected);
  }

  @Property(tries = 300)
  void lastValuesTakeWhatEndsByTheEndOfTheColumn(
      @ForAll("asked") List<Period> asked, @ForAll("data") List<Period> data) {
    TimeColumn column = new TimeColumn.Periods(asked);
    assertThat(weights(PeriodRule.UP_TO_END, column, data).keySet())
        .containsExactlyInAnyOrderElementsOf(
            data.stream().filter(period -> !period.end().isAfter(column.end())).toList());
  }

  @Property(tries = 300)
  void averagesOverDaysAreTheMeanOfTheDaysOfWholeCover(
      @ForAll("periods") Period asked, @ForAll PeriodType type) {
    // where data cover all days of the column and none beyond, weights are shares of days
    List<Period> data = ISO8601.periodsWithin(type, asked.start(), asked.end());
    boolean covers =
        !data.isEmpty()
            && type.rollsUpTo(asked.type())
            && !type.isWeekly()
            && type != PeriodType.BI_WEEKLY
            && data.getFirst().start().equals(asked.start())
            && data.getLast().end().equals(asked.end());
    if (covers) {
      Map<Period, Double> weights =
          weights(PeriodRule.AVERAGED_BY_DAYS, TimeColumn.Periods.of(asked), data);
      assertThat(weights.values().stream().mapToDouble(Double::doubleValue).sum())
          .isCloseTo(1, within(1e-9));
    }
  }

  @Property(tries = 300)
  void longerPeriodsOfOneTypeShareAnAskedPeriod(@ForAll("periods") Period asked) {
    List<Period> years = ISO8601.periodsOverlapping(PeriodType.YEARLY, asked.start(), asked.end());
    if (!PeriodType.YEARLY.rollsUpTo(asked.type())) {
      assertThat(
              weights(PeriodRule.AVERAGED_BY_DAYS, TimeColumn.Periods.of(asked), years)
                  .values()
                  .stream()
                  .mapToDouble(Double::doubleValue)
                  .sum())
          .isCloseTo(1, within(1e-9));
    }
  }
}
