package org.kituo.model.period;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.kituo.model.period.PeriodType.BI_MONTHLY;
import static org.kituo.model.period.PeriodType.BI_WEEKLY;
import static org.kituo.model.period.PeriodType.DAILY;
import static org.kituo.model.period.PeriodType.MONTHLY;
import static org.kituo.model.period.PeriodType.QUARTERLY;
import static org.kituo.model.period.PeriodType.SIX_MONTHLY;
import static org.kituo.model.period.PeriodType.YEARLY;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The keywords for periods relative to a day, in the order of /api/periodTypes/relativePeriodTypes.
 * A keyword stands for the current period of a type (THIS_), for so many completed ones before it
 * (LAST_), or for all periods of the calendar year or the one before, future ones included
 * (_THIS_YEAR, _LAST_YEAR).
 */
public enum RelativePeriod {
  TODAY("Today", "thisDay", DAILY, current()),
  YESTERDAY("Yesterday", "yesterday", DAILY, last(1)),
  LAST_3_DAYS("Last 3 days", "last3Days", DAILY, last(3)),
  LAST_7_DAYS("Last 7 days", "last7Days", DAILY, last(7)),
  LAST_14_DAYS("Last 14 days", "last14Days", DAILY, last(14)),
  LAST_30_DAYS("Last 30 days", "last30Days", DAILY, last(30)),
  LAST_60_DAYS("Last 60 days", "last60Days", DAILY, last(60)),
  LAST_90_DAYS("Last 90 days", "last90Days", DAILY, last(90)),
  LAST_180_DAYS("Last 180 days", "last180Days", DAILY, last(180)),
  THIS_MONTH("This month", "thisMonth", MONTHLY, current()),
  LAST_MONTH("Last month", "lastMonth", MONTHLY, last(1)),
  THIS_BIMONTH("This bi-month", "thisBimonth", BI_MONTHLY, current()),
  LAST_BIMONTH("Last bi-month", "lastBimonth", BI_MONTHLY, last(1)),
  THIS_QUARTER("This quarter", "thisQuarter", QUARTERLY, current()),
  LAST_QUARTER("Last quarter", "lastQuarter", QUARTERLY, last(1)),
  THIS_SIX_MONTH("This six-month", "thisSixMonth", SIX_MONTHLY, current()),
  LAST_SIX_MONTH("Last six-month", "lastSixMonth", SIX_MONTHLY, last(1)),
  WEEKS_THIS_YEAR("Weeks this year", "weeksThisYear", Unit.WEEK, allOfYear(0)),
  MONTHS_THIS_YEAR("Months this year", "monthsThisYear", MONTHLY, allOfYear(0)),
  BIMONTHS_THIS_YEAR("Bi-months this year", "biMonthsThisYear", BI_MONTHLY, allOfYear(0)),
  QUARTERS_THIS_YEAR("Quarters this year", "quartersThisYear", QUARTERLY, allOfYear(0)),
  THIS_YEAR("This year", "thisYear", YEARLY, current()),
  MONTHS_LAST_YEAR("Months last year", "monthsLastYear", MONTHLY, allOfYear(-1)),
  QUARTERS_LAST_YEAR("Quarters last year", "quartersLastYear", QUARTERLY, allOfYear(-1)),
  LAST_YEAR("Last year", "lastYear", YEARLY, last(1)),
  LAST_5_YEARS("Last 5 years", "last5Years", YEARLY, last(5)),
  LAST_10_YEARS("Last 10 years", "last10Years", YEARLY, last(10)),
  LAST_12_MONTHS("Last 12 months", "last12Months", MONTHLY, last(12)),
  LAST_6_MONTHS("Last 6 months", "last6Months", MONTHLY, last(6)),
  LAST_3_MONTHS("Last 3 months", "last3Months", MONTHLY, last(3)),
  /**
   * Ends one bi-month before the last completed one: on 2 March 2024 DHIS2 gives 202301B to
   * 202306B.
   */
  LAST_6_BIMONTHS("Last 6 bi-months", "last6BiMonths", BI_MONTHLY, last(6, 1)),
  LAST_4_QUARTERS("Last 4 quarters", "last4Quarters", QUARTERLY, last(4)),
  LAST_2_SIXMONTHS("Last 2 six-months", "last2SixMonths", SIX_MONTHLY, last(2)),
  THIS_FINANCIAL_YEAR("This financial year", "thisFinancialYear", Unit.FINANCIAL_YEAR, current()),
  LAST_FINANCIAL_YEAR("Last financial year", "lastFinancialYear", Unit.FINANCIAL_YEAR, last(1)),
  LAST_5_FINANCIAL_YEARS(
      "Last 5 financial years", "last5FinancialYears", Unit.FINANCIAL_YEAR, last(5)),
  LAST_10_FINANCIAL_YEARS(
      "Last 10 financial years", "last10FinancialYears", Unit.FINANCIAL_YEAR, last(10)),
  THIS_WEEK("This week", "thisWeek", Unit.WEEK, current()),
  LAST_WEEK("Last week", "lastWeek", Unit.WEEK, last(1)),
  THIS_BIWEEK("This bi-week", "thisBiWeek", BI_WEEKLY, current()),
  LAST_BIWEEK("Last bi-week", "lastBiWeek", BI_WEEKLY, last(1)),
  LAST_4_WEEKS("Last 4 weeks", "last4Weeks", Unit.WEEK, last(4)),
  LAST_4_BIWEEKS("Last 4 bi-weeks", "last4BiWeeks", BI_WEEKLY, last(4)),
  LAST_12_WEEKS("Last 12 weeks", "last12Weeks", Unit.WEEK, last(12)),
  LAST_52_WEEKS("Last 52 weeks", "last52Weeks", Unit.WEEK, last(52));

