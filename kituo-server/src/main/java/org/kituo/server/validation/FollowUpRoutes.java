package org.kituo.server.validation;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.ExportScope;
import org.kituo.data.datavalue.FormTarget;
import org.kituo.model.access.Actor;
import org.kituo.model.access.ReadableCombos;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.InvalidPeriodException;
import org.kituo.model.period.Period;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.store.datavalue.DataValue;
import org.kituo.store.datavalue.DataValueQuery;
import org.kituo.store.datavalue.DataValueReader;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** Figures that are marked for follow-up. */
public final class FollowUpRoutes {
  private static final int MOST = 50;

  private final Supplier<MetadataSnapshot> metadata;
  private final DataValueReader reader;

  /** Routes over figures. */
  public FollowUpRoutes(Supplier<MetadataSnapshot> metadata, DataValueReader reader) {
    this.metadata = metadata;
    this.reader = reader;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/dataAnalysis/followup"), this::list)
        .and(route(POST("/api/dataAnalysis/followup"), this::rows));
  }

  /** What is asked for, checked. */
  private record Asked(
      Set<DataElement> elements,
      Set<String> combos,
      List<String> units,
      LocalDate from,
      LocalDate to,
      int most) {}

  private ServerResponse list(ServerRequest request) throws SQLException {
    MetadataSnapshot snapshot = metadata.get();
    Asked asked = asked(request, snapshot);
    List<DataValue> found = find(asked, CurrentUser.actor(request), snapshot);
    return Answers.json(json -> {
      json.writeStartObject();
      metadata(json, asked);
      json.writeName("followupValues");
      values(json, found, snapshot);
      json.writeEndObject();
    });
  }

  /** The older form of the analysis: asked by a body, answered by the rows alone. */
  private ServerResponse rows(ServerRequest request) throws SQLException {
    MetadataSnapshot snapshot = metadata.get();
    Asked asked = asked(Requests.withBodyAsParameters(request), snapshot);
    List<DataValue> found = find(asked, CurrentUser.actor(request), snapshot);
    return Answers.json(json -> values(json, found, snapshot));
  }

  private static void values(JsonGenerator json, List<DataValue> found, MetadataSnapshot snapshot) {
    json.writeStartArray();
    found.forEach(value -> value(json, value, snapshot));
    json.writeEndArray();
  }

  private List<DataValue> find(Asked asked, Actor actor, MetadataSnapshot snapshot)
      throws SQLException {
    DataValueQuery query =
        DataValueQuery.of(
            asked.elements().stream().mapToInt(snapshot::key).toArray(),
            ScopeParameters.units(asked.units(), actor, snapshot),
            ExportScope.spans(asked.from(), asked.to(), snapshot));
    if (query.periods().isEmpty()) {
      return List.of();
    }
    ReadableCombos combos = ReadableCombos.of(actor, snapshot);
    return reader.marked(query, combos.isAll() ? asked.most() : Integer.MAX_VALUE).stream()
        .filter(value -> combos.allows(value.key().categoryOptionCombo()))
        .filter(value -> combos.allows(value.key().attributeOptionCombo()))
        .limit(asked.most())
        .toList();
  }

  private static Asked asked(ServerRequest request, MetadataSnapshot snapshot) {
    Set<DataElement> elements = new LinkedHashSet<>();
    for (String uid : ScopeParameters.list(request, "ds")) {
      snapshot
          .find(DataSet.class, uid)
          .ifPresent(set ->
              Arrays.stream(FormTarget.elements(set, snapshot))
                  .mapToObj(key -> snapshot.byKey(DataElement.class, key))
                  .filter(java.util.Objects::nonNull)
                  .filter(e -> e.valueType() != null && e.valueType().isNumeric())
                  .forEach(elements::add));
    }
    for (String uid : ScopeParameters.list(request, "de")) {
      snapshot.find(DataElement.class, uid).ifPresent(elements::add);
    }
    List<String> units = ScopeParameters.list(request, "ou");
    if (units.isEmpty()) {
      throw Problem.conflict("E2203", "At least one organisation unit must be specified");
    }
    if (elements.isEmpty()) {
      throw Problem.conflict("E2300", "At least one data element or data set must be specified");
    }
    LocalDate from = day(request, "startDate");
    LocalDate to = day(request, "endDate");
    for (String text : ScopeParameters.list(request, "pe")) {
      try {
        Period period = snapshot.calendar().parse(text);
        from = from == null || period.start().isBefore(from) ? period.start() : from;
        to = to == null || period.end().isAfter(to) ? period.end() : to;
      } catch (InvalidPeriodException e) {
        throw Problem.badRequest(null, String.valueOf(e.getMessage()));
      }
    }
    if (from == null || to == null) {
      throw Problem.conflict("E2301", "A start date and an end date, or a period is required");
    }
    return new Asked(
        elements,
        combos(elements, snapshot),
        units,
        from,
        to,
        Requests.integer(request, "maxResults", MOST));
  }

