package org.kituo.data.datavalue;

import org.jspecify.annotations.Nullable;

/** A request about figures is refused. */
public final class DataValueException extends Exception {
  private static final long serialVersionUID = 1;

  /** Why, in the terms of HTTP. */
  public enum Kind {
    BAD_REQUEST(400),
    FORBIDDEN(403),
    NOT_FOUND(404),
    CONFLICT(409);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** The status code of HTTP. */
    public int status() {
      return status;
    }
  }

  private final Kind kind;
  private final @Nullable String code;

  /**
   * @param code the error code of DHIS2; null where DHIS2 gives none
   * @param message for people
   */
  public DataValueException(Kind kind, @Nullable String code, String message) {
    super(message);
    this.kind = kind;
    this.code = code;
  }

  /** A request that contradicts what is there. */
  public static DataValueException conflict(String code, String message) {
    return new DataValueException(Kind.CONFLICT, code, message);
  }

  /** Why, in the terms of HTTP. */
  public Kind kind() {
    return kind;
  }

  /** The error code of DHIS2, where it has one. */
  public @Nullable String code() {
    return code;
  }
}
