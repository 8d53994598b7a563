package org.kituo.model.expression;

import org.jspecify.annotations.Nullable;

/**
 * Comparisons. Two texts compare as texts, in the order of their characters. Otherwise both sides
 * compare as numbers, true being 1; text that is no number is unlike, and in the order of texts
 * before or after, what it is compared with. Nothing is known about missing values.
 */
final class Comparison {
  private Comparison() {}

  static Code chain(Code[] operands, BinaryOperator[] operators) {
    Code first = pair(operators[0], operands[0], operands[1]);
    return operators.length == 1
        ? first
        : Compiler.truth(values -> compareAll(first, operands, operators, values));
  }

  /** From the left, each outcome with the next operand; in a loop, as there may be thousands. */
  private static Truth compareAll(
      Code first, Code[] operands, BinaryOperator[] operators, Values values) {
    Truth result = first.truth(values);
    for (int i = 1; i < operators.length; i++) {
      result = compare(operators[i], result.value(), operands[i + 1].value(values));
    }
    return result;
  }

  private static Code pair(BinaryOperator operator, Code left, Code right) {
    if (left instanceof Code.OfAny
        || left instanceof Code.Condition
        || right instanceof Code.OfAny
        || right instanceof Code.Condition) {
      return Compiler.truth(values -> compare(operator, left.value(values), right.value(values)));
    }
    return Compiler.truth(values ->
        textual(left, values) || textual(right, values)
            ? compare(operator, left.value(values), right.value(values))
            : compare(operator, left.number(values), right.number(values)));
  }

  private static boolean textual(Code code, Values values) {
    return code instanceof Code.Variable variable && variable.textual(values);
  }

  static Truth compare(BinaryOperator operator, @Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return Truth.UNKNOWN;
    }
    if (!(left instanceof String && right instanceof String)) {
      // A missing item is empty text beside text, and 0 beside a number.
      double a = left.equals("") ? 0 : Conversion.number(left);
      double b = right.equals("") ? 0 : Conversion.number(right);
      if (!Double.isNaN(a) && !Double.isNaN(b)) {
        return compare(operator, a, b);
      }
    }
    String a = Conversion.text(left);
    String b = Conversion.text(right);
    return a == null || b == null ? Truth.UNKNOWN : Truth.of(holds(operator, a.compareTo(b)));
  }

  private static Truth compare(BinaryOperator operator, double left, double right) {
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return Truth.UNKNOWN;
    }
    return Truth.of(holds(operator, left == right ? 0 : left < right ? -1 : 1));
  }

  private static boolean holds(BinaryOperator operator, int order) {
    return switch (operator) {
      case LESS -> order < 0;
      case GREATER -> order > 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      default -> throw new IllegalStateException("Not a comparison: " + operator);
    };
  }
}
