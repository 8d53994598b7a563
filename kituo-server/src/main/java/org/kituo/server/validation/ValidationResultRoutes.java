package org.kituo.server.validation;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kituo.data.datavalue.DataValueEntry;
import org.kituo.data.validation.Validation;
import org.kituo.model.access.Actor;
import org.kituo.model.access.ReadableCombos;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.ValidationRule;
import org.kituo.model.period.InvalidPeriodException;
import org.kituo.model.period.Period;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.JsonRows;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.store.validation.StoredViolation;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ObjectNode;

/** The violations that analyses were asked to keep, "validation results" to clients. */
public final class ValidationResultRoutes {
  private static final String NAME = "validationResults";

  private final Validation validation;

  /** Routes over what a validation keeps. */
  public ValidationResultRoutes(Validation validation) {
    this.validation = validation;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/validationResults"), this::list)
        .and(route(GET("/api/validationResults/{id}"), this::one))
        .and(route(DELETE("/api/validationResults"), this::delete));
  }

  private ServerResponse list(ServerRequest request) throws SQLException {
    MetadataSnapshot snapshot = validation.snapshot();
    JsonRows rows =
        JsonRows.of(
            request,
            wanted(request, snapshot).stream().map(found -> row(found, snapshot)).toList());
    return Answers.json(json -> {
      json.writeStartObject();
      if (rows.isPaged()) {
        rows.pager(json);
      }
      rows.rows(json, NAME, "*");
      json.writeEndObject();
    });
  }

  private ServerResponse one(ServerRequest request) throws SQLException {
    MetadataSnapshot snapshot = validation.snapshot();
    String id = request.pathVariable("id");
    for (StoredViolation violation : visible(CurrentUser.actor(request), snapshot)) {
      if (String.valueOf(violation.id()).equals(id)) {
        return Answers.json(json -> json.writeRawValue(row(violation, snapshot).toString()));
      }
    }
    throw Problem.notFound("Validation result with id " + id + " could not be found.");
  }

  private ServerResponse delete(ServerRequest request) throws SQLException {
    validation.table().delete(wanted(request, validation.snapshot()));
    return ServerResponse.noContent().build();
  }

  private List<StoredViolation> wanted(ServerRequest request, MetadataSnapshot snapshot)
      throws SQLException {
    Set<Integer> rules =
        keys(request, "vr", ValidationRule.class, "E7501", "Validation rule", snapshot);
    Set<Integer> units =
        keys(request, "ou", OrganisationUnit.class, "E7500", "Organisation unit", snapshot);
    Set<Integer> periods = new HashSet<>();
    for (String text : list(request, "pe")) {
      try {
        periods.add(snapshot.calendar().parse(text).key());
      } catch (InvalidPeriodException e) {
        throw Problem.conflict("E7502", "Period is not valid: `" + text + "`");
      }
    }
    String since = Requests.text(request, "createdDate");
    LocalDateTime created = since == null ? null : Dates.parse(since);
    return visible(CurrentUser.actor(request), snapshot).stream()
        .filter(v -> rules.isEmpty() || rules.contains(v.rule()))
        .filter(v -> units.isEmpty() || units.contains(v.orgUnit()))
        .filter(v -> periods.isEmpty() || periods.contains(v.period()))
        .filter(v ->
            created == null
                || !v.created().isBefore(created.atZone(ZoneId.systemDefault()).toInstant()))
        .toList();
  }

  /** The violations that an actor may know of. */
  private List<StoredViolation> visible(Actor actor, MetadataSnapshot snapshot)
      throws SQLException {
    ReadableCombos combos = ReadableCombos.of(actor, snapshot);
    Map<Integer, Boolean> rules = new HashMap<>();
    return validation.table().all().stream()
        .filter(v ->
            actor.isSuper()
                || combos.allows(v.attributeOptionCombo())
                    && snapshot.byKey(OrganisationUnit.class, v.orgUnit())
                        instanceof OrganisationUnit unit
                    && DataValueEntry.maySee(unit, actor, snapshot)
                    && rules.computeIfAbsent(
                        v.rule(),
                        key ->
                            snapshot.byKey(ValidationRule.class, key) instanceof ValidationRule rule
                                && Validation.mayTest(actor, rule, snapshot)))
        .toList();
  }

  private static Set<Integer> keys(
      ServerRequest request,
      String parameter,
      Class<? extends MetadataObject> type,
      String code,
      String noun,
      MetadataSnapshot snapshot) {
    Set<Integer> keys = new HashSet<>();
    for (String uid : list(request, parameter)) {
      MetadataObject object = snapshot.get(type, uid);
      if (object == null) {
        throw Problem.conflict(code, noun + " does not exist: `" + uid + "`");
      }
      keys.add(snapshot.key(object));
    }
    return keys;
  }

  private static List<String> list(ServerRequest request, String name) {
    return Requests.texts(request, name).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .toList();
  }

  private static ObjectNode row(StoredViolation violation, MetadataSnapshot snapshot) {
    Period period = snapshot.calendar().ofKey(violation.period());
    ObjectNode row = JsonRows.row();
    row.put("id", violation.id());
    row.put(
        "created",
        Dates.format(LocalDateTime.ofInstant(violation.created(), ZoneId.systemDefault())));
    reference(row, "validationRule", ValidationRule.class, violation.rule(), snapshot);
    row.set("period", JsonRows.reference(period.iso()));
    reference(row, "organisationUnit", OrganisationUnit.class, violation.orgUnit(), snapshot);
    int combo = violation.attributeOptionCombo();
    reference(row, "attributeOptionCombo", CategoryOptionCombo.class, combo, snapshot);
    if (!Double.isNaN(violation.left())) {
      row.put("leftsideValue", violation.left());
    }
    if (!Double.isNaN(violation.right())) {
      row.put("rightsideValue", violation.right());
    }
    row.put("dayInPeriod", period.daysInPeriod());
    row.put("notificationSent", violation.notificationSent());
    return row;
  }

  private static void reference(
      ObjectNode row,
      String name,
      Class<? extends MetadataObject> type,
      int key,
      MetadataSnapshot snapshot) {
    MetadataObject object = snapshot.byKey(type, key);
    row.set(name, JsonRows.reference(object == null ? null : object.uid()));
  }
}
