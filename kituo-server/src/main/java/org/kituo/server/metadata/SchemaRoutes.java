package org.kituo.server.metadata;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.ImportError;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.query.FieldSpec;
import org.kituo.model.query.FieldsParser;
import org.kituo.model.query.JsonFields;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.BaseUrl;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ObjectNode;

/** What the types are, for clients that build their forms by it: {@code /api/schemas}. */
public final class SchemaRoutes {
  private final MetadataWriter writer;
  private final BaseUrl baseUrl;

  /** Routes that check payloads by a writer. */
  public SchemaRoutes(MetadataWriter writer, BaseUrl baseUrl) {
    this.writer = writer;
    this.baseUrl = baseUrl;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/schemas"), this::all)
        .and(route(GET("/api/resources").or(GET("/api")), this::resources))
        .and(route(GET("/api/schemas/{type}"), this::one))
        .and(route(GET("/api/schemas/{type}/{property}"), this::property))
        .and(route(POST("/api/schemas/{type}"), this::validate));
  }

  private ServerResponse all(ServerRequest request) {
    List<FieldSpec> fields = fields(request);
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeName("schemas");
      json.writeStartArray();
      all()
          .forEach(
              t -> json.writeTree(JsonFields.of(SchemaJson.of(t, baseUrl.api(request)), fields)));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static Stream<ObjectType<?>> all() {
    return MetadataTypes.LISTED.stream().sorted(Comparator.comparingInt(t -> t.facts().order()));
  }

  /** The types that have paths of their own: {@code /api/resources}. */
  private ServerResponse resources(ServerRequest request) {
    String api = baseUrl.api(request);
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeName("resources");
      json.writeStartArray();
      MetadataTypes.LISTED.stream()
          .filter(t -> SchemaJson.path(t) != null)
          .forEach(t -> {
            json.writeStartObject();
            json.writeStringProperty("displayName", SchemaJson.words(t.plural()));
            json.writeStringProperty("singular", t.singular());
            json.writeStringProperty("plural", t.plural());
            json.writeStringProperty("href", api + SchemaJson.path(t));
            json.writeEndObject();
          });
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static List<FieldSpec> fields(ServerRequest request) {
    return FieldsParser.parse(String.join(",", Requests.texts(request, "fields")));
  }

  private static ObjectType<?> type(ServerRequest request) {
    String name = request.pathVariable("type");
    return all()
        .filter(t -> t.singular().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("Type " + name + " does not exist."));
  }

  private ServerResponse one(ServerRequest request) {
    ObjectNode schema = SchemaJson.of(type(request), baseUrl.api(request));
    List<FieldSpec> fields = fields(request);
    return Answers.json(json -> json.writeTree(JsonFields.of(schema, fields)));
  }

  private ServerResponse property(ServerRequest request) {
    ObjectType<?> type = type(request);
    String name = request.pathVariable("property");
    TypeProperty property =
        type.properties().values().stream()
            .filter(p -> p.name().equals(name) || p.singular().equals(name))
            .findFirst()
            .orElseThrow(() ->
                Problem.notFound(
                    "Property " + name + " does not exist on type " + type.singular() + "."));
    return Answers.json(
        json -> json.writeTree(SchemaJson.of(type, property, baseUrl.api(request))));
  }

  private ServerResponse validate(ServerRequest request) {
    ObjectType<?> type = type(request);
    Actor actor = CurrentUser.actor(request);
    if (!(Requests.json(request) instanceof ObjectNode body)) {
      throw Problem.conflict(null, "The body must be a JSON object.");
    }
    ObjectNode bundle = body.objectNode();
    bundle.putArray(type.plural()).add(body);
    ImportOptions dryRun =
        new ImportOptions(
            Strategy.CREATE, true, ImportOptions.Identifier.UID, false, false, false, false, false);
    ImportReport report =
        writer.run(
            actor,
            dryRun,
            (snapshot, context) ->
                ImportRoutes.fitting(Bundle.read(bundle, false, snapshot, context.newUid())));
    List<ImportError> errors =
        report.errors().stream().filter(e -> e.code().startsWith("E40")).toList();
    HttpStatus status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    return Answers.message(
        status,
        errors.isEmpty() ? "OK" : "ERROR",
        null,
        json -> {
          json.writeStartObject();
          ReportJson.errors(json, report.types().getFirst().objects().getFirst().object(), errors);
          json.writeStringProperty("responseType", "ErrorReports");
          json.writeEndObject();
        });
  }
}