  private static final Map<String, RelativePeriod> BY_KEYWORD = index(RelativePeriod::name);
  private static final Map<String, RelativePeriod> BY_PROPERTY = index(RelativePeriod::property);

  private final String label;
  private final String property;
  private final Unit unit;
  private final Window window;

  RelativePeriod(String label, String property, Unit unit, Window window) {
    this.label = label;
    this.property = property;
    this.unit = unit;
    this.window = window;
  }

  RelativePeriod(String label, String property, PeriodType type, Window window) {
    this(label, property, settings -> type, window);
  }

  /** The keyword written like this ("LAST_12_MONTHS"). */
  public static Optional<RelativePeriod> ofKeyword(String keyword) {
    return Optional.ofNullable(BY_KEYWORD.get(keyword));
  }

  /** The keyword behind a boolean of stored relativePeriods objects ("last12Months"). */
  public static Optional<RelativePeriod> ofProperty(String property) {
    return Optional.ofNullable(BY_PROPERTY.get(property));
  }

  /** Name for people, in English: "Last 12 months". */
  public String label() {
    return label;
  }

  /**
   * Name of the boolean in stored relativePeriods objects: "last12Months", "thisBimonth",
   * "last6BiMonths".
   */
  public String property() {
    return property;
  }

  /** The type of the periods that {@link #periods} gives. */
  public PeriodType type(RelativePeriodSettings settings) {
    return unit.type(settings);
  }

  /** The periods of a calendar meant on a day, ascending, never none. */
  public List<Period> periods(
      LocalDate today, PeriodCalendar calendar, RelativePeriodSettings settings) {
    return window.periods(calendar, type(settings), today);
  }

  private static Window current() {
    return (calendar, type, today) -> List.of(calendar.containing(type, today));
  }

  private static Window last(int count) {
    return last(count, 0);
  }

  /** So many completed periods, leaving out the latest ones. */
  private static Window last(int count, int leftOut) {
    return (calendar, type, today) -> {
      Period current = calendar.containing(type, today);
      return IntStream.rangeClosed(-count - leftOut, -1 - leftOut).mapToObj(current::plus).toList();
    };
  }

  private static Window allOfYear(int yearsFromNow) {
    return (calendar, type, today) ->
        calendar.periodsOfYear(type, calendar.year(today) + yearsFromNow);
  }

  private static Map<String, RelativePeriod> index(Function<RelativePeriod, String> name) {
    return Arrays.stream(values()).collect(toUnmodifiableMap(name, Function.identity()));
  }

  /** Which type a keyword is about. */
  @FunctionalInterface
  private interface Unit {
    Unit WEEK = RelativePeriodSettings::weeklyStart;
    Unit FINANCIAL_YEAR = RelativePeriodSettings::financialYearStart;

    PeriodType type(RelativePeriodSettings settings);
  }

  /** Which periods of that type it means. */
  @FunctionalInterface
  private interface Window {
    List<Period> periods(PeriodCalendar calendar, PeriodType type, LocalDate today);
  }
}
