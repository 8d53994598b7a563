package org.kituo.server.validation;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.PUT;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.data.datavalue.FormTarget;
import org.kituo.data.evaluation.Figures.Cell;
import org.kituo.data.evaluation.Place;
import org.kituo.data.form.FormLayout;
import org.kituo.data.validation.Validation;
import org.kituo.data.validation.Violation;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.ValidationRule;
import org.kituo.model.metadata.ValidationRuleGroup;
import org.kituo.model.metadata.constant.Operator;
import org.kituo.model.period.InvalidPeriodException;
import org.kituo.model.period.Period;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.datavalue.DataValueRequests;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.Views;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Validation rules at work: on a form, and on a part of the country. */
public final class ValidationRoutes {
  private static final int MONTH = 31;
  private static final int YEAR = 365;
  private static final int MOST = 500;
  private static final String BRIEF =
      "code,name,created,lastUpdated,translations,createdBy,lastUpdatedBy,sharing,displayName,"
          + "user,id,attributeValues";

  private final Validation validation;
  private final ViolationNotices notices;
  private final Views views;

  /** Routes over a validation. */
  public ValidationRoutes(Validation validation, ViolationNotices notices, Views views) {
    this.validation = validation;
    this.notices = notices;
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    String send = "/api/validation/sendNotifications";
    return route(GET("/api/validation/dataSet/{dataSet}"), this::form)
        .and(route(POST(send).or(PUT(send)), this::sendNotifications))
        .and(route(POST("/api/dataAnalysis/validationRules"), this::analysis))
        .and(route(GET("/api/dataAnalysis/validationRulesExpression"), this::expression));
  }

  private ServerResponse sendNotifications(ServerRequest request) throws SQLException {
    DataValueRequests.require(CurrentUser.actor(request), "F_SEND_EMAIL");
    return Answers.ok("Told of %d violations".formatted(notices.sendKept()));
  }

