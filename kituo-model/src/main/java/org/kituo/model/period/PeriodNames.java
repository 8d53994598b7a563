package org.kituo.model.period;

import java.time.LocalDate;

/**
 * English names of periods, in the words of their calendar. Spans of months name both, with the
 * year of the end; the year of the start is said too where it is another one, except for
 * QuarterlyNov, whose form is fixed ("Nov to Jan 2024").
 */
final class PeriodNames {

  private PeriodNames() {}

  static String displayName(Period period) {
    return switch (period.type()) {
      case DAILY -> date(period, period.start());
      case WEEKLY,
          WEEKLY_WEDNESDAY,
          WEEKLY_THURSDAY,
          WEEKLY_FRIDAY,
          WEEKLY_SATURDAY,
          WEEKLY_SUNDAY ->
          week("Week ", period);
      case BI_WEEKLY -> week("Bi-Week ", period);
      case MONTHLY -> month(period, period.start()) + " " + period.year();
      case YEARLY -> Integer.toString(period.year());
      case QUARTERLY_NOV -> shortSpan(period);
      case BI_MONTHLY,
          QUARTERLY,
          SIX_MONTHLY,
          SIX_MONTHLY_APRIL,
          SIX_MONTHLY_NOV,
          FINANCIAL_FEB,
          FINANCIAL_APRIL,
          FINANCIAL_JULY,
          FINANCIAL_AUG,
          FINANCIAL_SEP,
          FINANCIAL_OCT,
          FINANCIAL_NOV ->
          monthSpan(period);
    };
  }

  static String displayShortName(Period period) {
    if (period.type().isWeekly()) {
      return week("W", period);
    }
    return period.type() == PeriodType.BI_WEEKLY ? week("BiW", period) : displayName(period);
  }

  static String shortSpan(Period period) {
    return shortMonth(period, period.start())
        + " to "
        + shortMonth(period, lastMonth(period))
        + " "
        + year(period, period.end());
  }

  private static String week(String word, Period period) {
    return word
        + period.number()
        + " - "
        + date(period, period.start())
        + " - "
        + date(period, period.end());
  }

  private static String date(Period period, LocalDate date) {
    return PeriodSyntax.date(period.calendar(), date);
  }

  private static String monthSpan(Period period) {
    int startYear = year(period, period.start());
    int endYear = year(period, period.end());
    String ofStart = startYear == endYear ? "" : " " + startYear;
    return month(period, period.start())
        + ofStart
        + " - "
        + month(period, lastMonth(period))
        + " "
        + endYear;
  }

  private static int year(Period period, LocalDate date) {
    return period.calendar().year(date);
  }

  /** The first day of the last month; a thirteenth month is not told of. */
  private static LocalDate lastMonth(Period period) {
    return period.calendar().containing(PeriodType.MONTHLY, period.end()).start();
  }

  private static String month(Period period, LocalDate date) {
    return period.calendar().month(date);
  }

  /** English months have usual short forms. */
  private static String shortMonth(Period period, LocalDate date) {
    String month = month(period, date);
    return period.calendar().hasEnglishMonths() ? month.substring(0, 3) : month;
  }
}
