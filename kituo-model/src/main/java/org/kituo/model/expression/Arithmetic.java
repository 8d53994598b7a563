package org.kituo.model.expression;

/**
 * Sums, products and powers. NaN, that is no value, spreads by itself; division by zero yields it.
 */
final class Arithmetic {
  private Arithmetic() {}

  static Code chain(Code[] operands, BinaryOperator[] operators) {
    return Compiler.number(values -> {
      double result = operands[0].number(values);
      for (int i = 0; i < operators.length; i++) {
        result = apply(operators[i], result, operands[i + 1].number(values));
      }
      return result;
    });
  }

  private static double apply(BinaryOperator operator, double left, double right) {
    return switch (operator) {
      case PLUS -> left + right;
      case MINUS -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> right == 0 ? Double.NaN : left / right;
      case MODULUS -> left % right;
      default -> throw new IllegalStateException("Not arithmetic: " + operator);
    };
  }

  /** The power; none of no value, which Math.pow would take to the 0th, and none for 0^-1. */
  static double power(double base, double exponent) {
    double power = Double.isNaN(base) ? Double.NaN : Math.pow(base, exponent);
    return Double.isInfinite(power) ? Double.NaN : power;
  }
}
