package org.kituo.model.period;

/**
 * Text that is not the identifier of a period. The message names the text and says what is wrong
 * with it, fit for showing to whoever sent it. Carries no stack trace: imports may meet many.
 */
public final class InvalidPeriodException extends IllegalArgumentException {

  private final String text;
  private final String reason;

  InvalidPeriodException(String text, String reason) {
    super("Invalid period `" + text + "`: " + reason, null);
    this.text = text;
    this.reason = reason;
  }

  /** The text as it was given. */
  public String text() {
    return text;
  }

  /** What is wrong, without the text. */
  public String reason() {
    return reason;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
