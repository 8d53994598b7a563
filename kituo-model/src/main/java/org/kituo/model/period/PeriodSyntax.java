package org.kituo.model.period;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/**
 * Identifiers of periods. All begin with a year of four digits. What follows is either numeric
 * (months, bi-months, days, or nothing for years) or a marker of letters that names the type,
 * followed by a number for types with several periods a year: "2024" + "NovQ" + "1". The markers
 * are what stands between "yyyy" and "n" in {@link PeriodType#isoFormat()}.
 */
final class PeriodSyntax {

  private static final int YEAR_DIGITS = 4;
  private static final int MIN_LENGTH = 4;
  private static final int MAX_LENGTH = 11;

  /** Types by marker. */
  private static final Map<String, PeriodType> MARKED =
      Arrays.stream(PeriodType.values())
          .filter(PeriodSyntax::isMarked)
          .collect(toUnmodifiableMap(PeriodSyntax::marker, Function.identity()));

  private static final Map<PeriodType, String> MARKERS =
      MARKED.entrySet().stream().collect(toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private PeriodSyntax() {}

  static Period parse(PeriodCalendar calendar, String text) {
    int length = text.length();
    if (length > MAX_LENGTH && text.charAt(MAX_LENGTH - 1) == '/') {
      return spanning(calendar, text);
    }
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw new InvalidPeriodException(text, "a period has 4 to 11 characters");
    }
    int year = number(text, 0, YEAR_DIGITS);
    if (length == YEAR_DIGITS) {
      return numbered(calendar, text, PeriodType.YEARLY, year, 1);
    }
    return isLetter(text.charAt(YEAR_DIGITS))
        ? parseMarked(calendar, text, year)
        : parseNumeric(calendar, text, year);
  }

  /**
   * A first day and a length, as ISO 8601 and ADX write periods: 2024-01-01/P3M. Several types have
   * the same length, but only one begins on the day.
   */
  private static Period spanning(PeriodCalendar calendar, String text) {
    try {
      LocalDate start = LocalDate.parse(text.substring(0, MAX_LENGTH - 1));
      return Arrays.stream(PeriodType.values())
          .filter(type -> type.isoDuration().equals(text.substring(MAX_LENGTH)))
          .filter(type -> calendar.cycle(type).startOf(start).equals(start))
          .map(type -> calendar.containing(type, start))
          .findFirst()
          .orElseThrow(() -> new InvalidPeriodException(text, "no period goes like this"));
    } catch (DateTimeParseException e) {
      throw new InvalidPeriodException(text, "there is no such day");
    }
  }

  /** Months, bi-months and days; the length tells them apart. */
  private static Period parseNumeric(PeriodCalendar calendar, String text, int year) {
    boolean dashed = text.charAt(YEAR_DIGITS) == '-';
    int month = dashed ? YEAR_DIGITS + 1 : YEAR_DIGITS;
    int length = text.length();
    if (length == month + 2) {
      return numbered(calendar, text, PeriodType.MONTHLY, year, number(text, month, length));
    }
    if (!dashed && length == month + 3 && text.charAt(length - 1) == 'B') {
      return numbered(calendar, text, PeriodType.BI_MONTHLY, year, number(text, month, length - 1));
    }
    if (!dashed && length == month + 4) {
      return day(
          calendar, text, year, number(text, month, month + 2), number(text, month + 2, length));
    }
    if (dashed && length == month + 5 && text.charAt(month + 2) == '-') {
      return day(
          calendar, text, year, number(text, month, month + 2), number(text, month + 3, length));
    }
    throw new InvalidPeriodException(text, "no period type is written like this");
  }

