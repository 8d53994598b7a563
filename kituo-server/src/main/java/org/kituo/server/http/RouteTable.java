package org.kituo.server.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;

/** Lists the routes of a server, from the routes themselves. */
public final class RouteTable implements RouterFunctions.Visitor {
  private final List<Route> routes = new ArrayList<>();

  private RouteTable() {}

  /** A method and a path, such as {@code GET /api/{type}}. */
  public record Route(String method, String path) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** All routes below {@code /api}, by path and method. */
  public static List<Route> of(RouterFunction<?> function) {
    RouteTable table = new RouteTable();
    function.accept(table);
    return table.routes.stream()
        .filter(r -> r.path.startsWith("/api"))
        .distinct()
        .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
        .toList();
  }

  @Override
  public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
    predicate.accept(new Predicates());
  }

  /** Every method is followed by its path, also where a route has several of both. */
  private final class Predicates implements RequestPredicates.Visitor {
    private Set<HttpMethod> methods = Set.of();

    @Override
    public void method(Set<HttpMethod> asked) {
      methods = asked;
    }

    @Override
    public void path(String pattern) {
      methods.forEach(m -> routes.add(new Route(m.name(), pattern)));
    }

    @Override
    @SuppressWarnings("removal")
    public void pathExtension(String extension) {}

    @Override
    public void header(String name, String value) {}

    @Override
    public void param(String name, String value) {}

    @Override
    public void version(String version) {}

    @Override
    public void startAnd() {}

    @Override
    public void and() {}

    @Override
    public void endAnd() {}

    @Override
    public void startOr() {}

    @Override
    public void or() {}

    @Override
    public void endOr() {}

    @Override
    public void startNegate() {}

    @Override
    public void endNegate() {}

    @Override
    public void unknown(RequestPredicate predicate) {}
  }

  @Override
  public void startNested(RequestPredicate predicate) {}

  @Override
  public void endNested(RequestPredicate predicate) {}

  @Override
  public void resources(Function<ServerRequest, Optional<Resource>> lookup) {}

  @Override
  public void attributes(Map<String, Object> attributes) {}

  @Override
  public void unknown(RouterFunction<?> function) {}
}
