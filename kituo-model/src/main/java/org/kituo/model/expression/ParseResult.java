package org.kituo.model.expression;

/** What came of reading an expression. */
public sealed interface ParseResult {

  /** A well-formed expression. */
  record Success(Expression expression) implements ParseResult {}

  /**
   * Not an expression of the wanted type.
   *
   * @param position index of the character where the problem is, up to the text's length
   * @param reason one sentence for the author of the expression
   */
  record Failure(int position, String reason) implements ParseResult {}
}
