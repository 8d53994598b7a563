package org.kituo.model.expression;

/** What is known about a value before it is computed. */
enum ValueType {
  NUMBER,
  BOOLEAN,
  TEXT,
  /** An item or null, whose type shows only when it is evaluated. */
  ANY;

  ValueType or(ValueType other) {
    return this == other ? this : ANY;
  }
}
