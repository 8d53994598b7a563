package org.kituo.server.analytics;

import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.PUT;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.kituo.analytics.columns.ColumnEngine;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Requests;
import org.kituo.server.job.JobAnswers;
import org.kituo.store.job.JobRun;
import org.kituo.store.job.JobWork;
import org.kituo.store.job.Jobs;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Jobs that clients start before they look at figures. Figures are live, so such a job has little
 * to do: it is complete when all that was saved before it is in. With {@code rebuild=true} it makes
 * the store of analytics anew.
 */
public final class ResourceTableRoutes {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String REBUILD = "rebuild";
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Jobs jobs;

  /** Routes that start jobs. */
  public ResourceTableRoutes(Jobs jobs) {
    this.jobs = jobs;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(posted("/api/resourceTables"), r -> start(JobType.RESOURCE_TABLE, r))
        .and(
            route(posted("/api/resourceTables/analytics"), r -> start(JobType.ANALYTICS_TABLE, r)));
  }

  private static RequestPredicate posted(String path) {
    return POST(path).or(PUT(path));
  }

  /** What is to be done for these jobs. */
  public static Map<JobType, JobWork> works(ColumnEngine engine) {
    JobWork work = run -> refresh(engine, run);
    return Map.of(
        JobType.RESOURCE_TABLE, work,
        JobType.ANALYTICS_TABLE, work,
        JobType.CONTINUOUS_ANALYTICS_TABLE, work);
  }

  private ServerResponse start(JobType type, ServerRequest request) throws SQLException {
    Actor actor = CurrentUser.actor(request);
    boolean rebuild = Requests.flag(request, REBUILD, false);
    String parameters =
        type == JobType.ANALYTICS_TABLE
            ? """
            {"skipTableTypes": [], "skipPrograms": [], "skipResourceTables": %s,
             "skipOutliers": %s, "rebuild": %s}\
            """
                .formatted(
                    Requests.flag(request, "skipResourceTables", false),
                    Requests.flag(request, "skipOutliers", false),
                    rebuild)
            : null;
    String username = Objects.requireNonNullElse(actor.user().username(), "");
    return JobAnswers.started(jobs.start(type, username, parameters, new byte[0]));
  }

  private static String refresh(ColumnEngine engine, JobRun run) throws Exception {
    long began = System.nanoTime();
    String parameters = run.job().parameters();
    if (parameters != null && JSON.readTree(parameters).path(REBUILD).asBoolean(false)) {
      run.info("Making the columns of all figures anew");
      engine.rebuild();
    }
    engine.caughtUp(PATIENCE);
    long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
    return "Analytics are up to date, after " + millis + " ms";
  }
}
