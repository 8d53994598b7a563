package org.kituo.server.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers in JSON, written straight to the client, and the message envelope of the DHIS2 Web API.
 */
public final class Answers {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Answers() {}

  /** A 200 with JSON that is written while it is sent. */
  public static ServerResponse json(Consumer<JsonGenerator> writer) {
    return json(HttpStatus.OK, writer);
  }

  /** JSON with a status. */
  public static ServerResponse json(HttpStatus status, Consumer<JsonGenerator> writer) {
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .build((request, response) -> {
          write(response.getOutputStream(), writer);
          return null;
        });
  }

  /** A short plain text. */
  public static ServerResponse text(String text) {
    return ServerResponse.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(text);
  }

  /** Writes JSON to a stream. */
  public static void write(OutputStream out, Consumer<JsonGenerator> writer) {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      writer.accept(json);
    }
  }

  /** The message envelope with a report. */
  public static ServerResponse message(
      HttpStatus status,
      String outcome,
      @Nullable String message,
      @Nullable Consumer<JsonGenerator> response) {
    return json(status, json -> envelope(json, status, outcome, message, null, response));
  }

  /** A 200 with a message. */
  public static ServerResponse ok(String message) {
    return message(HttpStatus.OK, "OK", message, null);
  }

  /** The answer to a problem. */
  public static ServerResponse problem(Problem problem) {
    return json(problem.status(), json -> problem(json, problem));
  }

  /** Answers a problem where no route is at work. */
  public static void problem(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.status().value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setHeader("Cache-Control", "no-cache, private");
    write(response.getOutputStream(), json -> problem(json, problem));
  }

  private static void problem(JsonGenerator json, Problem problem) {
    String outcome =
        problem.response() == null || problem.status() != HttpStatus.CONFLICT ? "ERROR" : "WARNING";
    envelope(
        json, problem.status(), outcome, problem.message(), problem.code(), problem.response());
  }

  private static void envelope(
      JsonGenerator json,
      HttpStatus status,
      String outcome,
      @Nullable String message,
      @Nullable String code,
      @Nullable Consumer<JsonGenerator> response) {
    json.writeStartObject();
    json.writeStringProperty("httpStatus", status.getReasonPhrase());
    json.writeNumberProperty("httpStatusCode", status.value());
    json.writeStringProperty("status", outcome);
    if (message != null) {
      json.writeStringProperty("message", message);
    }
    if (code != null && !code.isEmpty()) {
      json.writeStringProperty("errorCode", code);
    }
    if (response != null) {
      json.writeName("response");
      response.accept(json);
    }
    json.writeEndObject();
  }
}