  private ServerResponse form(ServerRequest request) throws SQLException {
    View view = views.of(request);
    MetadataSnapshot snapshot = view.snapshot();
    FormTarget form;
    try {
      form = target(request, snapshot);
    } catch (DataValueException e) {
      throw DataValueRequests.problem(e);
    }
    List<Violation> violations = validation.form(form, CurrentUser.actor(request));
    List<Cell> cells = new ArrayList<>();
    for (FormLayout.Group group : FormLayout.of(form.dataSet(), snapshot).groups()) {
      group
          .fields()
          .forEach(field ->
              cells.add(new Cell(snapshot.key(field.element()), snapshot.key(field.combo()))));
    }
    List<Cell> uncommented = validation.uncommented(form, cells);
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeArrayPropertyStart("validationRuleViolations");
      violations.forEach(violation -> violation(json, violation, view));
      json.writeEndArray();
      json.writeArrayPropertyStart("commentRequiredViolations");
      uncommented.forEach(cell -> operand(json, cell, snapshot));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static FormTarget target(ServerRequest request, MetadataSnapshot snapshot)
      throws DataValueException {
    String combo = Requests.text(request, "aoc");
    FormTarget form =
        FormTarget.of(
            request.pathVariable("dataSet"),
            text(request, "pe"),
            text(request, "ou"),
            Requests.text(request, "cc"),
            DataValueRequests.options(Requests.text(request, "cp")),
            CurrentUser.actor(request),
            snapshot);
    CategoryOptionCombo attribute =
        combo == null ? null : snapshot.get(CategoryOptionCombo.class, combo);
    return attribute == null
        ? form
        : new FormTarget(form.dataSet(), form.period(), form.unit(), attribute);
  }

  private static String text(ServerRequest request, String name) {
    return Objects.requireNonNullElse(Requests.text(request, name), "");
  }

  private static void violation(JsonGenerator json, Violation violation, View view) {
    MetadataSnapshot snapshot = view.snapshot();
    Period period = snapshot.calendar().ofKey(violation.place().period());
    json.writeStartObject();
    json.writeNumberProperty("id", 0);
    brief(json, "validationRule", ValidationRule.class, violation.rule(), view);
    json.writeObjectPropertyStart("period");
    json.writeStringProperty("id", period.iso());
    json.writeEndObject();
    OrganisationUnit unit = snapshot.byKey(OrganisationUnit.class, violation.place().orgUnit());
    brief(json, "organisationUnit", OrganisationUnit.class, unit, view);
    CategoryOptionCombo combo =
        snapshot.byKey(CategoryOptionCombo.class, violation.place().attributeOptionCombo());
    brief(json, "attributeOptionCombo", CategoryOptionCombo.class, combo, view);
    number(json, "leftsideValue", violation.left());
    number(json, "rightsideValue", violation.right());
    json.writeNumberProperty("dayInPeriod", period.daysInPeriod());
    json.writeBooleanProperty("notificationSent", false);
    json.writeEndObject();
  }

  private static <T extends MetadataObject> void brief(
      JsonGenerator json, String name, Class<T> type, @Nullable T object, View view) {
    if (object != null) {
      json.writeName(name);
      new FieldsWriter(json, view).write(object, FieldsPlan.compile(ObjectType.of(type), BRIEF));
    }
  }

  private static void number(JsonGenerator json, String name, double number) {
    if (!Double.isNaN(number)) {
      json.writeNumberProperty(name, number);
    }
  }

  private static void operand(JsonGenerator json, Cell cell, MetadataSnapshot snapshot) {
    json.writeStartObject();
    reference(json, "dataElement", snapshot.byKey(DataElement.class, cell.dataElement()));
    reference(
        json,
        "categoryOptionCombo",
        snapshot.byKey(CategoryOptionCombo.class, cell.categoryOptionCombo()));
    json.writeEndObject();
  }

  private static void reference(JsonGenerator json, String name, @Nullable MetadataObject object) {
    if (object != null) {
      json.writeObjectPropertyStart(name);
      json.writeStringProperty("id", object.uid());
      json.writeEndObject();
    }
  }

  private ServerResponse analysis(ServerRequest request) throws SQLException {
    Actor actor = CurrentUser.actor(request);
    JsonNode body = Requests.json(request, HttpStatus.BAD_REQUEST);
    MetadataSnapshot snapshot = validation.snapshot();
    OrganisationUnit unit = snapshot.get(OrganisationUnit.class, body.path("ou").asString(""));
    if (unit == null) {
      throw Problem.badRequest(null, "No organisation unit defined");
    }
    ScopeParameters.requireVisible(unit, actor, snapshot);
    String groupUid = body.path("vrg").asString("");
    ValidationRuleGroup group =
        groupUid.isEmpty() ? null : snapshot.get(ValidationRuleGroup.class, groupUid);
    List<Violation> found =
        validation.analyse(
            group == null ? snapshot.all(ValidationRule.class) : Validation.rules(group, snapshot),
            Validation.unitsBelow(unit, snapshot),
            day(body, "startDate"),
            day(body, "endDate"),
            body.path("maxResults").asInt(MOST),
            body.path("persist").asBoolean(false),
            Optional.of(actor));
    if (body.path("notification").asBoolean(false)) {
      notices.send(found);
    }
    return Answers.json(json -> {
      json.writeStartArray();
      found.forEach(violation -> line(json, violation, snapshot));
      json.writeEndArray();
    });
  }

  private static LocalDate day(JsonNode body, String name) {
    LocalDateTime day = Dates.parse(body.path(name).asString(""));
    if (day == null) {
      throw Problem.badRequest(null, "The date " + name + " is missing or not valid");
    }
    return day.toLocalDate();
  }

  private static void line(JsonGenerator json, Violation violation, MetadataSnapshot snapshot) {
    ValidationRule rule = violation.rule();
    Place place = violation.place();
    OrganisationUnit unit = snapshot.byKey(OrganisationUnit.class, place.orgUnit());
    CategoryOptionCombo combo =
        snapshot.byKey(CategoryOptionCombo.class, place.attributeOptionCombo());
    if (unit == null || combo == null) {
      return;
    }
    Period period = snapshot.calendar().ofKey(place.period());
    json.writeStartObject();
    json.writeStringProperty("validationRuleId", rule.uid());
    if (rule.description() != null) {
      json.writeStringProperty("validationRuleDescription", rule.description());
    }
    json.writeStringProperty("organisationUnitId", unit.uid());
    json.writeStringProperty("organisationUnitDisplayName", String.valueOf(unit.name()));
    json.writeStringProperty("organisationUnitPath", Hierarchy.path(unit, snapshot));
    json.writeStringProperty("organisationUnitAncestorNames", ancestors(unit, snapshot));
    json.writeStringProperty("periodId", period.iso());
    json.writeStringProperty("periodDisplayName", name(period));
    json.writeStringProperty("attributeOptionComboId", combo.uid());
    json.writeStringProperty("attributeOptionComboDisplayName", String.valueOf(combo.name()));
    json.writeStringProperty("importance", String.valueOf(rule.importance()));
    number(json, "leftSideValue", violation.left());
    json.writeStringProperty("operator", symbol(rule.operator()));
    number(json, "rightSideValue", violation.right());
    json.writeEndObject();
  }

  private static String ancestors(OrganisationUnit unit, MetadataSnapshot snapshot) {
    StringBuilder names = new StringBuilder();
    OrganisationUnit above = Hierarchy.parent(unit, snapshot);
    while (above != null) {
      names.insert(0, above.name() + " / ");
      above = Hierarchy.parent(above, snapshot);
    }
    return names.toString();
  }

  static String symbol(@Nullable Operator operator) {
    return switch (operator) {
      case null -> "";
      case equal_to -> "==";
      case not_equal_to -> "!=";
      case greater_than -> ">";
      case greater_than_or_equal_to -> ">=";
      case less_than -> "<";
      case less_than_or_equal_to -> "<=";
      case compulsory_pair -> "[Compulsory pair]";
      case exclusive_pair -> "[Exclusive pair]";
    };
  }

  private ServerResponse expression(ServerRequest request) throws SQLException {
    Actor actor = CurrentUser.actor(request);
    MetadataSnapshot snapshot = validation.snapshot();
    ValidationRule rule = found(snapshot, ValidationRule.class, text(request, "validationRuleId"));
    OrganisationUnit unit =
        found(snapshot, OrganisationUnit.class, text(request, "organisationUnitId"));
    CategoryOptionCombo combo =
        found(snapshot, CategoryOptionCombo.class, text(request, "attributeOptionComboId"));
    ScopeParameters.requireVisible(unit, actor, snapshot);
    if (!Validation.mayTest(actor, rule, snapshot)
        || !AccessRules.may(actor, AccessRules.Action.DATA_READ, combo, snapshot)) {
      throw Problem.forbidden(null, "User cannot read the data of validation rule " + rule.label());
    }
    Period period;
    try {
      period = snapshot.calendar().parse(text(request, "periodId"));
    } catch (InvalidPeriodException e) {
      throw Problem.badRequest(null, String.valueOf(e.getMessage()));
    }
    Place place = new Place(snapshot.key(unit), period.key(), snapshot.key(combo));
    Map<String, Double> left = validation.side(rule.leftSide(), place);
    Map<String, Double> right = validation.side(rule.rightSide(), place);
    return Answers.json(json -> {
      json.writeStartObject();
      side(json, "leftSide", left);
      side(json, "rightSide", right);
      json.writeEndObject();
    });
  }

  private static <T extends MetadataObject> T found(
      MetadataSnapshot snapshot, Class<T> type, String uid) {
    return snapshot
        .find(type, uid)
        .orElseThrow(
            () -> Problem.badRequest(null, type.getSimpleName() + " " + uid + " does not exist"));
  }

  private static void side(JsonGenerator json, String name, Map<String, Double> values) {
    json.writeArrayPropertyStart(name);
    values.forEach((element, value) -> {
      json.writeStartObject();
      json.writeStringProperty("name", element);
      if (!value.isNaN()) {
        json.writeStringProperty("value", value.toString());
      }
      json.writeEndObject();
    });
    json.writeEndArray();
  }

  /** Analyses name periods of some months as nothing else does: {@code Apr to Jun 2023}. */
  private static String name(Period period) {
    boolean months =
        period.type().frequencyOrder() > MONTH && period.type().frequencyOrder() < YEAR;
    return months ? period.displaySpan() : period.displayName();
  }
}
