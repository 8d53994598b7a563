package org.kituo.server.validation;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.ExportScope;
import org.kituo.model.access.Actor;
import org.kituo.model.access.ReadableCombos;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.store.datavalue.DataValueQuery.KeySpan;
import org.kituo.store.datavalue.Outlier;
import org.kituo.store.datavalue.OutlierQuery;
import org.kituo.store.datavalue.OutlierQuery.Method;
import org.kituo.store.datavalue.OutlierQuery.Order;
import org.kituo.store.datavalue.OutlierReader;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** Figures that are far from the others of their series. */
public final class OutlierRoutes {
  private static final double SCALE = 0.6745;
  private static final List<String> COLUMNS =
      List.of(
          "de",
          "deName",
          "pe",
          "ou",
          "ouName",
          "coc",
          "cocName",
          "aoc",
          "lastUpdated",
          "value",
          "mean",
          "stdDev",
          "absDev",
          "zScore",
          "lowerBound",
          "upperBound",
          "aocName",
          "followup",
          "median",
          "rawValue");

  private final Supplier<MetadataSnapshot> metadata;
  private final OutlierReader reader;

  /** Routes over figures. */
  public OutlierRoutes(Supplier<MetadataSnapshot> metadata, OutlierReader reader) {
    this.metadata = metadata;
    this.reader = reader;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/outlierDetection"), this::json)
        .and(route(GET("/api/outlierDetection.csv"), this::csv))
        .and(route(POST("/api/dataAnalysis/stdDevOutlier"), r -> rows(r, Method.Z_SCORE)))
        .and(route(POST("/api/dataAnalysis/minMaxOutlier"), r -> rows(r, Method.MIN_MAX)));
  }

  private enum OrderBy {
    MEAN_ABS_DEV,
    Z_SCORE
  }

  /** What is asked for, checked. */
  private record Asked(
      OutlierQuery query,
      OrderBy order,
      @Nullable LocalDateTime dataStart,
      @Nullable LocalDateTime dataEnd) {}

  private ServerResponse json(ServerRequest request) throws SQLException {
    MetadataSnapshot snapshot = metadata.get();
    Method method = Requests.constant(request, "algorithm", Method.Z_SCORE);
    Asked asked = asked(request, method, "threshold", CurrentUser.actor(request), snapshot);
    List<Outlier> found = reader.read(asked.query());
    return Answers.json(json -> {
      json.writeStartObject();
      metadata(json, asked, found.size());
      json.writeName("outlierValues");
      rows(json, found, method, snapshot);
      json.writeEndObject();
    });
  }

  /** The older form of the analysis: asked by a body, answered by the rows alone. */
  private ServerResponse rows(ServerRequest request, Method method) throws SQLException {
    MetadataSnapshot snapshot = metadata.get();
    Actor actor = CurrentUser.actor(request);
    Asked asked =
        asked(Requests.withBodyAsParameters(request), method, "standardDeviation", actor, snapshot);
    List<Outlier> found = reader.read(asked.query());
    return Answers.json(json -> rows(json, found, method, snapshot));
  }

  private static void rows(
      JsonGenerator json, List<Outlier> found, Method method, MetadataSnapshot snapshot) {
    json.writeStartArray();
    for (Outlier outlier : found) {
      json.writeStartObject();
      cells(outlier, method, snapshot).forEach((name, value) -> write(json, name, value));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, String name, Object value) {
    switch (value) {
      case Double number -> json.writeNumberProperty(name, number);
      case Boolean flag -> json.writeBooleanProperty(name, flag);
      default -> json.writeStringProperty(name, value.toString());
    }
  }

  private static void metadata(JsonGenerator json, Asked asked, int count) {
    json.writeObjectPropertyStart("metadata");
    json.writeStringProperty("algorithm", asked.query().method().name());
    json.writeNumberProperty("threshold", asked.query().threshold());
    if (asked.dataStart() != null) {
      json.writeStringProperty("dataStartDate", Dates.format(asked.dataStart()));
    }
    if (asked.dataEnd() != null) {
      json.writeStringProperty("dataEndDate", Dates.format(asked.dataEnd()));
    }
    json.writeStringProperty("orderBy", asked.order().name());
    json.writeNumberProperty("maxResults", asked.query().limit());
    json.writeNumberProperty("count", count);
    json.writeEndObject();
  }

  private ServerResponse csv(ServerRequest request) throws SQLException {
    MetadataSnapshot snapshot = metadata.get();
    Method method = Requests.constant(request, "algorithm", Method.Z_SCORE);
    Asked asked = asked(request, method, "threshold", CurrentUser.actor(request), snapshot);
    List<Outlier> found = reader.read(asked.query());
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType("application/csv"))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .build((servletRequest, response) -> {
          Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
          out.write(String.join(",", COLUMNS) + "\n");
          for (Outlier outlier : found) {
            Map<String, Object> cells = cells(outlier, asked.query().method(), snapshot);
            List<String> line = new ArrayList<>();
            COLUMNS.forEach(column -> line.add(quoted(cells.getOrDefault(column, ""))));
            out.write(String.join(",", line) + "\n");
          }
          out.flush();
          return null;
        });
  }

