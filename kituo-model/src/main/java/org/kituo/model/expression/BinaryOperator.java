package org.kituo.model.expression;

/** Operators with two operands, by falling precedence; those of one level associate to the left. */
public enum BinaryOperator {
  /** The only one that associates to the right, and binds tighter than the unary operators. */
  POWER("^", Level.POWER),
  MULTIPLY("*", Level.PRODUCT),
  DIVIDE("/", Level.PRODUCT),
  MODULUS("%", Level.PRODUCT),
  PLUS("+", Level.SUM),
  MINUS("-", Level.SUM),
  LESS("<", Level.ORDER),
  GREATER(">", Level.ORDER),
  LESS_OR_EQUAL("<=", Level.ORDER),
  GREATER_OR_EQUAL(">=", Level.ORDER),
  EQUAL("==", Level.EQUALITY),
  NOT_EQUAL("!=", Level.EQUALITY),
  AND("&&", Level.AND),
  OR("||", Level.OR);

  /** Levels of precedence, the loosest first. */
  enum Level {
    OR,
    AND,
    EQUALITY,
    ORDER,
    SUM,
    PRODUCT,
    POWER
  }

  private final String token;
  private final Level level;

  BinaryOperator(String token, Level level) {
    this.token = token;
    this.level = level;
  }

  /** The sign; {@code and} and {@code or} are other spellings of two of them. */
  public String token() {
    return token;
  }

  Level level() {
    return level;
  }
}
