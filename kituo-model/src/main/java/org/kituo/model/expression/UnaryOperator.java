package org.kituo.model.expression;

/** Operators with one operand. */
public enum UnaryOperator {
  PLUS("+"),
  MINUS("-"),
  NOT("!");

  private final String token;

  UnaryOperator(String token) {
    this.token = token;
  }

  /** The sign; {@code not} is another spelling of {@link #NOT}. */
  public String token() {
    return token;
  }
}