  private static Set<String> combos(Set<DataElement> elements, MetadataSnapshot snapshot) {
    Set<String> combos = new LinkedHashSet<>();
    for (DataElement element : elements) {
      CategoryCombo combo =
          element.categoryCombo() == null
              ? null
              : snapshot.get(CategoryCombo.class, element.categoryCombo().id());
      if (combo != null) {
        snapshot
            .referrers(combo, CategoryOptionCombo.class, "categoryCombo")
            .forEach(c -> combos.add(c.uid()));
      }
    }
    return combos;
  }

  private static @Nullable LocalDate day(ServerRequest request, String name) {
    LocalDateTime time = ScopeParameters.time(request, name);
    return time == null ? null : time.toLocalDate();
  }

  private static void metadata(JsonGenerator json, Asked asked) {
    json.writeObjectPropertyStart("metadata");
    json.writeArrayPropertyStart("de");
    asked.elements().forEach(element -> json.writeString(element.uid()));
    json.writeEndArray();
    json.writeArrayPropertyStart("coc");
    asked.combos().forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("ou");
    asked.units().forEach(json::writeString);
    json.writeEndArray();
    json.writeStringProperty("startDate", Dates.format(asked.from().atStartOfDay()));
    json.writeStringProperty("endDate", Dates.format(asked.to().atStartOfDay()));
    json.writeNumberProperty("maxResults", asked.most());
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, DataValue value, MetadataSnapshot snapshot) {
    Period period = snapshot.calendar().ofKey(value.key().period());
    OrganisationUnit unit = snapshot.byKey(OrganisationUnit.class, value.key().orgUnit());
    json.writeStartObject();
    named(json, "de", snapshot.byKey(DataElement.class, value.key().dataElement()));
    json.writeStringProperty("pe", period.iso());
    json.writeStringProperty("peType", period.type().apiName());
    json.writeStringProperty("peStartDate", Dates.format(period.start().atStartOfDay()));
    json.writeStringProperty("peEndDate", Dates.format(period.end().atStartOfDay()));
    json.writeStringProperty("peName", period.displayName());
    named(json, "ou", unit);
    if (unit != null) {
      json.writeStringProperty("ouPath", Hierarchy.path(unit, snapshot));
    }
    int combo = value.key().categoryOptionCombo();
    named(json, "coc", snapshot.byKey(CategoryOptionCombo.class, combo));
    int attribute = value.key().attributeOptionCombo();
    named(json, "aoc", snapshot.byKey(CategoryOptionCombo.class, attribute));
    text(json, "value", value.value());
    text(json, "comment", value.comment());
    json.writeStringProperty("storedBy", value.storedBy());
    json.writeStringProperty("lastUpdated", time(value.lastUpdated()));
    json.writeStringProperty("created", time(value.created()));
    json.writeEndObject();
  }

  private static void named(JsonGenerator json, String name, @Nullable MetadataObject object) {
    if (object != null) {
      json.writeStringProperty(name, object.uid());
      json.writeStringProperty(name + "Name", String.valueOf(object.name()));
    }
  }

  private static void text(JsonGenerator json, String name, @Nullable String text) {
    if (text != null) {
      json.writeStringProperty(name, text);
    }
  }

  private static String time(Instant time) {
    return Dates.format(LocalDateTime.ofInstant(time, ZoneId.systemDefault()));
  }
}
