package org.kituo.model.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.kituo.model.period.PeriodCalendar.ISO8601;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodTypeTest {

  @ParameterizedTest
  @CsvSource({
    "BiMonthly, BI_MONTHLY, Bi-monthly, P2M, yyyyMMB, 61",
    "BiWeekly, BI_WEEKLY, Bi-weekly, P14D, yyyyBiWn, 14",
    "Daily, DAILY, Daily, P1D, yyyyMMdd, 1",
    "FinancialAug, FINANCIAL_AUG, Financial August, P1Y, yyyyAug, 365",
    "FinancialSep, FINANCIAL_SEP, FinancialSep, P1Y, yyyySep, 365",
    "QuarterlyNov, QUARTERLY_NOV, Quarterly November, P3M, yyyyNovQn, 91",
    "SixMonthlyApril, SIX_MONTHLY_APRIL, Six-monthly April, P6M, yyyyAprilSn, 182",
    "WeeklyFriday, WEEKLY_FRIDAY, WeeklyFriday, P7D, yyyyFriWn, 7",
    "WeeklySaturday, WEEKLY_SATURDAY, Weekly Saturday, P7D, yyyySatWn, 7",
    "Yearly, YEARLY, Yearly, P1Y, yyyy, 365",
  })
  void describesItself(
      String apiName, String constant, String displayName, String duration, String format, int n) {
    PeriodType type = PeriodType.ofApiName(apiName).orElseThrow();

    assertThat(PeriodType.ofConstant(constant)).contains(type);
    assertThat(type.displayName()).isEqualTo(displayName);
    assertThat(type.isoDuration()).isEqualTo(duration);
    assertThat(type.isoFormat()).isEqualTo(format);
    assertThat(type.frequencyOrder()).isEqualTo(n);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByEachOfItsNames(PeriodType type) {
    assertThat(PeriodType.ofApiName(type.apiName())).contains(type);
    assertThat(PeriodType.ofConstant(type.name())).contains(type);
    assertThat(PeriodType.ofCode(type.code())).isEqualTo(type);
    assertThat(type.apiName()).isEqualToIgnoringCase(type.name().replace("_", ""));
  }

  @Test
  void thereAreNoOthers() {
    assertThat(PeriodType.values()).hasSize(23);
    assertThat(PeriodType.ofApiName("TwoYearly")).isEmpty();
    assertThat(PeriodType.ofApiName("monthly")).isEmpty();
    assertThat(PeriodType.ofConstant("Monthly")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> PeriodType.ofCode(0));
    assertThatIllegalArgumentException().isThrownBy(() -> PeriodType.ofCode(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> PeriodType.ofCode(256));
  }

  @Test
  void declaredFromFrequentToRare() {
    assertThat(Arrays.stream(PeriodType.values()).map(PeriodType::frequencyOrder)).isSorted();
  }

  @ParameterizedTest
  @CsvSource({
    "MONTHLY, 2024, 5, 202405",
    "BI_MONTHLY, 2024, 2, 202402B",
    "WEEKLY, 2020, 53, 2020W53",
    "DAILY, 2024, 366, 20241231",
  })
  void numbersPeriodsWithinTheYear(PeriodType type, int year, int number, String expected) {
    assertThat(ISO8601.numbered(type, year, number).map(Period::iso)).contains(expected);
    assertThat(ISO8601.numbered(type, year, 0)).isEmpty();
    assertThat(ISO8601.numbered(type, 0, number)).isEmpty();
    assertThat(ISO8601.numbered(type, 10000, number)).isEmpty();
  }

  @Test
  void aNumberBeyondTheYearsLastIsNoPeriod() {
    assertThat(ISO8601.numbered(PeriodType.QUARTERLY, 2024, 5)).isEmpty();
    assertThat(ISO8601.numbered(PeriodType.WEEKLY, 2024, 53)).isEmpty();
    assertThat(ISO8601.numbered(PeriodType.BI_WEEKLY, 2024, 27)).isEmpty();
    assertThat(ISO8601.numbered(PeriodType.BI_WEEKLY, 2020, 27)).isPresent();
  }

  @Test
  void listsPeriodsInARangeOfDates() {
    LocalDate from = LocalDate.of(2024, 1, 15);
    LocalDate to = LocalDate.of(2024, 4, 30);

    assertThat(isos(ISO8601.periodsWithin(PeriodType.MONTHLY, from, to)))
        .containsExactly("202402", "202403", "202404");
    assertThat(isos(ISO8601.periodsOverlapping(PeriodType.MONTHLY, from, to)))
        .containsExactly("202401", "202402", "202403", "202404");
    assertThat(ISO8601.periodsOverlapping(PeriodType.MONTHLY, to, from)).isEmpty();
  }

  @Test
  void theSecondWeekOfAnExtraBiWeekIsSharedWithTheNextYear() {
    LocalDate day = LocalDate.of(2021, 1, 5);

    assertThat(isos(ISO8601.periodsOverlapping(PeriodType.BI_WEEKLY, day, day)))
        .containsExactly("2020BiW27", "2021BiW1");
    assertThat(ISO8601.containing(PeriodType.BI_WEEKLY, day)).hasToString("2021BiW1");
  }

  private static List<String> isos(List<Period> periods) {
    return periods.stream().map(Period::iso).toList();
  }
}
