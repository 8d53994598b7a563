package org.kituo.server.analytics;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.Analytics;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.query.AnalyticsException;
import org.kituo.analytics.query.AnalyticsRequest.DimensionText;
import org.kituo.data.datavalue.DataValueEntry;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.DataEntryForm;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.InvalidPeriodException;
import org.kituo.model.period.Period;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.form.FormHtml;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.DataSetWrites;
import org.kituo.server.metadata.Views;
import org.kituo.store.datavalue.DataValueReader;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.HtmlUtils;

/** Filled forms: as tables, as a spreadsheet, or in the HTML of the custom form. */
public final class DataSetReportRoutes {
  private static final String ROOT = "/api/dataSetReport";
  private static final Pattern INPUT =
      Pattern.compile("<input[^>]*?id=[\"']([A-Za-z]\\w{10})-([A-Za-z]\\w{10})-val[\"'][^>]*>");

  private final Analytics analytics;
  private final DataValueReader reader;
  private final Views views;

  /** Routes over aggregated and entered figures. */
  public DataSetReportRoutes(Analytics analytics, DataValueReader reader, Views views) {
    this.analytics = analytics;
    this.reader = reader;
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET(ROOT), this::json)
        .and(route(GET(ROOT + ".xls"), this::sheet))
        .and(route(GET(ROOT + ".xlsx"), this::sheet))
        .and(route(GET(ROOT + ".html"), this::html))
        .and(route(GET(ROOT + "/custom"), this::custom));
  }

  private ServerResponse json(ServerRequest request) throws SQLException {
    List<Grid> grids = grids(request);
    return Answers.json(json -> {
      json.writeStartArray();
      grids.forEach(grid -> GridJson.write(json, grid));
      json.writeEndArray();
    });
  }

  private ServerResponse sheet(ServerRequest request) throws SQLException {
    List<Grid> grids = grids(request);
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType("application/vnd.ms-excel"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=report.xlsx")
        .build((servletRequest, response) -> {
          GridSheet.write(grids, response.getOutputStream());
          return null;
        });
  }

  private ServerResponse html(ServerRequest request) throws SQLException {
    List<Grid> grids = grids(request);
    return ServerResponse.ok()
        .contentType(MediaType.TEXT_HTML)
        .build((servletRequest, response) -> {
          GridHtml.write(grids, response.getOutputStream());
          return null;
        });
  }

  private ServerResponse custom(ServerRequest request) throws SQLException {
    View view = views.of(request);
    DataSetReport report = report(request, view);
    String html =
        report.set().dataEntryForm() == null
            ? null
            : view.snapshot()
                .find(DataEntryForm.class, report.set().dataEntryForm().id())
                .flatMap(FormHtml::of)
                .orElse(null);
    if (html == null) {
      throw Problem.conflict(null, "The data set has no custom form.");
    }
    Map<String, String> values = values(report, request, view);
    Matcher inputs = INPUT.matcher(html);
    String filled =
        inputs.replaceAll(input ->
            Matcher.quoteReplacement(
                HtmlUtils.htmlEscape(
                    values.getOrDefault(input.group(1) + "." + input.group(2), ""))));
    return ServerResponse.ok().contentType(MediaType.TEXT_HTML).body(filled);
  }

  private List<Grid> grids(ServerRequest request) throws SQLException {
    View view = views.of(request);
    DataSetReport report = report(request, view);
    return report.grids(values(report, request, view), view);
  }

  private Map<String, String> values(DataSetReport report, ServerRequest request, View view)
      throws SQLException {
    try {
      return report.values(analytics, reader, CurrentUser.actor(request), view);
    } catch (AnalyticsException e) {
      throw Problem.conflict(e.code(), e.message());
    }
  }

  private static DataSetReport report(ServerRequest request, View view) {
    Actor actor = CurrentUser.actor(request);
    DataSet set = DataSetWrites.readable(required(request, "ds"), actor, view.snapshot());
    String uid = required(request, "ou");
    OrganisationUnit unit =
        view.snapshot()
            .find(OrganisationUnit.class, uid)
            .orElseThrow(() -> missing("Organisation unit", uid));
    if (!DataValueEntry.maySee(unit, actor, view.snapshot())) {
      throw Problem.conflict("E2012", "User is not allowed to view org unit: `" + uid + "`");
    }
    return new DataSetReport(
        set,
        unit,
        periods(request, view.snapshot()),
        Requests.flag(request, "selectedUnitOnly", false),
        filters(request));
  }

  private static List<Period> periods(ServerRequest request, MetadataSnapshot snapshot) {
    List<Period> periods = new ArrayList<>();
    required(request, "pe");
    for (String text : Requests.texts(request, "pe")) {
      for (String iso : text.split("[,;]")) {
        try {
          periods.add(snapshot.calendar().parse(iso.strip()));
        } catch (InvalidPeriodException e) {
          throw missing("Period", iso);
        }
      }
    }
    return periods;
  }

  private static List<DimensionText> filters(ServerRequest request) {
    return Requests.texts(request, "filter").stream()
        .map(text -> {
          String[] parts = text.split(":", 2);
          return new DimensionText(
              parts[0], parts.length == 1 ? List.of() : Arrays.asList(parts[1].split(";")));
        })
        .toList();
  }

  private static String required(ServerRequest request, String name) {
    @Nullable String text = Requests.text(request, name);
    if (text == null) {
      throw Problem.badRequest(
          null, "Required request parameter '%s' is not present".formatted(name));
    }
    return text;
  }

  private static Problem missing(String what, String uid) {
    return Problem.of(HttpStatus.CONFLICT, null, "%s does not exist: %s".formatted(what, uid));
  }
}
