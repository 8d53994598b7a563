package org.kituo.model.period;

import static org.kituo.model.period.PeriodCalendar.ISO8601;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.time.api.Dates;

/**
 * The reference model of the property tests: knows which identifier a day has under each type,
 * spelled out case by case, and finds everything else by walking day by day.
 */
final class NaivePeriods {

  private NaivePeriods() {}

  /** Days of two centuries, many of them around New Year. */
  static Arbitrary<LocalDate> dates() {
    Arbitrary<LocalDate> any =
        Dates.dates().between(LocalDate.of(1900, 1, 1), LocalDate.of(2100, 12, 31));
    Arbitrary<LocalDate> aroundNewYear =
        Combinators.combine(
                Arbitraries.integers().between(1901, 2100), Arbitraries.integers().between(-15, 15))
            .as((year, days) -> LocalDate.of(year, 1, 1).plusDays(days));
    return Arbitraries.oneOf(any, aroundNewYear);
  }

  /** Periods of all types; now and then the 27th bi-week of a year of 53 weeks. */
  static Arbitrary<Period> periods() {
    Arbitrary<Period> any =
        Combinators.combine(Arbitraries.of(PeriodType.class), dates()).as(ISO8601::containing);
    Arbitrary<Period> extraBiWeek =
        Arbitraries.of(
            IntStream.rangeClosed(1900, 2100)
                .filter(year -> LocalDate.of(year, 12, 28).get(WeekFields.ISO.weekOfYear()) == 53)
                .mapToObj(
                    year -> ISO8601.containing(PeriodType.BI_WEEKLY, LocalDate.of(year, 12, 28)))
                .toList());
    return Arbitraries.frequencyOf(Tuple.of(19, any), Tuple.of(1, extraBiWeek));
  }

  /** The identifier of the period that the day belongs to. */
  static String identifier(PeriodType type, LocalDate day) {
    int year = day.getYear();
    int month = day.getMonthValue();
    return switch (type) {
      case DAILY -> "%04d%02d%02d".formatted(year, month, day.getDayOfMonth());
      case WEEKLY -> week(day, DayOfWeek.MONDAY, "W");
      case WEEKLY_WEDNESDAY -> week(day, DayOfWeek.WEDNESDAY, "WedW");
      case WEEKLY_THURSDAY -> week(day, DayOfWeek.THURSDAY, "ThuW");
      case WEEKLY_FRIDAY -> week(day, DayOfWeek.FRIDAY, "FriW");
      case WEEKLY_SATURDAY -> week(day, DayOfWeek.SATURDAY, "SatW");
      case WEEKLY_SUNDAY -> week(day, DayOfWeek.SUNDAY, "SunW");
      case BI_WEEKLY -> {
        int week = day.get(WeekFields.ISO.weekOfWeekBasedYear());
        yield day.get(WeekFields.ISO.weekBasedYear()) + "BiW" + (week + 1) / 2;
      }
      case MONTHLY -> "%04d%02d".formatted(year, month);
      case BI_MONTHLY -> "%04d%02dB".formatted(year, (month + 1) / 2);
      case QUARTERLY -> year + "Q" + (month + 2) / 3;
      case QUARTERLY_NOV ->
          switch (month) {
            case 11, 12 -> (year + 1) + "NovQ1";
            case 1 -> year + "NovQ1";
            case 2, 3, 4 -> year + "NovQ2";
            case 5, 6, 7 -> year + "NovQ3";
            default -> year + "NovQ4";
          };
      case SIX_MONTHLY -> year + (month <= 6 ? "S1" : "S2");
      case SIX_MONTHLY_APRIL ->
          month < 4 ? (year - 1) + "AprilS2" : year + (month < 10 ? "AprilS1" : "AprilS2");
      case SIX_MONTHLY_NOV ->
          month >= 11 ? (year + 1) + "NovS1" : year + (month <= 4 ? "NovS1" : "NovS2");
      case YEARLY -> Integer.toString(year);
      case FINANCIAL_FEB -> (month >= 2 ? year : year - 1) + "Feb";
      case FINANCIAL_APRIL -> (month >= 4 ? year : year - 1) + "April";
      case FINANCIAL_JULY -> (month >= 7 ? year : year - 1) + "July";
      case FINANCIAL_AUG -> (month >= 8 ? year : year - 1) + "Aug";
      case FINANCIAL_SEP -> (month >= 9 ? year : year - 1) + "Sep";
      case FINANCIAL_OCT -> (month >= 10 ? year : year - 1) + "Oct";
      case FINANCIAL_NOV -> (month >= 11 ? year + 1 : year) + "Nov";
    };
  }

  private static String week(LocalDate day, DayOfWeek first, String marker) {
    WeekFields weeks = WeekFields.of(first, 4);
    return day.get(weeks.weekBasedYear()) + marker + day.get(weeks.weekOfWeekBasedYear());
  }

  /** The identifiers met from one day to another, in order. */
  static List<String> between(PeriodType type, LocalDate first, LocalDate last) {
    Set<String> met = new LinkedHashSet<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      met.add(identifier(type, day));
    }
    return List.copyOf(met);
  }

  /** The last identifiers before that of today, oldest first. */
  static List<String> lastBefore(PeriodType type, LocalDate today, int count) {
    String current = identifier(type, today);
    Deque<String> met = new ArrayDeque<>();
    for (LocalDate day = today; met.size() < count; day = day.minusDays(1)) {
      String identifier = identifier(type, day);
      if (!identifier.equals(current) && !identifier.equals(met.peekFirst())) {
        met.addFirst(identifier);
      }
    }
    return List.copyOf(met);
  }
}
