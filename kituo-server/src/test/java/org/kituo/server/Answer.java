package org.kituo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server answered. Places in JSON are written as names and numbers with dots between, {@code
 * response.typeReports.0.klass}; a name on an array means that member of each item, so {@code
 * constants.id} is the list of all identifiers.
 */
public final class Answer {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String request;
  private final HttpResponse<String> response;

  Answer(String request, HttpResponse<String> response) {
    this.request = request;
    this.response = response;
  }

  /** The HTTP status. */
  public int status() {
    return response.statusCode();
  }

  /** The text of the answer. */
  public String body() {
    return response.body();
  }

  /** A header; empty where it is missing. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** Demands a status. */
  public Answer expect(int status) {
    assertThat(status()).as(this::toString).isEqualTo(status);
    return this;
  }

  /** Demands a status and an error code in the envelope. */
  public Answer expect(int status, String errorCode) {
    return expect(status).has("errorCode", errorCode);
  }

  /** Demands a value: a text, a number, a truth value, a list of such, or null for nothing. */
  public Answer has(String place, @Nullable Object value) {
    Object wanted = value instanceof Integer i ? Long.valueOf(i) : value;
    assertThat(value(place)).as(() -> place + " of " + this).isEqualTo(wanted);
    return this;
  }

  /** All of the answer as JSON. */
  public JsonNode json() {
    return JSON.readTree(body());
  }

  /** The JSON at a place; missing where nothing is. */
  public JsonNode json(String place) {
    JsonNode node = json();
    for (String step : place.split("\\.")) {
      node = step(node, step);
    }
    return node;
  }

  private static JsonNode step(JsonNode node, String step) {
    if (!node.isArray()) {
      return node.path(step);
    }
    if (step.matches("\\d+")) {
      return node.path(Integer.parseInt(step));
    }
    var members = JSON.createArrayNode();
    node.forEach(item -> members.add(item.path(step)));
    return members;
  }

  /** The plain Java value at a place; null where nothing is. */
  public @Nullable Object value(String place) {
    return plain(json(place));
  }

  /** The list at a place. */
  public List<?> list(String place) {
    return (List<?>) Objects.requireNonNull(plain(json(place).require()));
  }

  /** The codes of all errors in a report of an import, sorted. */
  public List<String> errorCodes() {
    return json().findValuesAsString("errorCode").stream().sorted().toList();
  }

  private static @Nullable Object plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER ->
          node.isIntegralNumber() ? (Object) node.longValue() : (Object) node.doubleValue();
      case ARRAY -> {
        List<@Nullable Object> items = new ArrayList<>();
        node.forEach(item -> items.add(plain(item)));
        yield items;
      }
      case OBJECT -> {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        node.forEachEntry((name, member) -> members.put(name, plain(member)));
        yield members;
      }
      default -> null;
    };
  }

  @Override
  public String toString() {
    String text = body().length() > 2_000 ? body().substring(0, 2_000) + "..." : body();
    return request + " -> " + status() + " " + text;
  }
}
