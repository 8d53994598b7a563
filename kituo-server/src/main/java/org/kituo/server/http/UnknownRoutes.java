package org.kituo.server.http;

import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kituo.server.http.RouteTable.Route;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Answers what no route below {@code /api} does, in the form of all other answers: 405 where the
 * path is known with other methods, else 404.
 */
public final class UnknownRoutes {
  private final Map<PathPattern, List<String>> known = new LinkedHashMap<>();

  /** Beside some routes. */
  public UnknownRoutes(RouterFunction<ServerResponse> routes) {
    for (Route route : RouteTable.of(routes)) {
      known
          .computeIfAbsent(
              PathPatternParser.defaultInstance.parse(route.path()), p -> new ArrayList<>())
          .add(route.method());
    }
  }

  /** The route for all the rest. */
  public RouterFunction<ServerResponse> routes() {
    return route(path("/api/{*rest}"), this::answer);
  }

  private ServerResponse answer(ServerRequest request) {
    PathContainer path = request.requestPath().pathWithinApplication();
    List<String> methods =
        known.entrySet().stream()
            .filter(e -> e.getKey().matches(path))
            .flatMap(e -> e.getValue().stream())
            .distinct()
            .sorted()
            .toList();
    if (methods.isEmpty()) {
      throw Problem.of(
          HttpStatus.NOT_FOUND, "E1005", "There is no resource " + request.path() + ".");
    }
    ServerResponse refusal =
        Answers.problem(
            Problem.of(
                HttpStatus.METHOD_NOT_ALLOWED,
                null,
                "Request method '" + request.method() + "' is not supported"));
    return new HeadedResponse(refusal, "Allow", String.join(", ", methods));
  }
}
