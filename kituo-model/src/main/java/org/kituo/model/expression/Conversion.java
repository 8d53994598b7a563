package org.kituo.model.expression;

import java.util.regex.Pattern;

/** How text becomes a number or boolean, and the other way round. NaN stands for no number. */
final class Conversion {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private Conversion() {}

  static double number(String text) {
    String trimmed = text.strip();
    if (!trimmed.isEmpty() && NUMBER.matcher(trimmed).matches()) {
      return Double.parseDouble(trimmed);
    }
    return switch (trimmed) {
      case "true" -> 1;
      case "false" -> 0;
      default -> Double.NaN;
    };
  }

  static Truth truth(String text) {
    return Truth.of(number(text));
  }

  /** A number as people write it: whole numbers without decimals. */
  static String text(double number) {
    return Math.abs(number) < 1e15 && number == Math.rint(number)
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
