package org.kituo.model.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.schema.Dates;

/**
 * The rules of each value type. A text is first {@linkplain #normalise brought into the form in
 * which it is kept}, then {@linkplain #problem checked}; both are called for each figure of an
 * import, so numbers are looked at character by character and texts that are in form already are
 * not copied.
 *
 * <p>Where a value must name something of the system (an option, a file), whoever knows the system
 * checks that.
 */
public final class ValueRules {
  /** The most characters of a value. */
  public static final int MAX_LENGTH = 50_000;

  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+'-]+@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\\.[A-Za-z]{2,}");
  private static final Pattern URL =
      Pattern.compile("(?i)(https?|ftp)://[^\\s/?#.][^\\s/?#]*([/?#]\\S*)?");
  private static final Pattern PHONE =
      Pattern.compile("\\+?[0-9][0-9 ().-]{4,48}([0-9]|ext\\.? ?[0-9]{1,6})");
  private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-3]):[0-5][0-9]");
  private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,253}");
  private static final Pattern UID = Pattern.compile("[A-Za-z][A-Za-z0-9]{10}");
  private static final Pattern COORDINATE =
      Pattern.compile("\\[(-?\\d{1,3}(?:\\.\\d+)?), ?(-?\\d{1,2}(?:\\.\\d+)?)]");
  private static final int MAX_EMAIL = 254;
  private static final int MAX_LONGITUDE = 180;
  private static final int MAX_LATITUDE = 90;
  private static final int DATE_LENGTH = 10;

  private ValueRules() {}

  /**
   * A text in the form in which values of a type are kept: yes and no as {@code true} and {@code
   * false}, whole numbers without a fraction of zeros, dates without a time. What is not valid
   * comes back as it is.
   */
  public static String normalise(ValueType type, String text) {
    return switch (type) {
      case BOOLEAN -> {
        Boolean yes = yesOrNo(text);
        yield yes == null ? text : yes.toString();
      }
      case TRUE_ONLY -> Boolean.TRUE.equals(yesOrNo(text)) ? "true" : text;
      case INTEGER, INTEGER_POSITIVE, INTEGER_NEGATIVE, INTEGER_ZERO_OR_POSITIVE ->
          withoutZeroFraction(text);
      case DATE, AGE -> date(text);
      default -> text;
    };
  }

  /**
   * What is wrong with a normalised text as a value of a type, as a code such as {@code
   * value_not_integer}; null if nothing is.
   */
  public static @Nullable String problem(ValueType type, String value) {
    if (value.length() > MAX_LENGTH) {
      return "value_length_greater_than_max_length";
    }
    return switch (type) {
      case TEXT, LONG_TEXT, MULTI_TEXT -> null;
      case LETTER ->
          unless(
              value.length() == 1 && Character.isLetter(value.charAt(0)), "value_not_valid_letter");
      case PHONE_NUMBER -> unless(PHONE.matcher(value).matches(), "value_not_phone_number");
      case EMAIL ->
          unless(
              value.length() <= MAX_EMAIL && EMAIL.matcher(value).matches(),
              "value_not_valid_email");
      case BOOLEAN -> unless(value.equals("true") || value.equals("false"), "value_not_bool");
      case TRUE_ONLY -> unless(value.equals("true"), "value_not_true_only");
      case DATE -> unless(isDate(value), "value_not_valid_date");
      case DATETIME -> unless(isDateTime(value), "value_not_valid_datetime");
      case TIME -> unless(TIME.matcher(value).matches(), "value_not_valid_time");
      case NUMBER -> unless(isNumber(value), "value_not_numeric");
      case UNIT_INTERVAL -> unless(isBetween(value, 1), "value_not_unit_interval");
      case PERCENTAGE -> unless(isBetween(value, 100), "value_not_percentage");
      case INTEGER -> unless(isInteger(value), "value_not_integer");
      case INTEGER_POSITIVE ->
          unless(isInteger(value) && sign(value) > 0, "value_not_positive_integer");
      case INTEGER_NEGATIVE ->
          unless(isInteger(value) && sign(value) < 0, "value_not_negative_integer");
      case INTEGER_ZERO_OR_POSITIVE ->
          unless(isInteger(value) && sign(value) >= 0, "value_not_zero_or_positive_integer");
      case USERNAME -> unless(USERNAME.matcher(value).matches(), "value_not_valid_username");
      case COORDINATE -> unless(isCoordinate(value), "value_not_coordinate");
      case ORGANISATION_UNIT ->
          unless(UID.matcher(value).matches(), "value_not_valid_org_unit_uid");
      case REFERENCE -> unless(UID.matcher(value).matches(), "value_not_valid_reference_uid");
      case AGE -> unless(isDate(value), "value_not_valid_age");
      case URL -> unless(URL.matcher(value).matches(), "value_not_url");
      case FILE_RESOURCE, IMAGE ->
          unless(UID.matcher(value).matches(), "value_not_valid_file_resource_uid");
      case GEOJSON -> unless(value.strip().startsWith("{"), "value_not_valid_geojson");
    };
  }

  private static @Nullable String unless(boolean valid, String problem) {
    return valid ? null : problem;
  }

  private static @Nullable Boolean yesOrNo(String text) {
    return switch (text) {
      case "true", "TRUE", "True", "t", "T", "1", "y", "Y", "yes", "Yes", "YES" -> true;
      case "false", "FALSE", "False", "f", "F", "0", "n", "N", "no", "No", "NO" -> false;
      default -> null;
    };
  }

  private static String withoutZeroFraction(String text) {
    int dot = text.indexOf('.');
    if (dot < 1 || dot == text.length() - 1) {
      return text;
    }
    for (int i = dot + 1; i < text.length(); i++) {
      if (text.charAt(i) != '0') {
        return text;
      }
    }
    return text.substring(0, dot);
  }

  private static String date(String text) {
    if (text.length() <= DATE_LENGTH) {
      return text;
    }
    LocalDateTime time = Dates.parse(text);
    return time == null ? text : time.toLocalDate().toString();
  }

  private static boolean isDate(String value) {
    if (value.length() != DATE_LENGTH) {
      return false;
    }
    try {
      LocalDate.parse(value);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isDateTime(String value) {
    return value.length() >= DATE_LENGTH && Dates.parse(value) != null;
  }

  /** Whether a text is a whole number: no plus sign, no leading zeros. */
  private static boolean isInteger(String value) {
    return digits(value, start(value)) == value.length() && fitsInteger(value);
  }

  private static boolean fitsInteger(String value) {
    if (value.length() < 10) {
      return true;
    }
    try {
      Integer.parseInt(value);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Whether a text is a number: a whole one, perhaps a fraction, perhaps E and an exponent. */
  private static boolean isNumber(String value) {
    int end = digits(value, start(value));
    if (end < 0) {
      return false;
    }
    if (end < value.length() && value.charAt(end) == '.') {
      int fraction = anyDigits(value, end + 1);
      if (fraction == end + 1) {
        return false;
      }
      end = fraction;
    }
    if (end < value.length() && value.charAt(end) == 'E') {
      int sign = end + 1 < value.length() && value.charAt(end + 1) == '-' ? 1 : 0;
      int exponent = anyDigits(value, end + 1 + sign);
      if (exponent == end + 1 + sign) {
        return false;
      }
      end = exponent;
    }
    return end == value.length() && Double.isFinite(Double.parseDouble(value));
  }

  private static int start(String value) {
    return !value.isEmpty() && value.charAt(0) == '-' ? 1 : 0;
  }

  /** The end of a whole number that starts here; -1 if none does. */
  private static int digits(String value, int from) {
    int end = anyDigits(value, from);
    boolean none = end == from;
    boolean leadingZero = end - from > 1 && value.charAt(from) == '0';
    return none || leadingZero ? -1 : end;
  }

  private static int anyDigits(String value, int from) {
    int at = from;
    while (at < value.length() && value.charAt(at) >= '0' && value.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static int sign(String integer) {
    return integer.equals("0") || integer.equals("-0") ? 0 : integer.charAt(0) == '-' ? -1 : 1;
  }

  private static boolean isBetween(String value, double max) {
    if (!isNumber(value)) {
      return false;
    }
    double number = Double.parseDouble(value);
    return number >= 0 && number <= max;
  }

  private static boolean isCoordinate(String value) {
    var matcher = COORDINATE.matcher(value);
    return matcher.matches()
        && Math.abs(Double.parseDouble(matcher.group(1))) <= MAX_LONGITUDE
        && Math.abs(Double.parseDouble(matcher.group(2))) <= MAX_LATITUDE;
  }
}
