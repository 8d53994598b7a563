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
  SIMPLE_TEST,
  /** What a program indicator aggregates; a number. */
  PROGRAM_INDICATOR,
  /** Which events or enrollments a program indicator looks at; true or false. */
  PROGRAM_INDICATOR_FILTER,
  /** When a program rule applies; true or false. */
  PROGRAM_RULE_CONDITION,
  /** What the action of a program rule shows or assigns; any value. */
  PROGRAM_RULE_DATA;

  /** Whether the value of such an expression is true or false rather than a number. */
  public boolean isTest() {
    return this == PREDICTOR_SKIP_TEST
        || this == SIMPLE_TEST
        || this == PROGRAM_INDICATOR_FILTER
        || this == PROGRAM_RULE_CONDITION;
  }

  /** Whether it speaks of one enrollment or event rather than of aggregates. */
  public boolean isOfProgram() {
    return isOfProgramIndicator() || isOfRule();
  }

  /** Whether it belongs to a program indicator. */
  public boolean isOfProgramIndicator() {
    return this == PROGRAM_INDICATOR || this == PROGRAM_INDICATOR_FILTER;
  }

  /** Whether it belongs to a program rule, whose items are named variables. */
  public boolean isOfRule() {
    return this == PROGRAM_RULE_CONDITION || this == PROGRAM_RULE_DATA;
  }

  /** Whether aggregate functions over the samples of a predictor may be used. */
  boolean hasSamples() {
    return this == PREDICTOR || this == PREDICTOR_SKIP_TEST;
  }
}
