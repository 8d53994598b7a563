package org.kituo.server.http;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JsonGenerator;

/** A request that cannot be answered as asked: what the client is told about it. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final @Nullable String code;
  private final transient @Nullable Consumer<JsonGenerator> response;

  private Problem(
      HttpStatus status,
      @Nullable String code,
      String message,
      @Nullable Consumer<JsonGenerator> response) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.response = response;
  }

  /** A problem with a status, an error code of the DHIS2 Web API and a message. */
  public static Problem of(HttpStatus status, @Nullable String code, String message) {
    return new Problem(status, code, message, null);
  }

  /** The request contradicts what is there. */
  public static Problem conflict(@Nullable String code, String message) {
    return of(HttpStatus.CONFLICT, code, message);
  }

  /** The request is not well-formed. */
  public static Problem badRequest(@Nullable String code, String message) {
    return of(HttpStatus.BAD_REQUEST, code, message);
  }

  /** There is no such thing. */
  public static Problem notFound(String message) {
    return of(HttpStatus.NOT_FOUND, "E1005", message);
  }

  /** The user may not do that. */
  public static Problem forbidden(@Nullable String code, String message) {
    return of(HttpStatus.FORBIDDEN, code, message);
  }

  /** The same with a detailed report. */
  public Problem with(Consumer<JsonGenerator> report) {
    return new Problem(status, code, message(), report);
  }

  /** The HTTP status. */
  public HttpStatus status() {
    return status;
  }

  /** The error code; null where there is none. */
  public @Nullable String code() {
    return code;
  }

  /** What went wrong and what to do, for people. */
  public String message() {
    String message = getMessage();
    return message == null ? status.getReasonPhrase() : message;
  }

  /** The detailed report; null where there is none. */
  public @Nullable Consumer<JsonGenerator> response() {
    return response;
  }
}
