package org.kituo.model.expression;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions of the values of one period. */
final class Functions {
  private Functions() {}

  static Code code(Function function, Code[] arguments) {
    Code first = arguments[0];
    return switch (function) {
      case IF -> new Code.Condition(first, arguments[1], arguments[2]);
      case IS -> Compiler.truth(values -> isAny(arguments, values));
      case IS_NULL -> Compiler.truth(values -> Truth.of(!first.present(values)));
      case IS_NOT_NULL -> Compiler.truth(values -> Truth.of(first.present(values)));
      case FIRST_NON_NULL -> (Code.OfAny) values -> firstPresent(arguments, values);
      case GREATEST -> Compiler.number(values -> extreme(arguments, values, 1));
      case LEAST -> Compiler.number(values -> extreme(arguments, values, -1));
      case LOG -> logarithm(arguments);
      case LOG10 -> Compiler.number(values -> orNone(Math.log10(first.number(values))));
      case REMOVE_ZEROS ->
          Compiler.number(values -> {
            double number = first.number(values);
            return number == 0 ? Double.NaN : number;
          });
      case CONTAINS -> Compiler.truth(values -> contains(arguments, values));
      case CONTAINS_ITEMS -> Compiler.truth(values -> containsItems(arguments, values));
      default -> throw new IllegalStateException("Not a function of one period: " + function);
    };
  }

  private static Truth isAny(Code[] arguments, Values values) {
    Truth result = Truth.FALSE;
    Object value = arguments[0].value(values);
    for (int i = 1; i < arguments.length; i++) {
      Truth equal = Comparison.compare(BinaryOperator.EQUAL, value, arguments[i].value(values));
      if (equal == Truth.TRUE) {
        return equal;
      }
      result = equal == Truth.UNKNOWN ? equal : result;
    }
    return result;
  }

  private static @Nullable Object firstPresent(Code[] arguments, Values values) {
    for (Code argument : arguments) {
      Object value = argument.value(values);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** The greatest (sign 1) or least (sign -1) of the arguments that have a value. */
  private static double extreme(Code[] arguments, Values values, int sign) {
    double extreme = Double.NaN;
    for (Code argument : arguments) {
      double number = argument.number(values);
      if (Double.isNaN(extreme) || number * sign > extreme * sign) {
        extreme = number;
      }
    }
    return extreme;
  }

  private static Code logarithm(Code[] arguments) {
    Code number = arguments[0];
    if (arguments.length == 1) {
      return Compiler.number(values -> orNone(Math.log(number.number(values))));
    }
    Code base = arguments[1];
    return Compiler.number(
        values -> orNone(Math.log(number.number(values)) / Math.log(base.number(values))));
  }

  private static Truth contains(Code[] arguments, Values values) {
    String text = arguments[0].text(values);
    if (text == null) {
      return Truth.UNKNOWN;
    }
    for (int i = 1; i < arguments.length; i++) {
      String part = arguments[i].text(values);
      if (part == null) {
        return Truth.UNKNOWN;
      }
      if (!text.contains(part)) {
        return Truth.FALSE;
      }
    }
    return Truth.TRUE;
  }

  private static Truth containsItems(Code[] arguments, Values values) {
    String text = arguments[0].text(values);
    if (text == null) {
      return Truth.UNKNOWN;
    }
    Set<String> items = Set.copyOf(Arrays.asList(text.split(",", -1)));
    for (int i = 1; i < arguments.length; i++) {
      String item = arguments[i].text(values);
      if (item == null) {
        return Truth.UNKNOWN;
      }
      if (!items.contains(item)) {
        return Truth.FALSE;
      }
    }
    return Truth.TRUE;
  }

  private static double orNone(double number) {
    return Double.isInfinite(number) ? Double.NaN : number;
  }
}
