package org.kituo.model.query;

/** A query that cannot be understood. The message says what and where, for people. */
public final class QueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /** With the error code of the DHIS2 Web API; empty where it has none. */
  public QueryException(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** The error code of the DHIS2 Web API; empty where it has none. */
  public String code() {
    return code;
  }
}
