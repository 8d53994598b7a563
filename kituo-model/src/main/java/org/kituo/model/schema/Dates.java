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
        default -> time(text);
      };
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
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
