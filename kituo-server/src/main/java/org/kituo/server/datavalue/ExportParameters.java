package org.kituo.server.datavalue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.ExportRequest;
import org.kituo.data.datavalue.IdScheme;
import org.kituo.data.datavalue.ImportOptions;
import org.kituo.model.schema.Dates;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.store.datavalue.DataValueQuery.Order;
import org.springframework.web.servlet.function.ServerRequest;

/** Reads the parameters of an export. */
public final class ExportParameters {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})([dhms])");
  private static final List<String> INPUT_SCHEMES =
      List.of(
          "idScheme",
          "dataSetIdScheme",
          "dataElementIdScheme",
          "dataElementGroupIdScheme",
          "orgUnitIdScheme",
          "orgUnitGroupIdScheme");

  private ExportParameters() {}

  /** The parameters of an export of figures. */
  static ExportRequest read(ServerRequest request) {
    return read(request, "lastUpdated");
  }

  /**
   * The parameters of an export.
   *
   * @param since the parameter of the earliest time; with "Duration" at its end that of a span up
   *     to now
   */
  public static ExportRequest read(ServerRequest request, String since) {
    return new ExportRequest(
        list(request, "dataSet"),
        list(request, "dataElement"),
        list(request, "dataElementGroup"),
        list(request, "period"),
        date(request, "startDate"),
        date(request, "endDate"),
        list(request, "orgUnit"),
        list(request, "orgUnitGroup"),
        Requests.flag(request, "children", false),
        Requests.integer(request, "level", 0),
        list(request, "categoryOptionCombo"),
        list(request, "attributeOptionCombo"),
        since(request, since),
        Requests.flag(request, "includeDeleted", false),
        order(request),
        Requests.integer(request, "limit", 0),
        Requests.integer(request, "offset", 0),
        schemes(request, ImportOptions.ID_SCHEMES, ""),
        schemes(request, INPUT_SCHEMES, "input"),
        Requests.flag(request, "unfoldOptionCombos", false));
  }

  private static List<String> list(ServerRequest request, String name) {
    return Requests.texts(request, name).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  private static @Nullable LocalDate date(ServerRequest request, String name) {
    LocalDateTime time = time(request, name);
    return time == null ? null : time.toLocalDate();
  }

  private static @Nullable LocalDateTime time(ServerRequest request, String name) {
    String text = Requests.text(request, name);
    if (text == null) {
      return null;
    }
    LocalDateTime time = Dates.parse(text);
    if (time == null) {
      throw Problem.badRequest(
          null,
          "Value '%s' is not valid for parameter %s. It should be of type date"
              .formatted(text, name));
    }
    return time;
  }

  private static @Nullable Instant since(ServerRequest request, String name) {
    String duration = Requests.text(request, name + "Duration");
    if (duration != null) {
      return Instant.now().minus(duration(duration));
    }
    LocalDateTime time = time(request, name);
    return time == null ? null : time.atZone(ZoneId.systemDefault()).toInstant();
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw Problem.conflict("E2005", "Duration is not valid: `" + text + "`");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "d" -> Duration.ofDays(number);
      case "h" -> Duration.ofHours(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofSeconds(number);
    };
  }

  private static List<Order> order(ServerRequest request) {
    List<Order> order = new ArrayList<>();
    for (String name : list(request, "order")) {
      try {
        order.add(Order.valueOf(name.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw Problem.badRequest(
            null,
            "Value '%s' is not valid for parameter order. Valid values are: %s"
                .formatted(name, Arrays.toString(Order.values())));
      }
    }
    if (order.isEmpty() && Requests.flag(request, "orderByPeriod", false)) {
      order.add(Order.PE);
    }
    return order;
  }

  /** Schemes of identifiers whose parameters begin with a prefix. */
  private static Map<String, IdScheme> schemes(
      ServerRequest request, List<String> names, String prefix) {
    Map<String, IdScheme> schemes = new LinkedHashMap<>();
    for (String name : names) {
      String parameter =
          prefix.isEmpty()
              ? name
              : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
      String text = Requests.text(request, parameter);
      if (text != null) {
        schemes.put(
            name,
            IdScheme.parse(text)
                .orElseThrow(() ->
                    Problem.badRequest(
                        null,
                        "Value '%s' is not valid for parameter %s. Valid values are: [UID,"
                                .formatted(text, parameter)
                            + " CODE, NAME, ATTRIBUTE:{id}]")));
      }
    }
    return schemes;
  }
}
