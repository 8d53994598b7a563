package org.kituo.analytics.columns;

/**
 * Numbers as texts of values. A text is canonical if it is what {@link #write} makes of its number:
 * such values are kept as numbers alone. "1.50", "007" and "1e3" are numbers, but not canonical.
 */
final class CanonicalNumber {
  private static final double WHOLE_UP_TO = 1e15;
  private static final int LONGEST_WHOLE = 15;

  private CanonicalNumber() {}

  /** The number of a canonical text; NaN of any other. */
  static double canonical(String text) {
    if (isCanonicalWhole(text)) {
      return Long.parseLong(text);
    }
    if (text.indexOf('.') < 0) {
      return Double.NaN;
    }
    double number = read(text);
    return write(number).equals(text) ? number : Double.NaN;
  }

  /**
   * The number of a text: a sign, digits, a point with digits, an exponent, as far as they are
   * there; NaN if it is none.
   */
  static double read(String text) {
    int end = text.length();
    int at = sign(text, 0);
    int whole = digits(text, at);
    int point = whole;
    if (whole < end && text.charAt(whole) == '.') {
      point = digits(text, whole + 1);
    }
    boolean some = whole > at || point > whole + 1;
    if (!some) {
      return Double.NaN;
    }
    int exponent = point;
    if (point < end && (text.charAt(point) == 'e' || text.charAt(point) == 'E')) {
      int from = sign(text, point + 1);
      exponent = digits(text, from);
      if (exponent == from) {
        return Double.NaN;
      }
    }
    if (exponent < end) {
      return Double.NaN;
    }
    double number = Double.parseDouble(text);
    return Double.isInfinite(number) ? Double.NaN : number;
  }

  /** A number as text, whole ones without a fraction. */
  static String write(double number) {
    return number == Math.rint(number) && Math.abs(number) < WHOLE_UP_TO
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static boolean isCanonicalWhole(String text) {
    int length = text.length();
    int from = length > 0 && text.charAt(0) == '-' ? 1 : 0;
    if (length == from || length - from > LONGEST_WHOLE || digits(text, from) < length) {
      return false;
    }
    return text.charAt(from) != '0' || length == 1;
  }

  private static int sign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
