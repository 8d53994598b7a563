package org.kituo.server.validation;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.ExportScope;
import org.kituo.model.access.ReadableCombos;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.InvalidPeriodException;
import org.kituo.model.period.Period;
import org.kituo.model.period.RelativePeriod;
import org.kituo.model.period.RelativePeriodSettings;
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
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** Outliers in the shape of analytics: a grid of headers and rows. */
public final class AnalyticsOutlierRoutes {
  private static final double SCALE = 0.6745;
  private static final double CENTS = 100;

  private final Supplier<MetadataSnapshot> metadata;
  private final OutlierReader reader;

  /** Routes over figures. */
  public AnalyticsOutlierRoutes(Supplier<MetadataSnapshot> metadata, OutlierReader reader) {
    this.metadata = metadata;
    this.reader = reader;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/analytics/outlierDetection"), this::grid);
  }

  private enum Algorithm {
    Z_SCORE,
    MODIFIED_Z_SCORE
  }

  /** The names of analytics for what outliers are ordered by. */
  private static final Map<String, Order> ORDERS = orders();

  private static Map<String, Order> orders() {
    Map<String, Order> orders = new LinkedHashMap<>();
    orders.put("ABS_DEV", Order.DISTANCE);
    orders.put("Z_SCORE", Order.SCORE);
    orders.put("MODIFIED_Z_SCORE", Order.SCORE);
    orders.put("VALUE", Order.VALUE);
    orders.put("MEDIAN", Order.CENTRE);
    orders.put("MEAN", Order.CENTRE);
    orders.put("STD_DEV", Order.SPREAD);
    orders.put("MEDIAN_ABS_DEV", Order.SPREAD);
    orders.put("LOWER_BOUND", Order.LOWER);
    orders.put("UPPER_BOUND", Order.UPPER);
    return orders;
  }

  private ServerResponse grid(ServerRequest request) throws SQLException {
    MetadataSnapshot snapshot = metadata.get();
    Set<Integer> elements = ScopeParameters.numericElements(request, snapshot);
    if (elements.isEmpty()) {
      throw Problem.conflict("E2200", "At least one data element must be specified");
    }
    List<String> units = ScopeParameters.list(request, "ou");
    if (units.isEmpty()) {
      throw Problem.conflict("E2203", "At least one organisation unit must be specified");
    }
    Algorithm algorithm = Requests.constant(request, "algorithm", Algorithm.Z_SCORE);
    String order = order(request);
    OutlierQuery query =
        new OutlierQuery(
            elements.stream().mapToInt(Integer::intValue).toArray(),
            ScopeParameters.units(units, CurrentUser.actor(request), snapshot),
            ReadableCombos.of(CurrentUser.actor(request), snapshot).hidden(),
            periods(request),
            List.of(),
            algorithm == Algorithm.Z_SCORE ? Method.Z_SCORE : Method.MOD_Z_SCORE,
            ScopeParameters.threshold(request, "threshold"),
            ORDERS.getOrDefault(order, Order.DISTANCE),
            ScopeParameters.most(request));
    List<Outlier> found = reader.read(query);
    boolean exact = Requests.flag(request, "skipRounding", false);
    return Answers.json(json -> {
      json.writeStartObject();
      List<String[]> headers = headers(algorithm);
      json.writeArrayPropertyStart("headers");
      headers.forEach(header -> header(json, header));
      json.writeEndArray();
      metadata(json, query, algorithm, order, found.size());
      json.writeObjectPropertyStart("rowContext");
      json.writeEndObject();
      json.writeArrayPropertyStart("rows");
      found.forEach(outlier -> row(json, outlier, algorithm, exact, snapshot));
      json.writeEndArray();
      json.writeNumberProperty("width", headers.size());
      json.writeNumberProperty("height", found.size());
      json.writeNumberProperty("headerWidth", headers.size());
      json.writeEndObject();
    });
  }

  private static String order(ServerRequest request) {
    String text = Requests.text(request, "orderBy");
    if (text == null) {
      return "ABS_DEV";
    }
    String plain = plain(text);
    return ORDERS.keySet().stream()
        .filter(name -> plain(name).equals(plain))
        .findFirst()
        .orElseThrow(() ->
            Problem.badRequest(
                null,
                "Value '%s' is not valid for parameter orderBy. Valid values are: %s"
                    .formatted(text, ORDERS.keySet())));
  }

  private static String plain(String name) {
    return name.toUpperCase(Locale.ROOT).replace("_", "").replace("DEVIATION", "DEV");
  }

