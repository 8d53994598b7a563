package org.kituo.server.job;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.model.schema.Dates;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.store.job.Job;
import org.kituo.store.job.JobNotification;
import org.kituo.store.job.JobTable;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** What jobs say and find. */
public final class JobRoutes {
  private final JobTable jobs;

  /** Routes over the jobs. */
  public JobRoutes(JobTable jobs) {
    this.jobs = jobs;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/system/tasks"), this::tasks)
        .and(route(GET("/api/system/tasks/{type}"), this::tasksOfType))
        .and(route(GET("/api/system/tasks/{type}/{uid}"), this::task))
        .and(route(GET("/api/system/taskSummaries/{type}"), this::summaries))
        .and(route(GET("/api/system/taskSummaries/{type}/{uid}"), this::summary));
  }

  private ServerResponse tasks(ServerRequest request) throws SQLException {
    CurrentUser.actor(request);
    Map<JobType, Map<String, List<JobNotification>>> byType = new LinkedHashMap<>();
    for (Job job : jobs.all()) {
      byType
          .computeIfAbsent(job.type(), type -> new LinkedHashMap<>())
          .put(job.uid(), said(job, request));
    }
    return Answers.json(json -> {
      json.writeStartObject();
      byType.forEach((type, said) -> {
        json.writeName(type.name());
        write(json, type, said);
      });
      json.writeEndObject();
    });
  }

  private ServerResponse tasksOfType(ServerRequest request) throws SQLException {
    CurrentUser.actor(request);
    JobType type = type(request);
    Map<String, List<JobNotification>> byJob = new LinkedHashMap<>();
    for (Job job : jobs.ofType(type)) {
      byJob.put(job.uid(), said(job, request));
    }
    return Answers.json(json -> write(json, type, byJob));
  }

  private List<JobNotification> said(Job job, ServerRequest request) throws SQLException {
    List<JobNotification> all = jobs.notifications(job.type(), job.uid());
    return Requests.flag(request, "gist", false) && all.size() > 2
        ? List.of(all.getFirst(), all.getLast())
        : all;
  }

  private ServerResponse task(ServerRequest request) throws SQLException {
    CurrentUser.actor(request);
    JobType type = type(request);
    List<JobNotification> said = jobs.notifications(type, request.pathVariable("uid"));
    return Answers.json(json -> write(json, type, said));
  }

  private ServerResponse summaries(ServerRequest request) throws SQLException {
    CurrentUser.actor(request);
    Map<String, String> summaries = jobs.summaries(type(request));
    return Answers.json(json -> {
      json.writeStartObject();
      summaries.forEach((uid, summary) -> {
        json.writeName(uid);
        json.writeRawValue(summary);
      });
      json.writeEndObject();
    });
  }

  private ServerResponse summary(ServerRequest request) throws SQLException {
    CurrentUser.actor(request);
    String summary = jobs.summaries(type(request)).get(request.pathVariable("uid"));
    return Answers.json(json -> {
      if (summary == null) {
        json.writeNull(); // the job is not that far, or finds nothing
      } else {
        json.writeRawValue(summary);
      }
    });
  }

  private static JobType type(ServerRequest request) {
    String name = request.pathVariable("type");
    return Arrays.stream(JobType.values())
        .filter(type -> type.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() ->
            Problem.badRequest(
                null,
                "Value '%s' is not valid for path parameter jobType. Valid values are: %s"
                    .formatted(name, Arrays.toString(JobType.values()))));
  }

  private static void write(
      JsonGenerator json, JobType type, Map<String, List<JobNotification>> byJob) {
    json.writeStartObject();
    byJob.forEach((uid, said) -> {
      json.writeName(uid);
      write(json, type, said);
    });
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, JobType type, List<JobNotification> said) {
    json.writeStartArray();
    for (JobNotification notification : said) {
      json.writeStartObject();
      json.writeStringProperty("uid", notification.uid());
      json.writeStringProperty("id", notification.uid());
      json.writeStringProperty("level", notification.level().name());
      json.writeStringProperty("category", type.name());
      json.writeStringProperty(
          "time",
          Dates.format(LocalDateTime.ofInstant(notification.time(), ZoneId.systemDefault())));
      json.writeStringProperty("message", notification.message());
      json.writeBooleanProperty("completed", notification.completed());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
