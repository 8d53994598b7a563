package org.kituo.model.expression;

/** Leaves the parser from any depth; never leaves the package. */
final class ParseException extends RuntimeException {
  private final int position;
  private final String reason;

  ParseException(int position, String reason) {
    super(reason, null, false, false);
    this.position = position;
    this.reason = reason;
  }

  ParseResult.Failure failure() {
    return new ParseResult.Failure(position, reason);
  }
}
