package org.kituo.server.analytics;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kituo.analytics.query.AnalyticsRequest;
import org.kituo.analytics.query.AnalyticsRequest.Aggregation;
import org.kituo.analytics.query.AnalyticsRequest.Dates;
import org.kituo.analytics.query.AnalyticsRequest.DimensionText;
import org.kituo.analytics.query.AnalyticsRequest.DisplayProperty;
import org.kituo.analytics.query.AnalyticsRequest.Layout;
import org.kituo.analytics.query.AnalyticsRequest.Order;
import org.kituo.analytics.query.AnalyticsRequest.OutputSchemes;
import org.kituo.analytics.query.AnalyticsRequest.Presentation;
import org.kituo.analytics.query.AnalyticsRequest.Scope;
import org.kituo.analytics.query.AnalyticsRequest.UserUnits;
import org.kituo.analytics.query.Criteria;
import org.kituo.data.datavalue.IdScheme;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.springframework.web.servlet.function.ServerRequest;

/** Reads a question to analytics from the parameters of a request. */
final class AnalyticsParameters {
  private final ServerRequest request;
  private final LocalDate today;
  private final DisplayProperty usualName;

  private AnalyticsParameters(ServerRequest request, LocalDate today, DisplayProperty usualName) {
    this.request = request;
    this.today = today;
    this.usualName = usualName;
  }

  /**
   * The question of a request that is made on a day.
   *
   * @param usualName which name is shown if the request does not say
   */
  static AnalyticsRequest read(ServerRequest request, LocalDate today, DisplayProperty usualName) {
    return new AnalyticsParameters(request, today, usualName).read();
  }

  private AnalyticsRequest read() {
    return new AnalyticsRequest(
        dimensions("dimension"),
        dimensions("filter"),
        dates(),
        aggregation(),
        scope(),
        presentation());
  }

  /** {@code dx:a;b} each, or several with commas between. */
  private List<DimensionText> dimensions(String parameter) {
    List<DimensionText> dimensions = new ArrayList<>();
    for (String value : Requests.texts(request, parameter)) {
      for (String text : value.split(",")) {
        if (!text.isBlank()) {
          dimensions.add(dimension(text.strip()));
        }
      }
    }
    return dimensions;
  }

  private static DimensionText dimension(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new DimensionText(text, List.of())
        : new DimensionText(text.substring(0, colon), items(text.substring(colon + 1)));
  }

  private static List<String> items(String text) {
    return Arrays.stream(text.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private Optional<Dates> dates() {
    Dates dates = new Dates(date("startDate"), date("endDate"));
    return dates.start().isEmpty() && dates.end().isEmpty() ? Optional.empty() : Optional.of(dates);
  }

  private Optional<LocalDate> date(String parameter) {
    String text = Requests.text(request, parameter);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
    } catch (DateTimeParseException e) {
      throw invalid(text, parameter, "It should be a date such as 2024-01-31");
    }
  }

  private static Problem invalid(String value, String parameter, String reason) {
    return Problem.badRequest(
        null, "Value '%s' is not valid for parameter %s. %s".formatted(value, parameter, reason));
  }

  private Aggregation aggregation() {
    return new Aggregation(
        constant("aggregationType", AggregationType.class),
        criteria("preAggregationMeasureCriteria"),
        criteria("measureCriteria"),
        Requests.flag(request, "ignoreLimit", false));
  }

  private Criteria criteria(String parameter) {
    String text = Requests.text(request, parameter);
    try {
      return text == null ? Criteria.NONE : Criteria.parse(text);
    } catch (IllegalArgumentException e) {
      throw invalid(text, parameter, String.valueOf(e.getMessage()));
    }
  }

  private Scope scope() {
    return new Scope(
        date("relativePeriodDate").orElse(today),
        list("userOrgUnit"),
        constant("userOrgUnitType", UserUnits.class),
        scheme("inputIdScheme").orElse(IdScheme.BY_UID),
        Optional.ofNullable(Requests.text(request, "approvalLevel")));
  }

  private Presentation presentation() {
    return new Presentation(
        Requests.flag(request, "skipMeta", false),
        Requests.flag(request, "skipData", false),
        Requests.flag(request, "skipRounding", false),
        Requests.flag(request, "hierarchyMeta", false),
        Requests.flag(request, "showHierarchy", false),
        Requests.flag(request, "includeNumDen", false),
        Requests.flag(request, "includeMetadataDetails", false),
        constant("displayProperty", DisplayProperty.class).orElse(usualName),
        constant("order", Order.class),
        new OutputSchemes(
            scheme("outputIdScheme").orElse(IdScheme.BY_UID),
            scheme("outputOrgUnitIdScheme"),
            scheme("outputDataElementIdScheme"),
            scheme("outputDataItemIdScheme")),
        layout());
  }

  private Optional<Layout> layout() {
    List<String> columns = list("columns");
    List<String> rows = list("rows");
    if (!Requests.flag(request, "tableLayout", false) || columns.isEmpty() && rows.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Layout(
            columns,
            rows,
            Requests.flag(request, "hideEmptyColumns", false),
            Requests.flag(request, "hideEmptyRows", false)));
  }

  private List<String> list(String parameter) {
    String text = Requests.text(request, parameter);
    return text == null ? List.of() : items(text);
  }

  private Optional<IdScheme> scheme(String parameter) {
    String text = Requests.text(request, parameter);
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(
        IdScheme.parse(text)
            .orElseThrow(
                () -> invalid(text, parameter, "It should be UID, CODE, NAME or ATTRIBUTE:uid")));
  }

  private <E extends Enum<E>> Optional<E> constant(String parameter, Class<E> type) {
    String text = Requests.text(request, parameter);
    if (text == null) {
      return Optional.empty();
    }
    String wanted = text.toUpperCase(Locale.ROOT);
    return Optional.of(
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> constant.name().equals(wanted))
            .findFirst()
            .orElseThrow(() ->
                invalid(
                    text,
                    parameter,
                    "Valid values are: " + Arrays.toString(type.getEnumConstants()))));
  }
}
