package org.kituo.model.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kituo.model.period.PeriodCalendar.ISO8601;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PeriodPropertiesTest {

  @Provide
  Arbitrary<Period> period() {
    return NaivePeriods.periods();
  }

  @Provide
  Arbitrary<LocalDate> date() {
    return NaivePeriods.dates();
  }

  @Property
  void identifiersAreThoseOfTheReferenceModel(
      @ForAll PeriodType type, @ForAll("date") LocalDate date) {
    Period period = ISO8601.containing(type, date);

    assertThat(period.iso()).isEqualTo(NaivePeriods.identifier(type, date));
    assertThat(date).isBetween(period.start(), period.end());
  }

  @Property
  void parsingUndoesFormatting(@ForAll("period") Period period) {
    assertThat(ISO8601.parse(period.iso())).isEqualTo(period);
  }

  @Property
  void yearAndNumberIdentify(@ForAll("period") Period period) {
    assertThat(ISO8601.numbered(period.type(), period.year(), period.number())).contains(period);
    assertThat(ISO8601.periodsOfYear(period.type(), period.year()))
        .isSorted()
        .hasSize(ISO8601.cycle(period.type()).periodsIn(period.year()))
        .allMatch(other -> other.year() == period.year())
        .contains(period);
  }

  @Property
  void keysGoBothWaysAndAscendWithTime(@ForAll("period") Period period) {
    assertThat(ISO8601.ofKey(period.key())).isEqualTo(period);
    assertThat(period.key()).isPositive().isLessThan(period.next().key());
    assertThat(period.key() >>> 23).isEqualTo(period.type().code());
  }

  @Property
  void periodsTileTheTimeLine(@ForAll("period") Period period) {
    boolean extraBiWeek = period.type() == PeriodType.BI_WEEKLY && period.number() == 27;
    LocalDate expectedStart = period.end().plusDays(extraBiWeek ? -6 : 1);

    assertThat(period.next().start()).isEqualTo(expectedStart);
    assertThat(period.next().previous()).isEqualTo(period);
    assertThat(period).isLessThan(period.next());
  }

  @Property
  void stepsAdd(
      @ForAll("period") Period period,
      @ForAll @IntRange(min = -400, max = 400) int one,
      @ForAll @IntRange(min = -400, max = 400) int other) {
    assertThat(period.plus(one).plus(other)).isEqualTo(period.plus(one + other));
  }

  @Property
  void everyPeriodRollsUpToOnePeriodOfEachCoarserType(
      @ForAll("period") Period period, @ForAll PeriodType target) {
    if (period.type() == target) {
      assertThat(period.rollUp(target)).contains(period);
    } else if (period.type().frequencyOrder() < target.frequencyOrder()) {
      LocalDate counted =
          period.type().name().startsWith("WEEKLY") ? period.start().plusDays(3) : period.start();
      assertThat(period.rollUp(target).map(Period::iso))
          .contains(NaivePeriods.identifier(target, counted));
      assertThat(period.rollUp(target).orElseThrow().rolledUpFrom(period.type())).contains(period);
    } else {
      assertThat(period.rollUp(target)).isEmpty();
    }
  }

  @Property
  void theInverseOfRollUpIsExactAndWithoutGaps(
      @ForAll("period") Period coarse, @ForAll PeriodType source) {
    List<Period> sources = coarse.rolledUpFrom(source);

    if (!source.rollsUpTo(coarse.type())) {
      assertThat(sources).isEmpty();
      return;
    }
    assertThat(sources)
        .isNotEmpty()
        .isSorted()
        .allSatisfy(fine -> assertThat(fine.rollUp(coarse.type())).contains(coarse));
    assertThat(sources.getFirst().previous().rollUp(coarse.type())).contains(coarse.previous());
    assertThat(sources.getLast().next().rollUp(coarse.type())).contains(coarse.next());
    for (int i = 1; i < sources.size(); i++) {
      assertThat(sources.get(i)).isEqualTo(sources.get(i - 1).next());
    }
  }

  @Property
  void periodsInARangeOfDates(
      @ForAll PeriodType type,
      @ForAll("date") LocalDate from,
      @ForAll @IntRange(min = -3, max = 800) int days) {
    LocalDate to = from.plusDays(days);
    Period last = ISO8601.containing(type, to).plus(2);
    List<Period> around =
        Stream.iterate(
                ISO8601.containing(type, from).plus(-2), p -> p.compareTo(last) <= 0, Period::next)
            .toList();

    assertThat(ISO8601.periodsOverlapping(type, from, to))
        .containsExactlyElementsOf(
            around.stream()
                .filter(period -> days >= 0)
                .filter(period -> !period.start().isAfter(to) && !period.end().isBefore(from))
                .toList());
    assertThat(ISO8601.periodsWithin(type, from, to))
        .containsExactlyElementsOf(
            around.stream()
                .filter(period -> !period.start().isBefore(from) && !period.end().isAfter(to))
                .toList());
  }

  @Property
  void lengthsAreThoseOfTheirDates(@ForAll("period") Period period) {
    assertThat(period.start().datesUntil(period.end().plusDays(1)).count())
        .isEqualTo(period.daysInPeriod());
  }
}
