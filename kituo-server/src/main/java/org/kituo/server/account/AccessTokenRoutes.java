package org.kituo.server.account;

import static org.springframework.web.servlet.function.RequestPredicates.PATCH;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.PUT;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.List;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.bundle.ImportReport.ObjectReport;
import org.kituo.model.metadata.ApiToken;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.server.authentication.AccessTokens;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.metadata.NewUids;
import org.kituo.server.metadata.SingleImport;
import org.kituo.server.metadata.StoredJson;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Making personal access tokens, whose key is told once, and changing their constraints. Everything
 * else of them is as with all types.
 */
public final class AccessTokenRoutes {
  private static final ObjectType<ApiToken> TOKEN = ObjectType.of(ApiToken.class);

  private final SingleImport single;
  private final AccessTokens tokens;

  /** Routes over tokens. */
  public AccessTokenRoutes(SingleImport single, AccessTokens tokens) {
    this.single = single;
    this.tokens = tokens;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST("/api/apiToken"), this::create)
        .and(route(PUT("/api/apiToken/{uid}"), this::constrain))
        .and(
            route(
                PATCH("/api/apiToken/{uid}"),
                r -> {
                  throw Problem.of(
                      HttpStatus.METHOD_NOT_ALLOWED,
                      null,
                      "Request method 'PATCH' is not supported");
                }));
  }

  private ServerResponse create(ServerRequest request) {
    ObjectNode body = SingleImport.body(request);
    AccessTokens.checkConstraints(constraints(body));
    body.put("id", NewUids.next()).put("type", "PERSONAL_ACCESS_TOKEN_V2").put("version", 2);
    if (!body.path("expire").isNumber()) {
      body.put("expire", System.currentTimeMillis() + AccessTokens.USUAL.toMillis());
    }
    body.remove("sharing");
    ImportReport report = single.run(request, TOKEN, body, Strategy.CREATE);
    ObjectReport object = SingleImport.reported(report, TOKEN);
    if (!object.errors().isEmpty()) {
      return SingleImport.failed(object, "ERROR");
    }
    String key = tokens.issue(object.object().uid());
    return Answers.message(
        HttpStatus.CREATED,
        "OK",
        null,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("responseType", "ObjectReport");
          json.writeStringProperty("key", key);
          json.writeStringProperty("uid", object.object().uid());
          json.writeStringProperty("klass", TOKEN.klass());
          json.writeName("errorReports");
          json.writeStartArray();
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static List<JsonNode> constraints(JsonNode body) {
    List<JsonNode> constraints = new ArrayList<>();
    body.path("attributes").forEach(constraints::add);
    return constraints;
  }

  private ServerResponse constrain(ServerRequest request) {
    MetadataObject token = single.changeable(request, TOKEN);
    ObjectNode given = SingleImport.body(request);
    AccessTokens.checkConstraints(constraints(given));
    ObjectNode body = StoredJson.of(token);
    for (String property : new String[] {"attributes", "name", "code", "expire"}) {
      if (given.has(property)) {
        body.set(property, given.get(property));
      }
    }
    ObjectReport object =
        SingleImport.reported(single.run(request, TOKEN, body, Strategy.UPDATE), TOKEN);
    return object.errors().isEmpty()
        ? SingleImport.done(HttpStatus.OK, object.object())
        : SingleImport.failed(object, "ERROR");
  }
}
