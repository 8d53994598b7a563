package org.kituo.server.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;

/**
 * Rows as comma-separated values. Lists of objects quote every text that might need it, as the
 * library behind DHIS2 does: one of more than 24 characters, or with a character up to the
 * separator; gists quote those that need it.
 *
 * @param separator between values
 * @param generous whether to quote texts that might need it rather than those that do
 */
public record Csv(char separator, boolean generous) {
  private static final int LONGEST_UNQUOTED = 24;
  private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

  /** One line with its end. */
  public String line(List<? extends JsonNode> values) {
    return values.stream().map(this::value).collect(Collectors.joining("" + separator)) + "\n";
  }

  private String value(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "";
    }
    String text = value.isString() ? value.stringValue() : value.toString();
    boolean quoted = value.isString() || value.isContainer();
    return quoted && isQuoted(text) ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }

  private boolean isQuoted(String text) {
    if (generous) {
      char least = (char) Math.max(separator, '"');
      return text.length() > LONGEST_UNQUOTED || text.chars().anyMatch(c -> c <= least);
    }
    return text.chars().anyMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
  }

  /** An answer with lines. */
  public static ServerResponse answer(String lines) {
    return ServerResponse.ok()
        .contentType(TYPE)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(lines.getBytes(StandardCharsets.UTF_8));
  }
}
