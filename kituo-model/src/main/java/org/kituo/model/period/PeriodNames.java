package org.kituo.model.period;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;

/**
 * English names of periods. Spans of months name both, with the year of the end; the year of the
 * start is said too where it is another one, except for QuarterlyNov, whose form is fixed ("Nov to
 * Jan 2024").
 */
final class PeriodNames {

  private static final String[] MONTHS = months(TextStyle.FULL);
  private static final String[] SHORT_MONTHS = months(TextStyle.SHORT);

  private PeriodNames() {}

  static String displayName(Period period) {
    return switch (period.type()) {
      case DAILY -> period.start().toString();
      case WEEKLY,
          WEEKLY_WEDNESDAY,
          WEEKLY_THURSDAY,
          WEEKLY_FRIDAY,
          WEEKLY_SATURDAY,
          WEEKLY_SUNDAY ->
          week("Week ", period);
      case BI_WEEKLY -> week("Bi-Week ", period);
      case MONTHLY -> month(period.start()) + " " + period.year();
      case YEARLY -> Integer.toString(period.year());
      case QUARTERLY_NOV ->
          shortMonth(period.start())
              + " to "
              + shortMonth(period.end())
              + " "
              + period.end().getYear();
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
          monthSpan(period.start(), period.end());
    };
  }

  static String displayShortName(Period period) {
    if (period.type().isWeekly()) {
      return week("W", period);
    }
    return period.type() == PeriodType.BI_WEEKLY ? week("BiW", period) : displayName(period);
  }

  private static String week(String word, Period period) {
    return word + period.number() + " - " + period.start() + " - " + period.end();
  }

  private static String monthSpan(LocalDate start, LocalDate end) {
    String startYear = start.getYear() == end.getYear() ? "" : " " + start.getYear();
    return month(start) + startYear + " - " + month(end) + " " + end.getYear();
  }

  private static String month(LocalDate date) {
    return MONTHS[date.getMonthValue() - 1];
  }

  private static String shortMonth(LocalDate date) {
    return SHORT_MONTHS[date.getMonthValue() - 1];
  }

  private static String[] months(TextStyle style) {
    return Arrays.stream(Month.values())
        .map(month -> month.getDisplayName(style, Locale.ENGLISH))
        .toArray(String[]::new);
  }
}
