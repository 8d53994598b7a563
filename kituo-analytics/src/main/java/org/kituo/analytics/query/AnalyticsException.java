package org.kituo.analytics.query;

/** A question to analytics that cannot be answered as asked. */
public final class AnalyticsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code the error code of the Web API
   * @param message what is wrong, for people
   */
  public AnalyticsException(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** The error code of the Web API, such as E7124. */
  public String code() {
    return code;
  }

  /** What is wrong, for people. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