  private static Period parseMarked(PeriodCalendar calendar, String text, int year) {
    int markerEnd = YEAR_DIGITS;
    while (markerEnd < text.length() && isLetter(text.charAt(markerEnd))) {
      markerEnd++;
    }
    PeriodType type = MARKED.get(text.substring(YEAR_DIGITS, markerEnd));
    if (type == null) {
      throw new InvalidPeriodException(text, "no period type is written like this");
    }
    int digits = text.length() - markerEnd;
    if (digits < minDigits(type) || digits > maxDigits(type)) {
      throw new InvalidPeriodException(text, type.apiName() + " is written " + type.isoFormat());
    }
    int number = digits == 0 ? 1 : number(text, markerEnd, text.length());
    return numbered(calendar, text, type, year, number);
  }

  private static Period numbered(
      PeriodCalendar calendar, String text, PeriodType type, int year, int number) {
    return calendar
        .numbered(type, year, number)
        .orElseThrow(() -> new InvalidPeriodException(text, outOfRange(calendar, type, year)));
  }

  private static String outOfRange(PeriodCalendar calendar, PeriodType type, int year) {
    return calendar.isYear(year)
        ? type.apiName()
            + " periods of "
            + year
            + " go from 1 to "
            + calendar.cycle(type).periodsIn(year)
        : Period.years(calendar);
  }

  private static Period day(PeriodCalendar calendar, String text, int year, int month, int day) {
    if (!calendar.isYear(year)) {
      throw new InvalidPeriodException(text, Period.years(calendar));
    }
    return calendar
        .reckoning()
        .date(year, month, day)
        .map(date -> calendar.containing(PeriodType.DAILY, date))
        .orElseThrow(() -> new InvalidPeriodException(text, "there is no such day"));
  }

  /** The digits from begin to end as a number. */
  private static int number(String text, int begin, int end) {
    int number = 0;
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw new InvalidPeriodException(
            text, "there must be a digit instead of `" + c + "` at position " + (i + 1));
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  static String format(Period period) {
    StringBuilder text = new StringBuilder(MAX_LENGTH);
    PeriodType type = period.type();
    appendYear(text, period.year());
    switch (type) {
      case YEARLY -> {}
      case MONTHLY -> appendTwoDigits(text, period.number());
      case BI_MONTHLY -> appendTwoDigits(text, period.number()).append('B');
      case DAILY -> {
        Reckoning reckoning = period.calendar().reckoning();
        appendTwoDigits(text, reckoning.month(period.start()));
        appendTwoDigits(text, reckoning.dayOfMonth(period.start()));
      }
      default -> {
        text.append(MARKERS.get(type));
        if (isNumbered(type)) {
          text.append(period.number());
        }
      }
    }
    return text.toString();
  }

  /** A day in its calendar's year, month and day: 2024-01-31. */
  static String date(PeriodCalendar calendar, LocalDate date) {
    Reckoning reckoning = calendar.reckoning();
    StringBuilder text = appendYear(new StringBuilder(MAX_LENGTH), reckoning.year(date));
    appendTwoDigits(text.append('-'), reckoning.month(date));
    return appendTwoDigits(text.append('-'), reckoning.dayOfMonth(date)).toString();
  }

  private static StringBuilder appendYear(StringBuilder text, int year) {
    if (year < 1000) {
      text.append(year < 10 ? "000" : year < 100 ? "00" : "0");
    }
    return text.append(year);
  }

  private static StringBuilder appendTwoDigits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private static boolean isMarked(PeriodType type) {
    return switch (type) {
      case YEARLY, MONTHLY, BI_MONTHLY, DAILY -> false;
      default -> true;
    };
  }

  private static String marker(PeriodType type) {
    String format = type.isoFormat();
    return format.substring(YEAR_DIGITS, isNumbered(type) ? format.length() - 1 : format.length());
  }

  private static boolean isNumbered(PeriodType type) {
    return type.frequencyOrder() < PeriodType.YEARLY.frequencyOrder();
  }

  private static int minDigits(PeriodType type) {
    return isNumbered(type) ? 1 : 0;
  }

  /** Two for week numbers, one for quarters and half-years. */
  private static int maxDigits(PeriodType type) {
    if (!isNumbered(type)) {
      return 0;
    }
    return type.frequencyOrder() < PeriodType.MONTHLY.frequencyOrder() ? 2 : 1;
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
