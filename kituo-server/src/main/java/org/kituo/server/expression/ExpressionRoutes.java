package org.kituo.server.expression;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.model.expression.Expression;
import org.kituo.model.expression.ParseResult;
import org.kituo.model.expression.ParseType;
import org.kituo.model.expression.Reference;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.CategoryOptionGroup;
import org.kituo.model.metadata.Constant;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataElementGroup;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.Indicator;
import org.kituo.model.metadata.Option;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.OrganisationUnitGroup;
import org.kituo.model.metadata.Program;
import org.kituo.model.metadata.ProgramIndicator;
import org.kituo.model.metadata.TrackedEntityAttribute;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Expressions in words: {@code POST /api/indicators/expression/description} and its likes. A wrong
 * expression is answered with status 200 and {@code ERROR} in the body, which is what the apps
 * read.
 */
public final class ExpressionRoutes {
  private final Supplier<MetadataSnapshot> metadata;

  /** Routes that take names from metadata. */
  public ExpressionRoutes(Supplier<MetadataSnapshot> metadata) {
    this.metadata = metadata;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(
            POST("/api/indicators/expression/description"), r -> describe(r, ParseType.INDICATOR))
        .and(
            route(
                POST("/api/validationRules/expression/description"),
                r -> describe(r, ParseType.VALIDATION_RULE)))
        .and(
            route(
                POST("/api/predictors/expression/description"),
                r -> describe(r, ParseType.PREDICTOR)))
        .and(
            route(
                POST("/api/predictors/skipTest/description"),
                r -> describe(r, ParseType.PREDICTOR_SKIP_TEST)))
        .and(route(GET("/api/expressions/description"), this::describeParameter));
  }

  private ServerResponse describe(ServerRequest request, ParseType type) {
    CurrentUser.actor(request);
    return described(Requests.bodyText(request), type);
  }

  private ServerResponse describeParameter(ServerRequest request) {
    CurrentUser.actor(request);
    String expression = Requests.text(request, "expression");
    if (expression == null) {
      throw Problem.badRequest(null, "The parameter expression is missing.");
    }
    return described(expression, ParseType.INDICATOR);
  }

  private ServerResponse described(String text, ParseType type) {
    MetadataSnapshot snapshot = metadata.get();
    return switch (Expression.parse(text, type)) {
      case ParseResult.Failure(int position, String reason) ->
          answer(
              "ERROR",
              "Expression is not well-formed: " + reason + " (character " + (position + 1) + ")",
              null);
      case ParseResult.Success(Expression expression) ->
          expression
              .describe(reference -> name(reference, snapshot))
              .map(words -> answer("OK", "Valid", words))
              .orElseGet(() ->
                  answer(
                      "ERROR",
                      "Expression is not well-formed: " + unknown(expression, snapshot),
                      null));
    };
  }

  private static String unknown(Expression expression, MetadataSnapshot snapshot) {
    return expression.references().stream()
        .filter(r -> name(r, snapshot).isEmpty())
        .map(r ->
            "there is no "
                + r.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                + " "
                + r.uid())
        .distinct()
        .collect(java.util.stream.Collectors.joining("; "));
  }

  private static ServerResponse answer(
      String status, String message, @Nullable String description) {
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeStringProperty("httpStatus", "OK");
      json.writeNumberProperty("httpStatusCode", 200);
      json.writeStringProperty("status", status);
      json.writeStringProperty("message", message);
      if (description != null) {
        json.writeStringProperty("description", description);
      }
      json.writeEndObject();
    });
  }

  private static Optional<String> name(Reference reference, MetadataSnapshot snapshot) {
    return snapshot.find(type(reference.kind()), reference.uid()).map(MetadataObject::label);
  }

  private static Class<? extends MetadataObject> type(Reference.Kind kind) {
    return switch (kind) {
      case DATA_ELEMENT -> DataElement.class;
      case DATA_ELEMENT_GROUP -> DataElementGroup.class;
      case CATEGORY_OPTION_COMBO, ATTRIBUTE_OPTION_COMBO -> CategoryOptionCombo.class;
      case CATEGORY_OPTION -> CategoryOption.class;
      case CATEGORY_OPTION_GROUP -> CategoryOptionGroup.class;
      case CONSTANT -> Constant.class;
      case ORGANISATION_UNIT -> OrganisationUnit.class;
      case ORGANISATION_UNIT_GROUP -> OrganisationUnitGroup.class;
      case DATA_SET -> DataSet.class;
      case INDICATOR -> Indicator.class;
      case PROGRAM -> Program.class;
      case PROGRAM_INDICATOR -> ProgramIndicator.class;
      case TRACKED_ENTITY_ATTRIBUTE -> TrackedEntityAttribute.class;
      case OPTION -> Option.class;
    };
  }
}
