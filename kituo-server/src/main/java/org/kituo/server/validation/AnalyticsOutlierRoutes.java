package org.kituo.server.validation;

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
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.grid.Header;
import org.kituo.analytics.grid.MetaData;
import org.kituo.data.datavalue.ExportScope;
import org.kituo.data.datavalue.IdScheme;
import org.kituo.data.datavalue.Identifiers;
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
import org.kituo.server.analytics.GridFormat;
import org.kituo.server.analytics.GridJson;
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
import org.springframework.web.servlet.function.RouterFunctions;
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
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (GridFormat format : GridFormat.values()) {
      routes.GET(
          "/api/analytics/outlierDetection" + format.suffix(), request -> answer(request, format));
    }
    return routes.build();
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

  private ServerResponse answer(ServerRequest request, GridFormat format) throws SQLException {
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
            periods(request, snapshot),
            List.of(),
            algorithm == Algorithm.Z_SCORE ? Method.Z_SCORE : Method.MOD_Z_SCORE,
            ScopeParameters.threshold(request, "threshold"),
            ORDERS.getOrDefault(order, Order.DISTANCE),
            ScopeParameters.most(request));
    List<Outlier> found = reader.read(query);
    Cells cells =
        new Cells(
            algorithm, Requests.flag(request, "skipRounding", false), scheme(request), snapshot);
    Grid all = Grid.of(headers(algorithm), found.stream().map(cells::row).toList(), MetaData.NONE);
    Grid grid = only(ScopeParameters.list(request, "headers"), all);
    return format == GridFormat.JSON
        ? Answers.json(json -> write(json, grid, query, algorithm, order))
        : format.answer(grid);
  }

  private static IdScheme scheme(ServerRequest request) {
    String text = Requests.text(request, "outputIdScheme");
    return text == null
        ? IdScheme.BY_UID
        : IdScheme.parse(text)
            .orElseThrow(() ->
                Problem.badRequest(
                    null, "Value '%s' is not valid for parameter outputIdScheme.".formatted(text)));
  }

  /** The columns of some names in the order of these; all if none is named. */
  private static Grid only(List<String> names, Grid grid) {
    if (names.isEmpty()) {
      return grid;
    }
    List<String> all = grid.headers().stream().map(Header::name).toList();
    List<Integer> places = names.stream().map(all::indexOf).filter(i -> i >= 0).toList();
    return Grid.of(
        places.stream().map(grid.headers()::get).toList(),
        grid.rows().stream().map(row -> places.stream().map(row::get).toList()).toList(),
        grid.metaData());
  }

  private static void write(
      JsonGenerator json, Grid grid, OutlierQuery query, Algorithm algorithm, String order) {
    json.writeStartObject();
    json.writeArrayPropertyStart("headers");
    grid.headers().forEach(header -> GridJson.write(json, header));
    json.writeEndArray();
    metadata(json, query, algorithm, order, grid.rows().size());
    json.writeObjectPropertyStart("rowContext");
    json.writeEndObject();
    GridJson.writeRows(json, grid);
    json.writeEndObject();
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
  private static List<KeySpan> periods(ServerRequest request, MetadataSnapshot snapshot) {
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
                      snapshot.calendar(),
                      RelativePeriodSettings.DEFAULT)
              : List.of(fixed(text, snapshot));
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
      spans.addAll(ExportScope.spans(from.toLocalDate(), to.toLocalDate(), snapshot));
    }
    return spans;
  }

  private static Period fixed(String text, MetadataSnapshot snapshot) {
    try {
      return snapshot.calendar().parse(text);
    } catch (InvalidPeriodException e) {
      throw Problem.badRequest(null, String.valueOf(e.getMessage()));
    }
  }

  private static List<Header> headers(Algorithm algorithm) {
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
        Header.number("value", "Value"),
        medians ? Header.number("median", "Median") : Header.number("mean", "Mean"),
        medians
            ? Header.number("medianabsdeviation", "Median absolute deviation")
            : Header.number("stddev", "Standard deviation"),
        Header.number("absdev", "Absolute deviation"),
        medians
            ? Header.number("modifiedzscore", "Modified Z-score")
            : Header.number("zscore", "Z-score"),
        Header.number("lowerbound", "Lower boundary"),
        Header.number("upperbound", "Upper boundary"));
  }

  private static Header text(String name, String column) {
    return new Header(name, column, Header.Content.TEXT, false, false);
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

  /** What stands in the rows. */
  private record Cells(
      Algorithm algorithm, boolean exact, IdScheme scheme, MetadataSnapshot snapshot) {

    List<String> row(Outlier outlier) {
      Period period = snapshot.calendar().ofKey(outlier.key().period());
      OrganisationUnit unit = snapshot.byKey(OrganisationUnit.class, outlier.key().orgUnit());
      double distance = Math.abs(outlier.value() - outlier.centre());
      double score = (algorithm == Algorithm.Z_SCORE ? 1 : SCALE) * distance / outlier.spread();
      List<String> cells = new ArrayList<>();
      add(snapshot.byKey(DataElement.class, outlier.key().dataElement()), cells);
      cells.add(period.iso());
      cells.add(period.displayName());
      add(unit, cells);
      cells.add(unit == null ? "" : path(unit, snapshot));
      int combo = outlier.key().categoryOptionCombo();
      add(snapshot.byKey(CategoryOptionCombo.class, combo), cells);
      int attribute = outlier.key().attributeOptionCombo();
      add(snapshot.byKey(CategoryOptionCombo.class, attribute), cells);
      DoubleStream.of(
              outlier.value(),
              outlier.centre(),
              outlier.spread(),
              distance,
              score,
              outlier.lower(),
              outlier.upper())
          .map(number -> exact ? number : Math.rint(number * CENTS) / CENTS)
          .mapToObj(String::valueOf)
          .forEach(cells::add);
      return cells;
    }

    private void add(@Nullable MetadataObject object, List<String> cells) {
      String id = object == null ? "" : Identifiers.text(object, scheme);
      cells.add(id == null ? "" : id);
      cells.add(object == null ? "" : String.valueOf(object.name()));
    }
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
