package org.kituo.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a server, logged in with a session as browsers are. */
final class Client implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.shared();

  private static final String USER = "admin";
  private static final String PASSWORD = "district";
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final int EXCERPT = 6000;

  private final URI base;
  private final HttpClient http;
  private final String user;
  private final String password;

  /** A request that was not answered as hoped; the message has the server's words. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /**
   * An answer.
   *
   * @param seconds from the first byte of the request to the last of the answer
   */
  record Answer(byte[] body, double seconds) {
    JsonNode json() {
      return JSON.readTree(body);
    }
  }

  private Client(URI base, HttpClient http, String user, String password) {
    this.base = base;
    this.http = http;
    this.user = user;
    this.password = password;
  }

  /** Logs in as admin. */
  static Client of(URI base) {
    return of(base, USER, PASSWORD);
  }

  /** Logs in. */
  static Client of(URI base, String user, String password) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    Client client = new Client(base, http, user, password);
    client.post("/api/auth/login", Map.of("username", user, "password", password));
    return client;
  }

  URI base() {
    return base;
  }

  /** Gets a path, which must be answered with success. */
  Answer get(String path) {
    return send(request(path).GET().build());
  }

  /** Gets a path with Basic authentication and no session. */
  Answer getWithPassword(String path, HttpClient sessionless) {
    String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    return send(sessionless, request(path).header("Authorization", "Basic " + login).GET().build());
  }

  /** Posts an object as JSON. */
  Answer post(String path, Object body) {
    return post(path, JSON.writeValueAsBytes(body));
  }

  /** Posts bytes of JSON. */
  Answer post(String path, byte[] body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  /** Puts an object as JSON. */
  Answer put(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build());
  }

  /** Deletes what is at a path. */
  Answer delete(String path) {
    return send(request(path).DELETE().build());
  }

  /** Sends a JSON patch. */
  Answer patch(String path, Object operations) {
    return send(
        request(path)
            .header("Content-Type", "application/json-patch+json")
            .method("PATCH", BodyPublishers.ofByteArray(JSON.writeValueAsBytes(operations)))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(PATIENCE)
        .header("Accept", "application/json");
  }

  private Answer send(HttpRequest request) {
    return send(http, request);
  }

  private static Answer send(HttpClient http, HttpRequest request) {
    try {
      long began = System.nanoTime();
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      double seconds = (System.nanoTime() - began) / 1e9;
      if (answer.statusCode() / 100 != 2) {
        String body = new String(answer.body(), UTF_8);
        throw new Refused(
            "%s %s was answered with %d: %s"
                .formatted(
                    request.method(),
                    request.uri(),
                    answer.statusCode(),
                    body.substring(0, Math.min(EXCERPT, body.length()))));
      }
      return new Answer(answer.body(), seconds);
    } catch (IOException e) {
      throw new UncheckedIOException("No answer from " + request.uri() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
