package org.kituo.analytics.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kituo.model.period.PeriodCalendar;

class OverlapTest {

  @ParameterizedTest
  @CsvSource({
    "ISO8601, 2023, 2024Nov, 2",
    "ISO8601, 2024, 2024Nov, 10",
    "ETHIOPIAN, 2014, 2015Nov, 2",
    "ETHIOPIAN, 2015, 2015Nov, 10",
    "NEPALI, 2081April, 2081Q1, 0",
    "NEPALI, 2081, 2081April, 9",
  })
  void monthsAreThoseOfTheCalendar(
      PeriodCalendar calendar, String data, String asked, int twelfths) {
    assertThat(Overlap.of(calendar.parse(data), calendar.parse(asked))).isEqualTo(twelfths / 12.0);
  }

  @ParameterizedTest
  @CsvSource({"ISO8601, 2024W1, 202401, 31", "NEPALI, 2081W1, 208101, 31"})
  void weeksCoverDays(PeriodCalendar calendar, String data, String asked, int days) {
    assertThat(Overlap.of(calendar.parse(data), calendar.parse(asked))).isEqualTo(7.0 / days);
  }
}
