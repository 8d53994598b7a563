package org.kituo.server.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * The parameters of a request, for work that outlives it; of a repeated one the first value.
 *
 * @param values by name
 */
public record Parameters(Map<String, String> values) {

  /** The parameters of a request. */
  public static Parameters of(ServerRequest request) {
    Map<String, String> values = new LinkedHashMap<>();
    request.servletRequest().getParameterMap().forEach((name, all) -> values.put(name, all[0]));
    return new Parameters(values);
  }

  /** A parameter; null where it is missing or empty. */
  public @Nullable String text(String name) {
    String value = values.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** A truth value, or a default. */
  public boolean flag(String name, boolean otherwise) {
    return Requests.flag(text(name), name, otherwise);
  }
}
