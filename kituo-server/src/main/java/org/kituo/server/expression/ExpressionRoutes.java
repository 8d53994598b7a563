package org.kituo.server.expression;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.model.expression.Expression;
import org.kituo.model.expression.ForEach;
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
import org.kituo.model.metadata.ProgramRuleVariable;
import org.kituo.model.metadata.ProgramStage;
import org.kituo.model.metadata.TrackedEntityAttribute;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Expressions in words: {@code POST /api/indicators/expression/description} and its likes. A wrong
 * expression is answered with status 200 and {@code ERROR} in the body, which is what the apps
 * read.
 */
public final class ExpressionRoutes {
  /** The paths below {@code /api} that describe expressions, with the kind that each reads. */
  private static final Map<String, ParseType> PATHS =
      Map.of(
          "indicators/expression/description", ParseType.INDICATOR,
          "validationRules/expression/description", ParseType.VALIDATION_RULE,
          "predictors/expression/description", ParseType.PREDICTOR,
          "predictors/skipTest/description", ParseType.PREDICTOR_SKIP_TEST,
          "programIndicators/expression/description", ParseType.PROGRAM_INDICATOR,
          "programIndicators/filter/description", ParseType.PROGRAM_INDICATOR_FILTER,
          "programRules/condition/description", ParseType.PROGRAM_RULE_CONDITION,
          "programRuleActions/data/expression/description", ParseType.PROGRAM_RULE_DATA);

  /** Stands for the member of a group, where none is named. */
  private static final String MEMBER = "forEachItem";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Supplier<MetadataSnapshot> metadata;

  /** Routes that take names from metadata. */
  public ExpressionRoutes(Supplier<MetadataSnapshot> metadata) {
    this.metadata = metadata;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    RouterFunction<ServerResponse> routes =
        route(GET("/api/expressions/description"), this::describeParameter);
    for (Map.Entry<String, ParseType> path : PATHS.entrySet()) {
      routes = routes.and(route(POST("/api/" + path.getKey()), r -> describe(r, path.getValue())));
    }
    return routes;
  }

  private ServerResponse describe(ServerRequest request, ParseType type) {
    String text = expression(Requests.bodyText(request));
    ForEach forEach = type == ParseType.PREDICTOR ? ForEach.of(text).orElse(null) : null;
    return forEach == null ? described(text, type, request) : described(forEach, request);
  }

  /** A generator of each member of a group, of which none is named. */
  private ServerResponse described(ForEach forEach, ServerRequest request) {
    MetadataSnapshot snapshot = metadata.get();
    Function<Reference, Optional<String>> name =
        r -> r.uid().equals(MEMBER) ? Optional.of(forEach.variable()) : name(r, null, snapshot);
    String body = forEach.with(forEach.body(), MEMBER);
    return snapshot
        .find(DataElementGroup.class, forEach.group())
        .map(group ->
            described(
                body,
                ParseType.PREDICTOR,
                name,
                "forEach %s in %s --> ".formatted(forEach.variable(), group.label())))
        .orElseGet(() ->
            refused(ParseType.PREDICTOR, "there is no data element group " + forEach.group()));
  }

  /** The body itself, or the {@code expression} of the JSON object that it is. */
  private static String expression(String body) {
    try {
      return body.stripLeading().startsWith("{") && JSON.readTree(body) instanceof ObjectNode json
          ? json.path("expression").asString("")
          : body;
    } catch (JacksonException e) {
      return body;
    }
  }

  private ServerResponse describeParameter(ServerRequest request) {
    String expression = Requests.text(request, "expression");
    if (expression == null) {
      throw Problem.badRequest(null, "The parameter expression is missing.");
    }
    return described(expression, ParseType.INDICATOR, request);
  }

  private ServerResponse described(String text, ParseType type, ServerRequest request) {
    MetadataSnapshot snapshot = metadata.get();
    String program = Requests.text(request, "programId");
    return described(text, type, r -> name(r, program, snapshot), "");
  }

  private static ServerResponse described(
      String text, ParseType type, Function<Reference, Optional<String>> name, String before) {
    return switch (Expression.parse(text, type)) {
      case ParseResult.Failure(int position, String reason) ->
          refused(type, reason + " (character " + (position + 1) + ")");
      case ParseResult.Success(Expression expression) ->
          expression
              .describe(name::apply)
              .map(words -> answer("OK", "Valid", before + words))
              .orElseGet(() -> refused(type, unknown(expression, name)));
    };
  }

  /**
   * The expressions of programs are answered with the reason in the description, and the data of a
   * rule's action with a conflict; the others with the reason in the message.
   */
  private static ServerResponse refused(ParseType type, String reason) {
    if (type == ParseType.PROGRAM_RULE_DATA) {
      throw Problem.conflict(null, "Expression is not valid: " + reason);
    }
    return type.isOfProgram()
        ? answer("ERROR", "Expression is not valid", reason)
        : answer("ERROR", "Expression is not well-formed: " + reason, null);
  }

  private static String unknown(Expression expression, Function<Reference, Optional<String>> name) {
    return expression.references().stream()
        .filter(r -> name.apply(r).isEmpty())
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

  private static Optional<String> name(
      Reference reference, @Nullable String program, MetadataSnapshot snapshot) {
    if (reference.kind() == Reference.Kind.PROGRAM_RULE_VARIABLE) {
      return variable(reference.uid(), program, snapshot);
    }
    return snapshot.find(type(reference.kind()), reference.uid()).map(MetadataObject::label);
  }

  /** A variable is called what its data element or attribute is called, or by its own name. */
  private static Optional<String> variable(
      String name, @Nullable String programUid, MetadataSnapshot snapshot) {
    Program program = programUid == null ? null : snapshot.get(Program.class, programUid);
    return program == null
        ? Optional.empty()
        : snapshot.referrers(program, ProgramRuleVariable.class, "program").stream()
            .filter(v -> name.equals(v.name()))
            .findFirst()
            .map(v -> {
              Ref<? extends MetadataObject> value =
                  v.dataElement() != null ? v.dataElement() : v.trackedEntityAttribute();
              MetadataObject named =
                  value == null
                      ? null
                      : v.dataElement() != null
                          ? snapshot.get(DataElement.class, value.id())
                          : snapshot.get(TrackedEntityAttribute.class, value.id());
              return named == null ? name : named.label();
            });
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
      case PROGRAM_STAGE -> ProgramStage.class;
      case PROGRAM_RULE_VARIABLE -> ProgramRuleVariable.class;
      case PROGRAM_INDICATOR -> ProgramIndicator.class;
      case TRACKED_ENTITY_ATTRIBUTE -> TrackedEntityAttribute.class;
      case OPTION -> Option.class;
    };
  }
}
