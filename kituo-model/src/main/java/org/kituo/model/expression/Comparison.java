package org.kituo.model.expression;

/**
 * Comparisons. Two texts compare as texts, in the order of their characters. Otherwise both sides
 * compare as numbers, true being 1; text that is no number is unlike, and in the order of texts
 * before or after, what it is compared with. Nothing is known about missing values.
 */
final class Comparison {
  private Comparison() {}

  static Code chain(Code[] operands, BinaryOperator[] operators) {
    Code result = operands[0];
    for (int i = 0; i < operators.length; i++) {
      result = pair(operators[i], result, operands[i + 1]);
    }
    return result;
  }

  private static Code pair(BinaryOperator operator, Code left, Code right) {
    return Compiler.truth(values -> compare(operator, left, right, values));
  }

  static Truth compare(BinaryOperator operator, Code left, Code right, Values values) {
    boolean leftText = left.textual(values);
    boolean rightText = right.textual(values);
    if (!(leftText && rightText)) {
      double a = left.number(values);
      double b = right.number(values);
      if (!Double.isNaN(a) && !Double.isNaN(b)) {
        return Truth.of(holds(operator, a == b ? 0 : a < b ? -1 : 1));
      }
      if (!leftText && !rightText) {
        return Truth.UNKNOWN;
      }
    }
    String a = left.text(values);
    String b = right.text(values);
    return a == null || b == null ? Truth.UNKNOWN : Truth.of(holds(operator, a.compareTo(b)));
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
