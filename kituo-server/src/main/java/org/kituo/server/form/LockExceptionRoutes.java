package org.kituo.server.form;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.data.form.LockExceptions;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.Period;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.datavalue.DataValueRequests;
import org.kituo.server.http.Answers;
import org.kituo.server.http.JsonRows;
import org.kituo.server.http.Requests;
import org.kituo.server.job.JobParameters;
import org.kituo.store.form.LockException;
import org.kituo.store.form.LockExceptionTable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ObjectNode;

/** Who may enter figures late. */
public final class LockExceptionRoutes {
  private static final int USUAL_MONTHS = 6;
  private static final int MOST_MONTHS = 12;
  private static final String NAME = "lockExceptions";

  private final LockExceptions exceptions;

  /** Routes over exceptions. */
  public LockExceptionRoutes(LockExceptions exceptions) {
    this.exceptions = exceptions;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/lockExceptions"), this::list)
        .and(route(GET("/api/lockExceptions/combinations"), this::combinations))
        .and(route(GET("/api/dataEntry/lockExceptions"), this::brief))
        .and(route(POST("/api/lockExceptions"), this::add))
        .and(route(DELETE("/api/lockExceptions"), this::remove));
  }

  private ServerResponse list(ServerRequest request) throws SQLException {
    CurrentUser.actor(request);
    LockExceptions.Found found = exceptions.all();
    JsonRows rows =
        JsonRows.of(
            request, found.exceptions().stream().map(e -> row(e, found.snapshot())).toList());
    return Answers.json(json -> {
      json.writeStartObject();
      if (rows.isPaged()) {
        rows.pager(json);
      }
      rows.rows(json, NAME, "*");
      json.writeEndObject();
    });
  }

  private static ObjectNode row(LockException exception, MetadataSnapshot snapshot) {
    MetadataObject unit = object(OrganisationUnit.class, exception.orgUnit(), snapshot);
    MetadataObject set = object(DataSet.class, exception.dataSet(), snapshot);
    Period period = snapshot.calendar().ofKey(exception.period());
    ObjectNode row = JsonRows.row();
    row.put(
        "created",
        Dates.format(LocalDateTime.ofInstant(exception.created(), ZoneId.systemDefault())));
    row.put("name", "%s (%s, %s)".formatted(set.name(), unit.name(), period.iso()));
    row.put("id", String.valueOf(exception.id()));
    row.set("period", period(period));
    row.set("organisationUnit", JsonRows.reference(unit.uid()));
    row.set("dataSet", JsonRows.reference(set.uid()));
    return row;
  }

  private static ObjectNode period(Period period) {
    ObjectNode row = JsonRows.row();
    row.put("periodType", period.type().apiName());
    row.put("startDate", Dates.format(period.start().atStartOfDay()));
    row.put("endDate", Dates.format(period.end().atStartOfDay()));
    return row;
  }

  private ServerResponse combinations(ServerRequest request) throws SQLException {
    CurrentUser.actor(request);
    LockExceptions.Found found = exceptions.all();
    Map<String, ObjectNode> combinations = new LinkedHashMap<>();
    for (LockException exception : found.exceptions()) {
      MetadataObject set = object(DataSet.class, exception.dataSet(), found.snapshot());
      Period period = found.snapshot().calendar().ofKey(exception.period());
      ObjectNode row = JsonRows.row();
      row.put("name", "%s (%s)".formatted(set.name(), period.iso()));
      row.put("id", "0");
      row.set("period", period(period));
      row.set("dataSet", JsonRows.reference(set.uid()));
      combinations.put(set.uid() + period.iso(), row);
    }
    JsonRows rows = JsonRows.of(request, List.copyOf(combinations.values()));
    return Answers.json(json -> {
      json.writeStartObject();
      rows.rows(json, NAME, "*");
      json.writeEndObject();
    });
  }

  private ServerResponse brief(ServerRequest request) throws SQLException {
    CurrentUser.actor(request);
    LockExceptions.Found found = exceptions.all();
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeArrayPropertyStart(NAME);
      for (LockException exception : found.exceptions()) {
        json.writeStartObject();
        json.writeStringProperty(
            "period", found.snapshot().calendar().ofKey(exception.period()).iso());
        json.writeStringProperty(
            "orgUnit", object(OrganisationUnit.class, exception.orgUnit(), found.snapshot()).uid());
        json.writeStringProperty(
            "dataSet", object(DataSet.class, exception.dataSet(), found.snapshot()).uid());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static MetadataObject object(
      Class<? extends MetadataObject> type, int key, MetadataSnapshot snapshot) {
    return Objects.requireNonNull(snapshot.byKey(type, key));
  }

  private ServerResponse add(ServerRequest request) throws SQLException {
    try {
      exceptions.add(
          units(request), text(request, "pe"), text(request, "ds"), CurrentUser.actor(request));
    } catch (DataValueException e) {
      throw DataValueRequests.problem(e);
    }
    return Answers.message(HttpStatus.CREATED, "OK", "LockException created successfully.", null);
  }

  private ServerResponse remove(ServerRequest request) throws SQLException {
    try {
      exceptions.remove(
          units(request), text(request, "pe"), text(request, "ds"), CurrentUser.actor(request));
    } catch (DataValueException e) {
      throw DataValueRequests.problem(e);
    }
    return ServerResponse.noContent().build();
  }

  /** One unit, or several in brackets. */
  private static List<String> units(ServerRequest request) {
    return Requests.texts(request, "ou").stream()
        .flatMap(text -> Arrays.stream(text.replaceAll("[\\[\\]\\s]", "").split(",", -1)))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static String text(ServerRequest request, String name) {
    return Objects.requireNonNullElse(Requests.text(request, name), "");
  }

  /** Takes back old exceptions, of six months or as many, from 1 to 12, as a job says. */
  public static String cleaned(LockExceptionTable exceptions, JobParameters parameters)
      throws SQLException {
    int months = Math.clamp(parameters.number("expiresAfterMonths", USUAL_MONTHS), 1, MOST_MONTHS);
    return "%d lock exceptions of more than %d months removed"
        .formatted(exceptions.removeOlder(months), months);
  }
}
