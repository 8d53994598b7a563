package org.kituo.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Calls a server as one user. Bodies that have no double quote may be written with single ones, and
 * paths with the characters that a browser would encode by itself.
 */
public final class TestClient {
  private static final String JSON = "application/json";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final HttpClient http;
  private final String address;
  private final List<String> headers;

  TestClient(HttpClient http, String address, String... headers) {
    this.http = http;
    this.address = address;
    this.headers = List.of(headers);
  }

  TestClient(HttpClient http, String address, String username, String password) {
    this(http, address, new String[] {"Authorization", basic(username, password)});
  }

  private static String basic(String username, String password) {
    byte[] pair = (username + ":" + password).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** A new identifier of eleven letters. */
  public static String newUid() {
    StringBuilder uid = new StringBuilder();
    ThreadLocalRandom.current()
        .ints(11, 0, LETTERS.length())
        .forEach(i -> uid.append(LETTERS.charAt(i)));
    return uid.toString();
  }

  /** The same client with a header more. */
  public TestClient with(String header, String value) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    more.add(value);
    return new TestClient(http, address, more.toArray(String[]::new));
  }

  /** Sends GET. */
  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  /** Sends POST without a body. */
  public Answer post(String path) {
    return send("POST", path, BodyPublishers.noBody());
  }

  /** Sends POST with JSON. */
  public Answer post(String path, String json) {
    return send("POST", path, JSON, json);
  }

  /** Sends PUT with JSON. */
  public Answer put(String path, String json) {
    return send("PUT", path, JSON, json);
  }

  /** Sends PATCH with a JSON patch. */
  public Answer patch(String path, String json) {
    return send("PATCH", path, "application/json-patch+json", json);
  }

  /** Sends DELETE. */
  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  /** Sends any method with a text of any type. */
  public Answer send(String method, String path, String contentType, String body) {
    String text = body.indexOf('"') < 0 ? body.replace('\'', '"') : body;
    return with("Content-Type", contentType)
        .send(method, path, BodyPublishers.ofString(text, UTF_8));
  }

  /** Sends any method with a body. */
  public Answer send(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + encoded(path))).method(method, body);
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    try {
      return new Answer(method + " " + path, http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(method + " " + path, e);
    }
  }

  /** What a GET is answered with, byte by byte. */
  public byte[] bytes(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + encoded(path)));
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(path, e);
    }
  }

  /** Encodes what cannot stand in an address; what is encoded already stays. */
  private static String encoded(String path) {
    StringBuilder encoded = new StringBuilder();
    path.codePoints()
        .forEach(c -> {
          if (c > ' ' && c < 127 && "\"<>[\\]^`{|}".indexOf(c) < 0) {
            encoded.appendCodePoint(c);
          } else {
            for (byte b : Character.toString(c).getBytes(UTF_8)) {
              encoded.append("%%%02X".formatted(b & 0xff));
            }
          }
        });
    return encoded.toString();
  }
}
