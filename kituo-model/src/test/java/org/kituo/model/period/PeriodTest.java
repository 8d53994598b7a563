package org.kituo.model.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.kituo.model.period.PeriodCalendar.ISO8601;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "20230131, Daily, 2023-01-31, 2023-01-31",
    "20240229, Daily, 2024-02-29, 2024-02-29",
    "2024W5, Weekly, 2024-01-29, 2024-02-04",
    "2019W1, Weekly, 2018-12-31, 2019-01-06",
    "2020W53, Weekly, 2020-12-28, 2021-01-03",
    "2024WedW2, WeeklyWednesday, 2024-01-10, 2024-01-16",
    "2024SatW3, WeeklySaturday, 2024-01-13, 2024-01-19",
    "2024SunW2, WeeklySunday, 2024-01-07, 2024-01-13",
    "2024BiW1, BiWeekly, 2024-01-01, 2024-01-14",
    "2024BiW3, BiWeekly, 2024-01-29, 2024-02-11",
    "2020BiW27, BiWeekly, 2020-12-28, 2021-01-10",
    "202307, Monthly, 2023-07-01, 2023-07-31",
    "202402B, BiMonthly, 2024-03-01, 2024-04-30",
    "2023Q4, Quarterly, 2023-10-01, 2023-12-31",
    "2024NovQ1, QuarterlyNov, 2023-11-01, 2024-01-31",
    "2024NovQ4, QuarterlyNov, 2024-08-01, 2024-10-31",
    "2024S2, SixMonthly, 2024-07-01, 2024-12-31",
    "2024AprilS1, SixMonthlyApril, 2024-04-01, 2024-09-30",
    "2024AprilS2, SixMonthlyApril, 2024-10-01, 2025-03-31",
    "2024NovS1, SixMonthlyNov, 2023-11-01, 2024-04-30",
    "2024NovS2, SixMonthlyNov, 2024-05-01, 2024-10-31",
    "2023, Yearly, 2023-01-01, 2023-12-31",
    "2024Feb, FinancialFeb, 2024-02-01, 2025-01-31",
    "2023April, FinancialApril, 2023-04-01, 2024-03-31",
    "2022Oct, FinancialOct, 2022-10-01, 2023-09-30",
    "2024Nov, FinancialNov, 2023-11-01, 2024-10-31",
  })
  void hasTheDatesOfItsIdentifier(String iso, String type, LocalDate start, LocalDate end) {
    Period period = ISO8601.parse(iso);

    assertThat(period)
        .isEqualTo(new Period(ISO8601, PeriodType.ofApiName(type).orElseThrow(), start, end))
        .hasToString(iso);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-31, 20240131",
    "2023-08, 202308",
    "2024W05, 2024W5",
    "2024SunW05, 2024SunW5",
    "2024BiW03, 2024BiW3",
    "0999, 0999",
  })
  void takesOtherSpellings(String text, String iso) {
    assertThat(ISO8601.parse(text).iso()).isEqualTo(iso);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023-02-30  | there is no such day",
        "20230230    | there is no such day",
        "2023WedW    | WeeklyWednesday is written yyyyWedWn",
        "2023SatW77  | WeeklySaturday periods of 2023 go from 1 to 52",
        "2023W53     | Weekly periods of 2023 go from 1 to 52",
        "2023W0      | Weekly periods of 2023 go from 1 to 52",
        "2023BiW40   | BiWeekly periods of 2023 go from 1 to 26",
        "202313      | Monthly periods of 2023 go from 1 to 12",
        "202309B     | BiMonthly periods of 2023 go from 1 to 6",
        "2023Q5      | Quarterly periods of 2023 go from 1 to 4",
        "2023NovQ6   | QuarterlyNov periods of 2023 go from 1 to 4",
        "2023AprilS4 | SixMonthlyApril periods of 2023 go from 1 to 2",
        "20x3        | there must be a digit instead of `x` at position 3",
        "2023Jul     | no period type is written like this",
        "2023November| a period has 4 to 11 characters",
        "202         | a period has 4 to 11 characters",
        "0000        | the year must be 1 to 9999",
      })
  void saysWhatIsWrong(String text, String reason) {
    assertThatExceptionOfType(InvalidPeriodException.class)
        .isThrownBy(() -> ISO8601.parse(text))
        .withMessage("Invalid period `" + text + "`: " + reason)
        .satisfies(e -> {
          assertThat(e.text()).isEqualTo(text);
          assertThat(e.reason()).isEqualTo(reason);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "LAST_99",
        "2023w5",
        "2023q1",
        "2023Q01",
        "2023W005",
        "2023Nov1",
        "2023-",
        "2023-1",
        "2023-001",
        "2023-02B",
        "2023-0101",
        "20231",
        "202301b",
        "2023 01",
        "-202301",
        "+2023",
        "٢٠٢٣",
        "2023W5x",
        "2023-1-01x",
      })
  void refusesEverythingElse(String text) {
    assertThatExceptionOfType(InvalidPeriodException.class)
        .isThrownBy(() -> ISO8601.parse(text))
        .withMessageStartingWith("Invalid period `" + text + "`: ");
  }

  @Test
  void cannotBeMadeOfOtherDates() {
    LocalDate first = LocalDate.of(2024, 1, 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Period(ISO8601, PeriodType.MONTHLY, first, first.plusDays(29)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Period(ISO8601, PeriodType.WEEKLY, first.plusDays(1), first.plusDays(7)));
    assertThatIllegalArgumentException().isThrownBy(() -> ISO8601.parse("9999").next());
    assertThatIllegalArgumentException().isThrownBy(() -> ISO8601.parse("0001").previous());
  }

  /** Keys are on disk: these numbers may never change. */
  @ParameterizedTest
  @CsvSource({
    "19700101, 9437184",
    "2024W5, 84954407",
    "2024WedW1, 93342989",
    "2024ThuW1, 101731598",
    "2024FriW1, 110120200",
    "2024SatW1, 118508809",
    "2024SunW1, 126897418",
    "2024BiW1, 168840459",
    "202401, 252726539",
    "202401B, 336612619",
    "2024Q1, 420498699",
    "2024NovQ1, 428887246",
    "2024S1, 504384779",
    "2024AprilS1, 512773478",
    "2024NovS1, 521161934",
    "2024, 588270859",
    "2024Feb, 596659498",
    "2024April, 605048166",
    "2024July, 613436865",
    "2024Aug, 621825504",
    "2024Sep, 630214143",
    "2024Oct, 638602781",
    "2024Nov, 646991054",
  })
  void keysAreStable(String iso, int key) {
    assertThat(ISO8601.parse(iso).key()).isEqualTo(key);
    assertThat(ISO8601.ofKey(key)).hasToString(iso);
  }

  @Test
  void readsAKeyOfAnotherCalendarAsThePeriodThatItsFirstDayBelongsTo() {
    Period nepali = PeriodCalendar.NEPALI.parse("208101");

    assertThat(nepali.start()).isEqualTo(LocalDate.of(2024, 4, 13));
    assertThat(ISO8601.ofKey(nepali.key())).hasToString("202404");
  }

  @Test
  void refusesWhatIsNoKey() {
    assertThatIllegalArgumentException().isThrownBy(() -> ISO8601.ofKey(0));
    assertThatIllegalArgumentException().isThrownBy(() -> ISO8601.ofKey(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> ISO8601.ofKey(Integer.MAX_VALUE));
  }

  @ParameterizedTest
  @CsvSource({
    "2024W5, Monthly, 202402",
    "2024W5, BiWeekly, 2024BiW3",
    "202402B, Quarterly, 2024Q1",
    "202402B, SixMonthly, 2024S1",
    "2019BiW1, Monthly, 201812",
    "20240131, WeeklySaturday, 2024SatW5",
    "202310, FinancialOct, 2023Oct",
    "202310, FinancialNov, 2023Nov",
    "2021W1, BiWeekly, 2021BiW1",
    "2020W53, BiWeekly, 2020BiW27",
    "2020W53, Yearly, 2020",
    "2024, Yearly, 2024",
  })
  void rollsUp(String fine, String type, String coarse) {
    assertThat(ISO8601.parse(fine).rollUp(PeriodType.ofApiName(type).orElseThrow()))
        .contains(ISO8601.parse(coarse));
  }

  @ParameterizedTest
  @CsvSource({
    "2024, Monthly",
    "2024, FinancialApril",
    "2024April, Yearly",
    "2024WedW2, Weekly",
    "2024W2, WeeklySunday",
    "2024Q1, QuarterlyNov",
  })
  void doesNotRollUpToEquallyFrequentOrFinerTypes(String iso, String type) {
    PeriodType target = PeriodType.ofApiName(type).orElseThrow();

    assertThat(ISO8601.parse(iso).rollUp(target)).isEmpty();
    assertThat(
            ISO8601
                .containing(target, LocalDate.of(2024, 6, 1))
                .rolledUpFrom(ISO8601.parse(iso).type()))
        .isEmpty();
  }

  @Test
  void knowsWhichPeriodsCountInIt() {
    assertThat(ISO8601.parse("202402").rolledUpFrom(PeriodType.WEEKLY))
        .extracting(Period::iso)
        .containsExactly("2024W5", "2024W6", "2024W7", "2024W8", "2024W9");
    assertThat(ISO8601.parse("2024Q1").rolledUpFrom(PeriodType.BI_MONTHLY))
        .extracting(Period::iso)
        .containsExactly("202401B", "202402B");
    assertThat(ISO8601.parse("2024Q2").rolledUpFrom(PeriodType.BI_MONTHLY))
        .extracting(Period::iso)
        .containsExactly("202403B");
    assertThat(ISO8601.parse("2020BiW27").rolledUpFrom(PeriodType.WEEKLY))
        .extracting(Period::iso)
        .containsExactly("2020W53");
  }

  @Test
  void theEndsOfTimeAreNoObstacle() {
    assertThat(ISO8601.parse("9999Oct").rolledUpFrom(PeriodType.MONTHLY))
        .extracting(Period::iso)
        .containsExactly("999910", "999911", "999912");
    assertThat(ISO8601.parse("999912").rollUp(PeriodType.FINANCIAL_NOV)).isEmpty();
    assertThat(ISO8601.parse("000101").rollUp(PeriodType.FINANCIAL_OCT)).isEmpty();
    assertThat(
            ISO8601.periodsOverlapping(
                PeriodType.SIX_MONTHLY_NOV, LocalDate.of(9999, 6, 1), LocalDate.of(9999, 12, 31)))
        .extracting(Period::iso)
        .containsExactly("9999NovS2");
  }

  @ParameterizedTest
  @CsvSource({
    "20240131, 2024-01-31",
    "2024W5, Week 5 - 2024-01-29 - 2024-02-04",
    "2024SunW2, Week 2 - 2024-01-07 - 2024-01-13",
    "2024BiW3, Bi-Week 3 - 2024-01-29 - 2024-02-11",
    "202401, January 2024",
    "202401B, January - February 2024",
    "2023Q4, October - December 2023",
    "2024NovQ1, Nov to Jan 2024",
    "2023S1, January - June 2023",
    "2024AprilS2, October 2024 - March 2025",
    "2024, 2024",
    "2024April, April 2024 - March 2025",
    "2024Nov, November 2023 - October 2024",
  })
  void hasAName(String iso, String name) {
    assertThat(ISO8601.parse(iso).displayName()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "2024W5, W5 - 2024-01-29 - 2024-02-04",
    "2024SatW3, W3 - 2024-01-13 - 2024-01-19",
    "2024BiW3, BiW3 - 2024-01-29 - 2024-02-11",
    "202401, January 2024",
  })
  void hasAShortName(String iso, String name) {
    assertThat(ISO8601.parse(iso).displayShortName()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"202402, 29", "202302, 28", "2024Q1, 91", "2024, 366", "2024W5, 7", "2020BiW27, 14"})
  void countsItsDays(String iso, int days) {
    assertThat(ISO8601.parse(iso).daysInPeriod()).isEqualTo(days);
  }

  @Test
  void stepsOverAnExtraBiWeek() {
    Period last = ISO8601.parse("2020BiW26");

    assertThat(last.next()).hasToString("2020BiW27");
    assertThat(last.plus(2)).hasToString("2021BiW1");
    assertThat(ISO8601.parse("2021BiW1").plus(-27)).hasToString("2020BiW1");
    assertThat(ISO8601.parse("2024BiW26").next()).hasToString("2025BiW1");
  }

  @Test
  void isOrderedByTime() {
    assertThat(ISO8601.parse("2023Q4")).isLessThan(ISO8601.parse("202401"));
    assertThat(ISO8601.parse("202401")).isLessThan(ISO8601.parse("2024Q1"));
    assertThat(ISO8601.parse("2024W1")).isNotEqualByComparingTo(ISO8601.parse("2024"));
  }
}
