package org.kituo.model.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.kituo.model.period.PeriodCalendar.ISO8601;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativePeriodTest {

  @ParameterizedTest
  @CsvSource({
    "LAST_12_MONTHS, 2024-03-17, 202303, 202402, 12",
    "LAST_12_MONTHS, 2022-01-01, 202101, 202112, 12",
    "LAST_4_QUARTERS, 2024-03-17, 2023Q1, 2023Q4, 4",
    "LAST_4_QUARTERS, 2024-05-15, 2023Q2, 2024Q1, 4",
    "THIS_WEEK, 2024-03-17, 2024W11, 2024W11, 1",
    "LAST_4_WEEKS, 2024-03-20, 2024W8, 2024W11, 4",
    "WEEKS_THIS_YEAR, 2024-03-17, 2024W1, 2024W52, 52",
    "WEEKS_THIS_YEAR, 2020-03-17, 2020W1, 2020W53, 53",
    "LAST_4_BIWEEKS, 2024-03-17, 2024BiW2, 2024BiW5, 4",
    "LAST_5_YEARS, 2024-03-17, 2019, 2023, 5",
    "THIS_YEAR, 2024-05-15, 2024, 2024, 1",
    "THIS_FINANCIAL_YEAR, 2024-03-17, 2023Oct, 2023Oct, 1",
    "LAST_FINANCIAL_YEAR, 2024-03-02, 2022Oct, 2022Oct, 1",
    "BIMONTHS_THIS_YEAR, 2024-03-17, 202401B, 202406B, 6",
    "LAST_6_BIMONTHS, 2024-03-02, 202301B, 202306B, 6",
    "LAST_7_DAYS, 2024-03-17, 20240310, 20240316, 7",
    "MONTHS_THIS_YEAR, 2024-05-15, 202401, 202412, 12",
    "MONTHS_LAST_YEAR, 2024-03-02, 202301, 202312, 12",
    "QUARTERS_LAST_YEAR, 2024-03-02, 2023Q1, 2023Q4, 4",
    "LAST_2_SIXMONTHS, 2024-03-02, 2023S1, 2023S2, 2",
  })
  void periods(RelativePeriod keyword, LocalDate today, String first, String last, int count) {
    List<Period> periods = keyword.periods(today, ISO8601, RelativePeriodSettings.DEFAULT);

    assertThat(periods).isSorted().doesNotHaveDuplicates().hasSize(count);
    assertThat(periods.getFirst()).hasToString(first);
    assertThat(periods.getLast()).hasToString(last);
  }

  @Test
  void weeksAndFinancialYearsFollowTheSettings() {
    var settings =
        new RelativePeriodSettings(
            RelativePeriodSettings.weeklyStart("WEEKLY_SUNDAY").orElseThrow(),
            RelativePeriodSettings.financialYearStart("FINANCIAL_YEAR_APRIL").orElseThrow());
    LocalDate today = LocalDate.of(2024, 3, 17);

    assertThat(RelativePeriod.LAST_4_WEEKS.periods(today, ISO8601, settings))
        .extracting(Period::iso)
        .containsExactly("2024SunW8", "2024SunW9", "2024SunW10", "2024SunW11");
    assertThat(RelativePeriod.LAST_FINANCIAL_YEAR.periods(today, ISO8601, settings))
        .extracting(Period::iso)
        .containsExactly("2022April");
  }

  @Test
  void settingsTakeTheirOwnTypesOnly() {
    assertThat(RelativePeriodSettings.weeklyStart("MONTHLY")).isEmpty();
    assertThat(RelativePeriodSettings.weeklyStart("Weekly")).isEmpty();
    assertThat(RelativePeriodSettings.financialYearStart("FINANCIAL_YEAR_NOVEMBER")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new RelativePeriodSettings(PeriodType.BI_WEEKLY, PeriodType.FINANCIAL_OCT));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RelativePeriodSettings(PeriodType.WEEKLY, PeriodType.FINANCIAL_NOV));
  }

  @Test
  void keywordsAndPropertiesIdentify() {
    assertThat(RelativePeriod.values()).hasSize(45);
    assertThat(RelativePeriod.values())
        .allSatisfy(keyword -> {
          assertThat(RelativePeriod.ofKeyword(keyword.name())).contains(keyword);
          assertThat(RelativePeriod.ofProperty(keyword.property())).contains(keyword);
        });
    assertThat(RelativePeriod.ofKeyword("LAST_77_DAYS")).isEmpty();
    assertThat(RelativePeriod.ofKeyword("last12Months")).isEmpty();
    assertThat(RelativePeriod.ofProperty("last77Days")).isEmpty();
  }

  @Test
  void propertiesAreTheKeywordsInCamelCaseButForTheirWhims() {
    assertThat(RelativePeriod.TODAY.property()).isEqualTo("thisDay");
    assertThat(
            Arrays.stream(RelativePeriod.values())
                .filter(keyword -> keyword != RelativePeriod.TODAY)
                .map(keyword -> keyword.property().toUpperCase(Locale.ROOT)))
        .containsExactlyElementsOf(
            Arrays.stream(RelativePeriod.values())
                .filter(keyword -> keyword != RelativePeriod.TODAY)
                .map(keyword -> keyword.name().replace("_", ""))
                .toList());
    assertThat(
            Stream.of("thisBimonth", "lastBimonth", "biMonthsThisYear", "last6BiMonths")
                .map(RelativePeriod::ofProperty))
        .allSatisfy(keyword -> assertThat(keyword).isPresent());
    assertThat(
            Stream.of("thisBiWeek", "last4BiWeeks", "last2SixMonths", "lastSixMonth")
                .map(RelativePeriod::ofProperty))
        .allSatisfy(keyword -> assertThat(keyword).isPresent());
  }

  @Property
  void periodsAreThoseOfTheReferenceModel(
      @ForAll RelativePeriod keyword,
      @ForAll("date") LocalDate today,
      @ForAll("settings") RelativePeriodSettings settings) {
    assertThat(keyword.periods(today, ISO8601, settings))
        .extracting(Period::iso)
        .containsExactlyElementsOf(naive(keyword, today, settings));
  }

  @Provide
  Arbitrary<LocalDate> date() {
    return NaivePeriods.dates();
  }

  @Provide
  Arbitrary<RelativePeriodSettings> settings() {
    return Combinators.combine(
            Arbitraries.of(
                PeriodType.WEEKLY, PeriodType.WEEKLY_WEDNESDAY, PeriodType.WEEKLY_SUNDAY),
            Arbitraries.of(
                PeriodType.FINANCIAL_FEB, PeriodType.FINANCIAL_APRIL, PeriodType.FINANCIAL_OCT))
        .as(RelativePeriodSettings::new);
  }

  /** Reads the meaning off the keyword's words. */
  private static List<String> naive(
      RelativePeriod keyword, LocalDate today, RelativePeriodSettings settings) {
    String name = keyword.name();
    PeriodType type = naiveType(name, settings);
    if (name.matches("(WEEKS|MONTHS|BIMONTHS|QUARTERS)_(THIS|LAST)_YEAR")) {
      int year = today.getYear() - (name.contains("LAST") ? 1 : 0);
      String label = Integer.toString(year);
      return NaivePeriods.between(
              type, LocalDate.of(year - 1, 12, 1), LocalDate.of(year + 1, 1, 31))
          .stream()
          .filter(identifier -> identifier.startsWith(label))
          .toList();
    }
    if (name.startsWith("THIS") || keyword == RelativePeriod.TODAY) {
      return List.of(NaivePeriods.identifier(type, today));
    }
    String digits = name.replaceAll("\\D", "");
    int count = digits.isEmpty() ? 1 : Integer.parseInt(digits);
    if (keyword == RelativePeriod.LAST_6_BIMONTHS) {
      return NaivePeriods.lastBefore(type, today, count + 1).subList(0, count);
    }
    return NaivePeriods.lastBefore(type, today, count);
  }

  private static PeriodType naiveType(String name, RelativePeriodSettings settings) {
    String unit = name.replaceFirst("S?_(THIS|LAST)_YEAR$", "");
    if (unit.contains("DAY")) {
      return PeriodType.DAILY;
    } else if (unit.contains("BIWEEK")) {
      return PeriodType.BI_WEEKLY;
    } else if (unit.contains("WEEK")) {
      return settings.weeklyStart();
    } else if (unit.contains("BIMONTH")) {
      return PeriodType.BI_MONTHLY;
    } else if (unit.contains("SIX")) {
      return PeriodType.SIX_MONTHLY;
    } else if (unit.contains("MONTH")) {
      return PeriodType.MONTHLY;
    } else if (unit.contains("QUARTER")) {
      return PeriodType.QUARTERLY;
    }
    return unit.contains("FINANCIAL") ? settings.financialYearStart() : PeriodType.YEARLY;
  }
}
