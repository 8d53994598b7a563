package org.kituo.server.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads parameters and bodies, with clear problems where they do not fit. */
public final class Requests {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Requests() {}

  /** A parameter; null where it is missing or empty. */
  public static @Nullable String text(ServerRequest request, String name) {
    String value = request.servletRequest().getParameter(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** All values of a repeatable parameter. */
  public static List<String> texts(ServerRequest request, String name) {
    String[] values = request.servletRequest().getParameterValues(name);
    return values == null ? List.of() : Arrays.stream(values).filter(v -> !v.isEmpty()).toList();
  }

  /** A whole number, or a default. */
  public static int integer(ServerRequest request, String name, int otherwise) {
    String value = text(request, name);
    if (value == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw Problem.badRequest(
          null,
          "Value '%s' is not valid for parameter %s. It should be of type int"
              .formatted(value, name));
    }
  }

  /** A truth value, or a default. */
  public static boolean flag(ServerRequest request, String name, boolean otherwise) {
    return flag(text(request, name), name, otherwise);
  }

  static boolean flag(@Nullable String value, String name, boolean otherwise) {
    if (value == null) {
      return otherwise;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0" -> false;
      default ->
          throw Problem.badRequest(
              null,
              "Value '%s' is not valid for parameter %s. It should be of type boolean"
                  .formatted(value, name));
    };
  }

  /** A constant of an enumeration, or a default. */
  public static <E extends Enum<E>> E constant(ServerRequest request, String name, E otherwise) {
    String value = text(request, name);
    if (value == null) {
      return otherwise;
    }
    Class<E> type = otherwise.getDeclaringClass();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(value)) {
        return constant;
      }
    }
    throw Problem.badRequest(
        null,
        "Value '%s' is not valid for parameter %s. Valid values are: %s"
            .formatted(value, name, Arrays.toString(type.getEnumConstants())));
  }

  /** The body as JSON. */
  public static JsonNode json(ServerRequest request) {
    return json(request, HttpStatus.CONFLICT);
  }

  /** The body as JSON; what is not JSON is answered with a status. */
  public static JsonNode json(ServerRequest request, HttpStatus otherwise) {
    try {
      JsonNode node = JSON.readTree(body(request));
      return node == null || node.isMissingNode() ? JSON.createObjectNode() : node;
    } catch (JacksonException e) {
      throw Problem.of(otherwise, null, "The body is not JSON: " + e.getOriginalMessage());
    }
  }

  /** The body as it comes. */
  public static InputStream body(ServerRequest request) {
    try {
      return request.servletRequest().getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same request with the members of its JSON body as parameters, for routes that take the one
   * or the other.
   */
  public static ServerRequest withBodyAsParameters(ServerRequest request) {
    JsonNode body = json(request);
    HttpServletRequest parameters =
        new HttpServletRequestWrapper(request.servletRequest()) {
          @Override
          public String @Nullable [] getParameterValues(String name) {
            JsonNode value = body.path(name);
            return value.isMissingNode()
                ? super.getParameterValues(name)
                : value.isArray()
                    ? value.valueStream().map(JsonNode::asString).toArray(String[]::new)
                    : new String[] {value.asString()};
          }

          @Override
          public @Nullable String getParameter(String name) {
            String[] values = getParameterValues(name);
            return values == null || values.length == 0 ? null : values[0];
          }
        };
    return ServerRequest.create(parameters, request.messageConverters());
  }

  /** The body as text. */
  public static String bodyText(ServerRequest request) {
    try {
      return request.body(String.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw Problem.badRequest(null, "The body cannot be read.");
    }
  }
}
