package org.kituo.server.analytics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kituo.analytics.Analytics;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.grid.Header;
import org.kituo.analytics.query.AnalyticsRequest.Scope;
import org.kituo.analytics.query.StoredQuestion;
import org.kituo.data.datavalue.IdScheme;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.Visualization;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.Views;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The data of stored tables and charts. */
public final class StoredTableRoutes {
  private final Analytics analytics;
  private final Views views;
  private final Clock clock;

  /** Routes over analytics. */
  public StoredTableRoutes(Analytics analytics, Views views, Clock clock) {
    this.analytics = analytics;
    this.views = views;
    this.clock = clock;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (GridFormat format : GridFormat.values()) {
      if (format != GridFormat.JSON) {
        routes.GET(
            "/api/visualizations/{id}/data" + format.suffix(),
            request -> data(request, asksForJson(request) ? GridFormat.JSON : format));
      }
    }
    return routes.build();
  }

  /** A stored table as JSON. */
  public ServerResponse json(ServerRequest request) {
    return data(request, GridFormat.JSON);
  }

  private ServerResponse data(ServerRequest request, GridFormat format) {
    View view = views.of(request);
    Actor actor = CurrentUser.actor(request);
    Visualization stored = readable(Visualization.class, request, view);
    return AnalyticsRoutes.answering(() -> {
      Scope scope =
          new Scope(
              day(request, clock),
              Optional.ofNullable(Requests.text(request, "ou")).stream().toList(),
              Optional.empty(),
              IdScheme.BY_UID,
              Optional.empty());
      Grid grid =
          analytics.grid(
              analytics.answer(analytics.query(StoredQuestion.of(stored, scope), actor, view)),
              view);
      return format.answer(reported(grid, stored, view));
    });
  }

  /** The object that the path names, if the caller may read it. */
  public static <T extends MetadataObject> T readable(
      Class<T> type, ServerRequest request, View view) {
    String id = request.pathVariable("id");
    return view.snapshot()
        .find(type, id)
        .filter(found ->
            AccessRules.may(CurrentUser.actor(request), Action.READ, found, view.snapshot()))
        .orElseThrow(
            () -> Problem.notFound(ObjectType.of(type).simpleKlass() + " does not exist: " + id));
  }

  /** As in DHIS2 a client that accepts nothing but JSON gets it, whatever the path says. */
  private static boolean asksForJson(ServerRequest request) {
    return request.headers().accept().equals(List.of(MediaType.APPLICATION_JSON));
  }

  /** The day that relative periods are relative to. */
  public static LocalDate day(ServerRequest request, Clock clock) {
    String text = Requests.text(request, "date");
    try {
      return text == null ? LocalDate.now(clock) : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Problem.badRequest(
          null,
          "Value '%s' is not valid for parameter date. It should be a date such as 2024-01-31"
              .formatted(text));
    }
  }

  /** Reports know three more columns, after the dimensions, and a title. */
  private static Grid reported(Grid grid, Visualization stored, View view) {
    int place = (int) grid.headers().stream().takeWhile(Header::meta).count();
    return new Grid(
        String.valueOf(stored.displayName(view)),
        grid.title(),
        with(
            grid.headers(),
            place,
            List.of(
                hidden("Reporting month", "reporting_month_name"),
                hidden("Organisation unit parameter", "param_organisationunit_name"),
                hidden("Organisation unit is parent", "organisation_unit_is_parent"))),
        grid.rows().stream().map(row -> with(row, place, List.of("", "", "No"))).toList(),
        grid.metaData());
  }

  private static Header hidden(String name, String column) {
    return new Header(name, column, Header.Content.TEXT, true, true);
  }

  private static <T> List<T> with(List<T> list, int place, List<T> more) {
    List<T> longer = new ArrayList<>(list);
    longer.addAll(place, more);
    return longer;
  }
}
