package org.kituo.model.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.chrono.ThaiBuddhistDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars other than that of ISO 8601. */
class PeriodCalendarTest {

  @Provide
  Arbitrary<LocalDate> date() {
    return Dates.dates().between(LocalDate.of(1944, 1, 1), LocalDate.of(2042, 12, 31));
  }

  @Provide
  Arbitrary<Period> period() {
    return Combinators.combine(
            Arbitraries.of(PeriodCalendar.class), Arbitraries.of(PeriodType.class), date())
        .as(PeriodCalendar::containing);
  }

  /** Days of history and new years, as encyclopedias and almanacs tell them. */
  @ParameterizedTest
  @CsvSource({
    "ETHIOPIAN, 20000101, 2007-09-12", // the millennium
    "ETHIOPIAN, 20160101, 2023-09-12",
    "ETHIOPIAN, 20151306, 2023-09-11", // a leap day
    "ETHIOPIAN, 20170101, 2024-09-11",
    "COPTIC, 17400101, 2023-09-12",
    "ISLAMIC, 14450101, 2023-07-19",
    "ISLAMIC, 00010101, 0622-07-19", // its beginning
    "JULIAN, 19171025, 1917-11-07", // the October revolution
    "JULIAN, 20240101, 2024-01-14",
    "NEPALI, 20000101, 1943-04-14",
    "NEPALI, 20720112, 2015-04-25", // an earthquake
    "NEPALI, 20720603, 2015-09-20", // the constitution
    "NEPALI, 20810101, 2024-04-13",
    "NEPALI, 20830101, 2026-04-14",
    "THAI, 25670229, 2024-02-29",
    "PERSIAN, 13571122, 1979-02-11", // a revolution
    "PERSIAN, 13990101, 2020-03-20",
    "PERSIAN, 14000101, 2021-03-21",
    "PERSIAN, 14031230, 2025-03-20", // a leap day
  })
  void knowsDaysOfHistory(PeriodCalendar calendar, String day, LocalDate date) {
    assertThat(calendar.parse(day).start()).isEqualTo(date);
    assertThat(calendar.containing(PeriodType.DAILY, date)).hasToString(day);
  }