  /** The spans of days that are given, or the periods, fixed and relative. */
  private static List<KeySpan> periods(ServerRequest request) {
    List<KeySpan> spans = new ArrayList<>();
    List<String> named =
        ScopeParameters.list(request, "pe").stream()
            .flatMap(text -> Arrays.stream(text.split(";", -1)))
            .toList();
    LocalDateTime today = ScopeParameters.time(request, "relativePeriodDate");
    for (String text : named) {
      Optional<RelativePeriod> relative = RelativePeriod.ofKeyword(text);
      List<Period> periods =
          relative.isPresent()
              ? relative
                  .get()
                  .periods(
                      today == null ? LocalDate.now() : today.toLocalDate(),
                      RelativePeriodSettings.DEFAULT)
              : List.of(fixed(text));
      periods.forEach(period -> spans.add(new KeySpan(period.key(), period.key())));
    }
    LocalDateTime from = ScopeParameters.time(request, "startDate");
    LocalDateTime to = ScopeParameters.time(request, "endDate");
    if (named.isEmpty() && (from == null || to == null)) {
      throw Problem.conflict(
          "E2201", "Start date and end date or relative period must be specified");
    }
    if (from != null && to != null) {
      if (!from.isBefore(to)) {
        throw Problem.conflict("E2202", "Start date must be before end date");
      }
      spans.addAll(ExportScope.spans(from.toLocalDate(), to.toLocalDate()));
    }
    return spans;
  }

  private static Period fixed(String text) {
    try {
      return Period.parse(text);
    } catch (InvalidPeriodException e) {
      throw Problem.badRequest(null, String.valueOf(e.getMessage()));
    }
  }

  /** Name and column of each header; those of numbers have no third part. */
  private static List<String[]> headers(Algorithm algorithm) {
    boolean medians = algorithm == Algorithm.MODIFIED_Z_SCORE;
    return List.of(
        text("dx", "Data"),
        text("dxname", "Data name"),
        text("pe", "Period"),
        text("pename", "Period name"),
        text("ou", "Organisation unit"),
        text("ouname", "Organisation unit name"),
        text("ounamehierarchy", "Organisation unit name hierarchy"),
        text("coc", "Category option combo"),
        text("cocname", "Category option combo name"),
        text("aoc", "Attribute option combo"),
        text("aocname", "Attribute option combo name"),
        number("value", "Value"),
        medians ? number("median", "Median") : number("mean", "Mean"),
        medians
            ? number("medianabsdeviation", "Median absolute deviation")
            : number("stddev", "Standard deviation"),
        number("absdev", "Absolute deviation"),
        medians ? number("modifiedzscore", "Modified Z-score") : number("zscore", "Z-score"),
        number("lowerbound", "Lower boundary"),
        number("upperbound", "Upper boundary"));
  }

  private static String[] text(String name, String column) {
    return new String[] {name, column, "TEXT", "java.lang.String"};
  }

  private static String[] number(String name, String column) {
    return new String[] {name, column, "NUMBER", "java.lang.Double"};
  }

  private static void header(JsonGenerator json, String[] header) {
    json.writeStartObject();
    json.writeStringProperty("name", header[0]);
    json.writeStringProperty("column", header[1]);
    json.writeStringProperty("valueType", header[2]);
    json.writeStringProperty("type", header[3]);
    json.writeBooleanProperty("hidden", false);
    json.writeBooleanProperty("meta", false);
    json.writeEndObject();
  }

  private static void metadata(
      JsonGenerator json, OutlierQuery query, Algorithm algorithm, String order, int count) {
    json.writeObjectPropertyStart("metaData");
    json.writeStringProperty("algorithm", algorithm.name());
    json.writeNumberProperty("threshold", query.threshold());
    json.writeStringProperty("orderBy", order);
    json.writeNumberProperty("maxResults", query.limit());
    json.writeNumberProperty("count", count);
    json.writeEndObject();
  }

  private static void row(
      JsonGenerator json,
      Outlier outlier,
      Algorithm algorithm,
      boolean exact,
      MetadataSnapshot snapshot) {
    Period period = Period.ofKey(outlier.key().period());
    OrganisationUnit unit = snapshot.byKey(OrganisationUnit.class, outlier.key().orgUnit());
    double distance = Math.abs(outlier.value() - outlier.centre());
    double score = (algorithm == Algorithm.Z_SCORE ? 1 : SCALE) * distance / outlier.spread();
    json.writeStartArray();
    named(json, snapshot.byKey(DataElement.class, outlier.key().dataElement()));
    json.writeString(period.iso());
    json.writeString(period.displayName());
    named(json, unit);
    json.writeString(unit == null ? "" : path(unit, snapshot));
    int combo = outlier.key().categoryOptionCombo();
    named(json, snapshot.byKey(CategoryOptionCombo.class, combo));
    int attribute = outlier.key().attributeOptionCombo();
    named(json, snapshot.byKey(CategoryOptionCombo.class, attribute));
    for (double number :
        new double[] {
          outlier.value(),
          outlier.centre(),
          outlier.spread(),
          distance,
          score,
          outlier.lower(),
          outlier.upper()
        }) {
      double shown = exact ? number : Math.rint(number * CENTS) / CENTS;
      json.writeString(String.valueOf(shown));
    }
    json.writeEndArray();
  }

  private static void named(JsonGenerator json, @Nullable MetadataObject object) {
    json.writeString(object == null ? "" : object.uid());
    json.writeString(object == null ? "" : String.valueOf(object.name()));
  }

  private static String path(OrganisationUnit unit, MetadataSnapshot snapshot) {
    StringBuilder names = new StringBuilder(String.valueOf(unit.name()));
    OrganisationUnit above = Hierarchy.parent(unit, snapshot);
    while (above != null) {
      names.insert(0, above.name() + " / ");
      above = Hierarchy.parent(above, snapshot);
    }
    return names.toString();
  }
}
