package org.kituo.model.expression;

/** What an expression is written for, which decides the items and functions it may use. */
public enum ParseType {
  /** Numerator or denominator of an indicator, or a calculation; a number. */
  INDICATOR,
  /** One side of a validation rule; a number. */
  VALIDATION_RULE,
  /** Generator of a predictor; a number. */
  PREDICTOR,
  /** Tells which sample periods of a predictor are left out; true or false. */
  PREDICTOR_SKIP_TEST,
  /** A bare condition; true or false. */
  SIMPLE_TEST;

  /** Whether the value of such an expression is true or false rather than a number. */
  public boolean isTest() {
    return this == PREDICTOR_SKIP_TEST || this == SIMPLE_TEST;
  }

  /** Whether aggregate functions over the samples of a predictor may be used. */
  boolean hasSamples() {
    return this == PREDICTOR || this == PREDICTOR_SKIP_TEST;
  }
}
