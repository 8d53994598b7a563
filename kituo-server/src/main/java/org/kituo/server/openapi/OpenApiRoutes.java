package org.kituo.server.openapi;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.BaseUrl;
import org.kituo.server.http.Requests;
import org.kituo.server.http.RouteTable;
import org.kituo.server.system.SystemVersion;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Web API described for tools that make clients and tests: all of it, or what is below a path.
 * The description is made of the routes that are served and of the types.
 */
public final class OpenApiRoutes {
  private final Supplier<RouterFunction<ServerResponse>> served;
  private final BaseUrl baseUrl;

  /** Routes that describe those that are served. */
  public OpenApiRoutes(Supplier<RouterFunction<ServerResponse>> served, BaseUrl baseUrl) {
    this.served = served;
    this.baseUrl = baseUrl;
  }

  /** The routes. They come before those that any type has. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/openapi").or(GET("/api/openapi/openapi")), this::json)
        .and(route(GET("/api/openapi.yaml").or(GET("/api/openapi/openapi.yaml")), this::yaml))
        .and(route(GET("/api/{root}/openapi"), this::json))
        .and(route(GET("/api/{root}/openapi.yaml"), this::yaml));
  }

  private ServerResponse json(ServerRequest request) {
    ObjectNode document = document(request);
    return Answers.json(json -> json.writeTree(document));
  }

  /** JSON is YAML. */
  private ServerResponse yaml(ServerRequest request) {
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_YAML)
        .body(document(request).toPrettyString());
  }

  private ObjectNode document(ServerRequest request) {
    CurrentUser.actor(request);
    List<String> roots = Requests.texts(request, "path");
    String root = request.pathVariables().get("root");
    Predicate<String> wanted =
        root != null
            ? p -> isBelow(p, "/api/" + root)
            : p -> roots.isEmpty() || roots.stream().anyMatch(r -> isBelow(p, r));
    return OpenApiDocument.of(
        RouteTable.of(served.get()), SystemVersion.API, baseUrl.of(request), wanted);
  }

  private static boolean isBelow(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