  @ParameterizedTest
  @CsvSource({
    "ETHIOPIAN, 201501, 2022-09-11, 2022-10-10, Meskerem 2015",
    "ETHIOPIAN, 201512, 2023-08-07, 2023-09-11, Nehasse 2015",
    "ETHIOPIAN, 2015Q1, 2022-09-11, 2022-12-09, Meskerem - Hedar 2015",
    "ETHIOPIAN, 2015Q4, 2023-06-08, 2023-09-11, Sene - Nehasse 2015",
    "ETHIOPIAN, 2016NovQ1, 2023-07-08, 2023-10-11, Hamle to Meskerem 2016",
    "ETHIOPIAN, 2016Nov, 2023-07-08, 2024-07-07, Hamle 2015 - Sene 2016",
    "ETHIOPIAN, 2015, 2022-09-11, 2023-09-11, 2015",
    "ETHIOPIAN, 20151301, 2023-09-06, 2023-09-06, 2015-13-01",
    "NEPALI, 208101, 2024-04-13, 2024-05-13, Baisakh 2081",
    "NEPALI, 2081Q4, 2025-01-14, 2025-04-13, Magh - Chaitra 2081",
    "NEPALI, 2081W1, 2024-04-15, 2024-04-21, Week 1 - 2081-01-03 - 2081-01-09",
    "NEPALI, 2081BiW1, 2024-04-15, 2024-04-28, Bi-Week 1 - 2081-01-03 - 2081-01-16",
    "NEPALI, 2081July, 2024-10-17, 2025-10-17, Kartik 2081 - Ashwin 2082",
    "PERSIAN, 140301, 2024-03-20, 2024-04-19, Farvardin 1403",
    "THAI, 256702, 2024-02-01, 2024-02-29, February 2567",
    "THAI, 2567NovQ1, 2023-11-01, 2024-01-31, Nov to Jan 2567",
    "GREGORIAN, 202402, 2024-02-01, 2024-02-29, February 2024",
    "NEPALI, 2024-04-13/P1M, 2024-04-13, 2024-05-13, Baisakh 2081",
  })
  void periodsHaveLocalIdentifiersAndNamesAndIsoDates(
      PeriodCalendar calendar, String id, LocalDate start, LocalDate end, String name) {
    Period period = calendar.parse(id);

    assertThat(period.start()).isEqualTo(start);
    assertThat(period.end()).isEqualTo(end);
    assertThat(period.displayName()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "ETHIOPIAN, 201513, Monthly periods of 2015 go from 1 to 12",
    "ETHIOPIAN, 20141306, there is no such day",
    "NEPALI, 20830132, there is no such day",
    "NEPALI, 202401x, no period type is written like this",
    "NEPALI, 198001, the year must be 2000 to 2100",
    "NEPALI, 19800101, the year must be 2000 to 2100",
    "NEPALI, 2024-04-14/P1M, no period goes like this",
  })
  void tellsWhatIsNoPeriod(PeriodCalendar calendar, String id, String reason) {
    assertThatExceptionOfType(InvalidPeriodException.class)
        .isThrownBy(() -> calendar.parse(id))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void relativePeriodsCountInTheCalendar() {
    LocalDate day = LocalDate.of(2024, 9, 9); // the fourth day of Pagumen 2016

    assertThat(
            RelativePeriod.LAST_3_MONTHS.periods(
                day, PeriodCalendar.ETHIOPIAN, RelativePeriodSettings.DEFAULT))
        .extracting(Period::iso)
        .containsExactly("201609", "201610", "201611");
    assertThat(
            RelativePeriod.MONTHS_THIS_YEAR.periods(
                day, PeriodCalendar.NEPALI, RelativePeriodSettings.DEFAULT))
        .hasSize(12)
        .extracting(Period::iso)
        .startsWith("208101");
    assertThat(
            RelativePeriod.THIS_FINANCIAL_YEAR.periods(
                day, PeriodCalendar.NEPALI, RelativePeriodSettings.DEFAULT))
        .extracting(Period::iso)
        .containsExactly("2080Oct");
  }

  @Test
  void aPeriodOfTheYearBeforeHasTheSameNumber() {
    Period meskerem = PeriodCalendar.ETHIOPIAN.parse("201701");

    assertThat(List.of(meskerem.yearsBefore(1), meskerem.yearsBefore(2)))
        .extracting(Period::iso)
        .containsExactly("201601", "201501");
  }

  @Property
  void identifiersKeysAndDaysTellThePeriod(@ForAll("period") Period period) {
    PeriodCalendar calendar = period.calendar();

    assertThat(calendar.parse(period.iso())).isEqualTo(period);
    assertThat(calendar.ofKey(period.key())).isEqualTo(period);
    assertThat(calendar.numbered(period.type(), period.year(), period.number())).contains(period);
    assertThat(period.at(period.start().plusDays(period.daysInPeriod() / 2))).isEqualTo(period);
    assertThat(calendar.periodsOfYear(period.type(), period.year())).contains(period).isSorted();
  }

  @Property
  void periodsTileTheTimeLine(@ForAll("period") Period period) {
    boolean extraBiWeek = period.type() == PeriodType.BI_WEEKLY && period.number() == 27;

    assertThat(period.next().start()).isEqualTo(period.end().plusDays(extraBiWeek ? -6 : 1));
    assertThat(period.next().previous()).isEqualTo(period);
    assertThat(period.key()).isLessThan(period.next().key());
  }

  @Property
  void longerPeriodsHoldWholeMonths(@ForAll("period") Period period) {
    if (PeriodType.MONTHLY.rollsUpTo(period.type())) {
      assertThat(period.rolledUpFrom(PeriodType.MONTHLY).getFirst().start())
          .isEqualTo(period.start());
      assertThat(period.rolledUpFrom(PeriodType.MONTHLY).getLast().end()).isEqualTo(period.end());
    }
  }

  @Property
  void daysFollowOneAnother(@ForAll PeriodCalendar calendar, @ForAll("date") LocalDate date) {
    Reckoning reckoning = calendar.reckoning();
    LocalDate next = date.plusDays(1);
    int year = reckoning.year(date);
    int month = reckoning.month(date);
    int day = reckoning.dayOfMonth(date);

    assertThat(reckoning.date(year, month, day)).contains(date);
    assertThat(reckoning.firstOfYear(year).plusDays(reckoning.dayOfYear(date) - 1L))
        .isEqualTo(date);
    assertThat(reckoning.date(year, month, day + 1))
        .isEqualTo(Optional.of(next).filter(tomorrow -> reckoning.month(tomorrow) == month));
    if (reckoning.month(next) != month) {
      assertThat(reckoning.dayOfMonth(next)).isEqualTo(1);
      assertThat(reckoning.year(next) * 13 + reckoning.month(next))
          .isGreaterThan(year * 13 + month);
    }
  }

  @Property
  void thaiYearsAreThoseOfJava(@ForAll("date") LocalDate date) {
    assertThat(PeriodCalendar.THAI.year(date))
        .isEqualTo(ThaiBuddhistDate.from(date).get(ChronoField.YEAR));
  }

  @Property
  void julianDaysAreThoseOfJava(@ForAll("date") LocalDate date) {
    GregorianCalendar julian = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    julian.setGregorianChange(new Date(Long.MAX_VALUE));
    julian.setTimeInMillis(date.toEpochDay() * 86_400_000);

    assertThat(PeriodCalendar.JULIAN.containing(PeriodType.DAILY, date))
        .hasToString(
            "%04d%02d%02d"
                .formatted(
                    julian.get(Calendar.YEAR),
                    julian.get(Calendar.MONTH) + 1,
                    julian.get(Calendar.DAY_OF_MONTH)));
  }

  /** Java has the calendar of Umm al-Qura, which follows the moon. */
  @Property
  void islamicMonthsAreNearThoseOfJava(@ForAll("date") LocalDate date) {
    LocalDate first = PeriodCalendar.ISLAMIC.containing(PeriodType.MONTHLY, date).start();
    HijrahDate middle = HijrahDate.from(first.plusDays(14));
    LocalDate javas = LocalDate.from(middle.with(ChronoField.DAY_OF_MONTH, 1));

    assertThat(Math.abs(ChronoUnit.DAYS.between(first, javas))).isLessThanOrEqualTo(2);
    assertThat(PeriodCalendar.ISLAMIC.containing(PeriodType.MONTHLY, date))
        .hasToString(
            "%04d%02d"
                .formatted(middle.get(ChronoField.YEAR), middle.get(ChronoField.MONTH_OF_YEAR)));
  }
}
