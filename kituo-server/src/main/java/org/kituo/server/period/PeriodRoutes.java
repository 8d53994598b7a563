package org.kituo.server.period;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kituo.model.period.Period;
import org.kituo.model.period.PeriodType;
import org.kituo.model.period.RelativePeriod;
import org.kituo.model.period.RelativePeriodSettings;
import org.kituo.model.schema.Dates;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.JsonRows;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ObjectNode;

/** The types of periods, and what the relative ones are on a day. */
public final class PeriodRoutes {
  private static final int MOST_YEARS = 50;
  private static final String FIELDS = "name,displayName,isoDuration,isoFormat,frequencyOrder";

  private final Supplier<MetadataSnapshot> metadata;

  /** Routes that count periods by the calendar of the present metadata. */
  public PeriodRoutes(Supplier<MetadataSnapshot> metadata) {
    this.metadata = metadata;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/periodTypes"), this::types)
        .and(route(GET("/api/periodTypes/relativePeriodTypes"), this::relativeTypes))
        .and(route(GET("/api/relativePeriods/{keyword}"), this::relative))
        .and(route(GET("/api/kituo/periods"), this::fixed));
  }

  /**
   * The periods of a type that share a day with some days, in the calendar of the system: for
   * clients that do not know the calendar themselves.
   */
  private ServerResponse fixed(ServerRequest request) {
    CurrentUser.actor(request);
    String name = Requests.text(request, "periodType");
    PeriodType type =
        Optional.ofNullable(name)
            .flatMap(PeriodType::ofApiName)
            .orElseThrow(
                () -> bad("parameter periodType", String.valueOf(name), (Object[]) names()));
    LocalDate from = day(request, "startDate");
    LocalDate to = day(request, "endDate");
    if (to.isAfter(from.plusYears(MOST_YEARS))) {
      throw Problem.badRequest(
          null, "endDate must be at most %d years after startDate.".formatted(MOST_YEARS));
    }
    List<Period> periods = metadata.get().calendar().periodsOverlapping(type, from, to);
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeArrayPropertyStart("periods");
      for (Period period : periods) {
        json.writeStartObject();
        json.writeStringProperty("id", period.iso());
        json.writeStringProperty("name", period.displayName());
        json.writeStringProperty("startDate", period.start().toString());
        json.writeStringProperty("endDate", period.end().toString());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private ServerResponse types(ServerRequest request) {
    CurrentUser.actor(request);
    List<ObjectNode> rows =
        Arrays.stream(PeriodType.values())
            .sorted(Comparator.comparing(PeriodType::apiName))
            .map(PeriodRoutes::row)
            .toList();
    return Answers.json(json -> {
      json.writeStartObject();
      JsonRows.of(request, rows).rows(json, "periodTypes", FIELDS);
      json.writeEndObject();
    });
  }

  /** What clients are told about a type. */
  public static ObjectNode row(PeriodType type) {
    ObjectNode row = JsonRows.row();
    row.put("name", type.apiName());
    row.put("displayName", type.displayName());
    row.put("isoDuration", type.isoDuration());
    row.put("isoFormat", type.isoFormat());
    row.put("frequencyOrder", type.frequencyOrder());
    return row;
  }

  private static String[] names() {
    return Arrays.stream(PeriodType.values()).map(PeriodType::apiName).toArray(String[]::new);
  }

  private ServerResponse relativeTypes(ServerRequest request) {
    CurrentUser.actor(request);
    return texts(Arrays.stream(RelativePeriod.values()).map(RelativePeriod::name).toList());
  }

  private ServerResponse relative(ServerRequest request) {
    CurrentUser.actor(request);
    String keyword = request.pathVariable("keyword");
    RelativePeriod relative =
        RelativePeriod.ofKeyword(keyword)
            .orElseThrow(
                () -> bad("path parameter relativePeriod", keyword, RelativePeriod.values()));
    RelativePeriodSettings settings = RelativePeriodSettings.DEFAULT;
    String weekly = Requests.text(request, "weeklyStart");
    String financial = Requests.text(request, "financialYearStart");
    settings =
        new RelativePeriodSettings(
            weekly == null
                ? settings.weeklyStart()
                : RelativePeriodSettings.weeklyStart(weekly)
                    .orElseThrow(() -> bad("parameter weeklyStart", weekly)),
            financial == null
                ? settings.financialYearStart()
                : RelativePeriodSettings.financialYearStart(financial)
                    .orElseThrow(() -> bad("parameter financialYearStart", financial)));
    return texts(
        relative.periods(day(request, "startDate"), metadata.get().calendar(), settings).stream()
            .map(Period::iso)
            .toList());
  }

  private static LocalDate day(ServerRequest request, String name) {
    String text = Requests.text(request, name);
    if (text == null) {
      return LocalDate.now();
    }
    LocalDateTime day = Dates.parse(text);
    if (day == null) {
      throw bad("parameter " + name, text);
    }
    return day.toLocalDate();
  }

  private static Problem bad(String place, String value, Object... valid) {
    String choice = valid.length == 0 ? "" : " Valid values are: " + Arrays.toString(valid);
    return Problem.badRequest(
        null, "Value '%s' is not valid for %s.%s".formatted(value, place, choice));
  }

  private static ServerResponse texts(List<String> texts) {
    return Answers.json(json -> {
      json.writeStartArray();
      texts.forEach(json::writeString);
      json.writeEndArray();
    });
  }
}
