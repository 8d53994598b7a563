package org.kituo.server.analytics;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.Clock;
import java.time.LocalDate;
import org.kituo.analytics.Analytics;
import org.kituo.analytics.engine.NotReadyException;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.plan.Answer;
import org.kituo.analytics.query.AnalyticsException;
import org.kituo.analytics.query.AnalyticsQuery;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.HeadedResponse;
import org.kituo.server.http.Problem;
import org.kituo.server.metadata.Views;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Questions about aggregated figures. */
public final class AnalyticsRoutes {
  /** The header that tells when the newest data in an answer were read. */
  private static final String AS_OF = "X-Data-As-Of";

  private final Analytics analytics;
  private final Views views;
  private final Clock clock;

  /** Routes over analytics. */
  public AnalyticsRoutes(Analytics analytics, Views views, Clock clock) {
    this.analytics = analytics;
    this.views = views;
    this.clock = clock;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/analytics"), this::json);
  }

  private ServerResponse json(ServerRequest request) {
    View view = views.of(request);
    try {
      AnalyticsQuery query =
          analytics.query(
              AnalyticsParameters.read(request, LocalDate.now(clock)),
              CurrentUser.actor(request),
              view);
      Answer answer = analytics.answer(query);
      Grid grid = analytics.grid(answer, view);
      return new HeadedResponse(
          Answers.json(json -> GridJson.write(json, grid)), AS_OF, answer.asOf().toString());
    } catch (AnalyticsException e) {
      throw Problem.conflict(e.code(), e.message());
    } catch (NotReadyException e) {
      throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, null, String.valueOf(e.getMessage()));
    }
  }
}
