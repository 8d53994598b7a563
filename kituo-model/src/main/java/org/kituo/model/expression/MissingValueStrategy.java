package org.kituo.model.expression;

/** What becomes of an expression when some of its items have no value. */
public enum MissingValueStrategy {
  /** No result when any counted item is missing. */
  SKIP_IF_ANY_VALUE_MISSING,
  /** No result when there are counted items and all of them are missing. */
  SKIP_IF_ALL_VALUES_MISSING,
  /** Missing items count as zero (or empty text). */
  NEVER_SKIP
}
