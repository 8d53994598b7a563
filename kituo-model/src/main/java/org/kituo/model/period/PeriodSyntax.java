package org.kituo.model.period;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.DateTimeException;
import java.time.LocalDate;
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

  static Period parse(String text) {
    int length = text.length();
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw new InvalidPeriodException(text, "a period has 4 to 11 characters");
    }
    int year = number(text, 0, YEAR_DIGITS);
    if (length == YEAR_DIGITS) {
      return numbered(text, PeriodType.YEARLY, year, 1);
    }
    return isLetter(text.charAt(YEAR_DIGITS)) ? parseMarked(text, year) : parseNumeric(text, year);
  }

  /** Months, bi-months and days; the length tells them apart. */
  private static Period parseNumeric(String text, int year) {
    boolean dashed = text.charAt(YEAR_DIGITS) == '-';
    int month = dashed ? YEAR_DIGITS + 1 : YEAR_DIGITS;
    int length = text.length();
    if (length == month + 2) {
      return numbered(text, PeriodType.MONTHLY, year, number(text, month, length));
    }
    if (!dashed && length == month + 3 && text.charAt(length - 1) == 'B') {
      return numbered(text, PeriodType.BI_MONTHLY, year, number(text, month, length - 1));
    }
    if (!dashed && length == month + 4) {
      return day(text, year, number(text, month, month + 2), number(text, month + 2, length));
    }
    if (dashed && length == month + 5 && text.charAt(month + 2) == '-') {
      return day(text, year, number(text, month, month + 2), number(text, month + 3, length));
    }
    throw new InvalidPeriodException(text, "no period type is written like this");
  }

  private static Period parseMarked(String text, int year) {
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
    return numbered(text, type, year, number);
  }

  private static Period numbered(String text, PeriodType type, int year, int number) {
    return type.numbered(year, number)
        .orElseThrow(() -> new InvalidPeriodException(text, outOfRange(type, year)));
  }

  private static String outOfRange(PeriodType type, int year) {
    return Period.isYear(year)
        ? type.apiName() + " periods of " + year + " go from 1 to " + type.cycle().periodsIn(year)
        : "the year must be 1 to 9999";
  }

  private static Period day(String text, int year, int month, int day) {
    try {
      return PeriodType.DAILY.containing(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      throw new InvalidPeriodException(text, "there is no such day");
    }
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
    int year = period.year();
    if (year < 1000) {
      text.append(year < 10 ? "000" : year < 100 ? "00" : "0");
    }
    text.append(year);
    switch (type) {
      case YEARLY -> {}
      case MONTHLY -> appendTwoDigits(text, period.number());
      case BI_MONTHLY -> appendTwoDigits(text, period.number()).append('B');
      case DAILY -> {
        appendTwoDigits(text, period.start().getMonthValue());
        appendTwoDigits(text, period.start().getDayOfMonth());
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
