package org.kituo.server.metadata;

import static org.springframework.web.servlet.function.RequestPredicates.PUT;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.List;
import org.kituo.model.bundle.ImportError;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport.ObjectReport;
import org.kituo.model.bundle.ImportReport.Stats;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.server.http.Requests;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Replaces the translations of an object. */
public final class TranslationRoutes {
  private static final String TRANSLATION = "org.hisp.dhis.translation.Translation";

  private final SingleImport single;

  /** Routes over the import of single objects. */
  public TranslationRoutes(SingleImport single) {
    this.single = single;
  }

  /** The route. It takes any type's name, so that it comes after those of particular paths. */
  public RouterFunction<ServerResponse> routes() {
    return route(PUT("/api/{type}/{uid}/translations"), this::replace);
  }

  private ServerResponse replace(ServerRequest request) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    MetadataObject existing = single.changeable(request, type);
    JsonNode body = Requests.json(request);
    JsonNode given = body.has("translations") ? body.get("translations") : body;
    List<ImportError> errors = incomplete(given, type);
    if (!errors.isEmpty()) {
      return SingleImport.failed(new ObjectReport(0, existing, Stats.NONE, errors), "WARNING");
    }
    ObjectNode object = StoredJson.of(existing);
    object.set("translations", given);
    ObjectReport report =
        SingleImport.reported(single.run(request, type, object, Strategy.UPDATE), type);
    return report.errors().isEmpty()
        ? ServerResponse.noContent().build()
        : SingleImport.failed(report, "WARNING");
  }

  private static List<ImportError> incomplete(JsonNode translations, ObjectType<?> type) {
    List<ImportError> errors = new ArrayList<>();
    for (JsonNode translation : translations) {
      for (String property : new String[] {"property", "locale", "value"}) {
        if (translation.path(property).asString("").isEmpty()) {
          errors.add(
              ImportError.of(
                      "E4000",
                      "Missing required property `%s` of a translation.".formatted(property),
                      property)
                  .of(TRANSLATION)
                  .at(null, type.klass()));
        }
      }
    }
    return errors;
  }
}