  private static String quoted(Object value) {
    String text = value.toString();
    return text.matches("[\\w.:+-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static Map<String, Object> cells(
      Outlier outlier, Method method, MetadataSnapshot snapshot) {
    Map<String, Object> cells = new LinkedHashMap<>();
    named(cells, "de", snapshot.byKey(DataElement.class, outlier.key().dataElement()));
    cells.put("pe", snapshot.calendar().ofKey(outlier.key().period()).iso());
    named(cells, "ou", snapshot.byKey(OrganisationUnit.class, outlier.key().orgUnit()));
    named(
        cells,
        "coc",
        snapshot.byKey(CategoryOptionCombo.class, outlier.key().categoryOptionCombo()));
    named(
        cells,
        "aoc",
        snapshot.byKey(CategoryOptionCombo.class, outlier.key().attributeOptionCombo()));
    cells.put(
        "lastUpdated",
        Dates.format(LocalDateTime.ofInstant(outlier.lastUpdated(), ZoneId.systemDefault())));
    number(cells, "value", outlier.value());
    if (method == Method.INVALID_NUMERIC) {
      cells.put("rawValue", outlier.text());
    }
    boolean medians = method == Method.MOD_Z_SCORE;
    number(cells, medians ? "median" : "mean", outlier.centre());
    number(cells, "stdDev", outlier.spread());
    double distance =
        Double.isNaN(outlier.centre())
            ? Math.min(
                Math.abs(outlier.value() - outlier.lower()),
                Math.abs(outlier.value() - outlier.upper()))
            : Math.abs(outlier.value() - outlier.centre());
    number(cells, "absDev", distance);
    number(cells, "zScore", (medians ? SCALE : 1) * distance / outlier.spread());
    number(cells, "lowerBound", outlier.lower());
    number(cells, "upperBound", outlier.upper());
    cells.put("followup", outlier.followUp());
    return cells;
  }

  private static void named(
      Map<String, Object> cells, String name, @Nullable MetadataObject object) {
    if (object != null) {
      cells.put(name, object.uid());
      cells.put(name + "Name", String.valueOf(object.name()));
    }
  }

  private static void number(Map<String, Object> cells, String name, double number) {
    if (!Double.isNaN(number)) {
      cells.put(name, number);
    }
  }

  private static Asked asked(
      ServerRequest request,
      Method method,
      String threshold,
      Actor actor,
      MetadataSnapshot snapshot) {
    Set<Integer> elements = ScopeParameters.numericElements(request, snapshot);
    if (elements.isEmpty()) {
      throw Problem.conflict("E2200", "At least one data element must be specified");
    }
    List<String> units = ScopeParameters.list(request, "ou");
    if (units.isEmpty()) {
      throw Problem.conflict("E2203", "At least one organisation unit must be specified");
    }
    LocalDateTime from = ScopeParameters.time(request, "startDate");
    LocalDateTime to = ScopeParameters.time(request, "endDate");
    if (from == null || to == null) {
      throw Problem.conflict("E2201", "Start date and end date must be specified");
    }
    if (!from.isBefore(to)) {
      throw Problem.conflict("E2202", "Start date must be before end date");
    }
    int most = ScopeParameters.most(request);
    LocalDateTime dataStart = ScopeParameters.time(request, "dataStartDate");
    LocalDateTime dataEnd = ScopeParameters.time(request, "dataEndDate");
    if (dataStart != null && dataEnd != null && dataStart.isAfter(dataEnd)) {
      throw Problem.conflict("E2207", "Data start date must be before data end date");
    }
    OrderBy order = Requests.constant(request, "orderBy", OrderBy.MEAN_ABS_DEV);
    OutlierQuery query =
        new OutlierQuery(
            elements.stream().mapToInt(Integer::intValue).toArray(),
            ScopeParameters.units(units, actor, snapshot),
            ReadableCombos.of(actor, snapshot).hidden(),
            ExportScope.spans(from.toLocalDate(), to.toLocalDate(), snapshot),
            dataStart == null && dataEnd == null
                ? List.<KeySpan>of()
                : ExportScope.spans(
                    dataStart == null ? LocalDate.of(1900, 1, 1) : dataStart.toLocalDate(),
                    dataEnd == null ? LocalDate.of(2200, 1, 1) : dataEnd.toLocalDate(),
                    snapshot),
            method,
            ScopeParameters.threshold(request, threshold),
            order == OrderBy.Z_SCORE ? Order.SCORE : Order.DISTANCE,
            most);
    return new Asked(query, order, dataStart, dataEnd);
  }
}
