package org.kituo.server.analytics;

import java.util.Arrays;
import java.util.List;
import org.kituo.analytics.Analytics;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.grid.UnitCountTable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.OrganisationUnitGroupSet;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.Views;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Counts of organisation units by their groups. */
public final class UnitCountRoutes {
  private final Analytics analytics;
  private final Views views;

  /** Routes over analytics. */
  public UnitCountRoutes(Analytics analytics, Views views) {
    this.analytics = analytics;
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (GridFormat format : GridFormat.values()) {
      routes.GET("/api/orgUnitAnalytics" + format.suffix(), request -> counts(request, format));
    }
    return routes.build();
  }

  private ServerResponse counts(ServerRequest request, GridFormat format) {
    View view = views.of(request);
    List<OrganisationUnit> units = named(request, "ou", OrganisationUnit.class, view);
    List<OrganisationUnitGroupSet> sets =
        named(request, "ougs", OrganisationUnitGroupSet.class, view);
    if (units.isEmpty()) {
      throw Problem.conflict("E7300", "At least one organisation unit must be specified");
    }
    if (sets.isEmpty()) {
      throw Problem.conflict("E7301", "At least one organisation unit group set must be specified");
    }
    Grid grid = UnitCountTable.of(units, sets, view, analytics.tree(view.snapshot()));
    return format.answer(grid);
  }

  private static <T extends MetadataObject> List<T> named(
      ServerRequest request, String parameter, Class<T> type, View view) {
    String text = Requests.text(request, parameter);
    return text == null
        ? List.of()
        : Arrays.stream(text.split(";"))
            .distinct()
            .flatMap(id -> view.snapshot().find(type, id).stream())
            .filter(object ->
                AccessRules.may(CurrentUser.actor(request), Action.READ, object, view.snapshot()))
            .toList();
  }
}
