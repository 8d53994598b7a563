package org.kituo.demo.programme;

import org.kituo.demo.payload.Uid;

/**
 * A validation rule: what must hold between two sides of a facility's report.
 *
 * @param operator the operator's name in the Web API
 * @param importance HIGH, MEDIUM or LOW
 */
public record Rule(
    String code,
    String name,
    String importance,
    Indicator.Side left,
    String operator,
    Indicator.Side right,
    String instruction) {

  static Rule atMost(
      String code, String name, String importance, Indicator.Side left, Indicator.Side right) {
    String instruction = left.description() + " cannot be more than " + right.description();
    return new Rule(code, name, importance, left, "less_than_or_equal_to", right, instruction);
  }

  /** The identifier. */
  public String uid() {
    return Uid.of("validationRule", code);
  }
}
