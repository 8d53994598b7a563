package org.kituo.model.expression;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  static double number(@Nullable Object value) {
    return switch (value) {
      case null -> Double.NaN;
      case Number number -> number.doubleValue();
      case Boolean bool -> bool ? 1 : 0;
      default -> number(value.toString());
    };
  }

  static Truth truth(String text) {
    return Truth.of(number(text));
  }

  static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Double number -> text(number.doubleValue());
      default -> value.toString();
    };
  }

  /** A number as people write it: whole numbers without decimals. */
  private static String text(double number) {
    return Math.abs(number) < 1e15 && number == Math.rint(number)
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
