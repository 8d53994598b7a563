package org.kituo.model.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times in JSON: ISO 8601 without a zone, in the server's time zone, to the millisecond.
 */
public final class Dates {
  private static final DateTimeFormatter OUT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");

  private Dates() {}

  /** The text of a time, such as {@code 2024-02-22T15:15:34.067}. */
  public static String format(LocalDateTime time) {
    return OUT.format(time);
  }

  /**
   * Reads {@code yyyy}, {@code yyyy-MM}, {@code yyyy-MM-dd} or a time of that day, with or without
   * seconds, fraction and offset. Null where the text is none of these.
   */
  public static @Nullable LocalDateTime parse(String text) {
    try {
      return switch (text.length()) {
        case 4 -> LocalDate.of(Integer.parseInt(text), 1, 1).atStartOfDay();
        case 7 -> LocalDate.parse(text + "-01").atStartOfDay();
        case 10 -> LocalDate.parse(text).atStartOfDay();
        case 23 -> isUsual(text) ? usual(text) : time(text);
        default -> time(text);
      };
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  /** Whether a text has the marks of the form that {@link #format} gives. */
  private static boolean isUsual(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':'
        && text.charAt(19) == '.';
  }

  /** Reads that form without a formatter: a large system is full of such times. */
  private static LocalDateTime usual(String text) {
    return LocalDateTime.of(
        number(text, 0, 4),
        number(text, 5, 7),
        number(text, 8, 10),
        number(text, 11, 13),
        number(text, 14, 16),
        number(text, 17, 19),
        number(text, 20, 23) * 1_000_000);
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new NumberFormatException(text);
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static LocalDateTime time(String text) {
    int t = text.indexOf('T');
    int zone =
        Math.max(text.lastIndexOf('Z'), Math.max(text.lastIndexOf('+'), text.lastIndexOf('-')));
    if (zone <= t || t < 0) {
      return LocalDateTime.parse(text.replace(' ', 'T'));
    }
    String offset = text.substring(zone);
    if (offset.length() == 5) {
      offset = offset.substring(0, 3) + ":" + offset.substring(3);
    }
    return OffsetDateTime.parse(text.substring(0, zone) + offset)
        .atZoneSameInstant(ZoneId.systemDefault())
        .toLocalDateTime();
  }
}
