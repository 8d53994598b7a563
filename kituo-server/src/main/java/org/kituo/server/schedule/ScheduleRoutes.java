package org.kituo.server.schedule;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.JobRules;
import org.kituo.model.metadata.JobConfiguration;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.model.schema.ObjectType;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.job.Schedule;
import org.kituo.server.metadata.SingleImport;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** What can be scheduled, and running a configured job now. */
public final class ScheduleRoutes {
  private static final String ROOT = "/api/jobConfigurations";

  private final Schedule schedule;
  private final SingleImport single;

  /** Routes over a schedule and the metadata that it is made of. */
  public ScheduleRoutes(Schedule schedule, SingleImport single) {
    this.schedule = schedule;
    this.single = single;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET(ROOT + "/jobTypes"), r -> types("jobTypes"))
        .and(route(GET(ROOT + "/jobTypesExtended"), r -> types("jobTypesExtended")))
        .and(route(POST(ROOT + "/{uid}/execute"), this::execute))
        .and(route(POST(ROOT + "/{uid}/enable"), r -> enable(r, true)))
        .and(route(POST(ROOT + "/{uid}/disable"), r -> enable(r, false)));
  }

  /** The types of jobs that this server does. */
  private ServerResponse types(String name) {
    List<JobType> types = Arrays.stream(JobType.values()).filter(schedule::does).toList();
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeArrayPropertyStart(name);
      types.forEach(type -> type(json, type));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void type(JsonGenerator json, JobType type) {
    json.writeStartObject();
    String words = type.name().replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
    json.writeStringProperty("name", Character.toUpperCase(words.charAt(0)) + words.substring(1));
    json.writeStringProperty("jobType", type.name());
    json.writeStringProperty(
        "schedulingType", type == JobType.CONTINUOUS_ANALYTICS_TABLE ? "FIXED_DELAY" : "CRON");
    json.writeArrayPropertyStart("jobParameters");
    for (JobRules.Parameter parameter : JobRules.parameters(type)) {
      json.writeStartObject();
      json.writeStringProperty("name", parameter.name());
      json.writeStringProperty("fieldName", parameter.name());
      json.writeStringProperty("klass", klass(parameter.kind()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String klass(JobRules.Kind kind) {
    return switch (kind) {
      case NUMBER -> "java.lang.Integer";
      case FLAG -> "java.lang.Boolean";
      case TEXT -> "java.lang.String";
      case LIST -> "java.util.List";
    };
  }

  private JobConfiguration found(ServerRequest request) {
    String uid = request.pathVariable("uid");
    return single
        .metadata()
        .find(JobConfiguration.class, uid)
        .orElseThrow(
            () -> Problem.notFound("JobConfiguration with id " + uid + " could not be found."));
  }

  private ServerResponse execute(ServerRequest request) throws SQLException {
    JobConfiguration job = found(request);
    if (!schedule.does(job.jobType())) {
      throw Problem.conflict("E7004", "This server has no work for jobs of type " + job.jobType());
    }
    if (!schedule.start(job.uid())) {
      throw Problem.conflict("E7006", "Job is running already: `" + job.uid() + "`");
    }
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeStringProperty("klass", ObjectType.of(job).facts().klass());
      json.writeNumberProperty("index", 0);
      json.writeArrayPropertyStart("errorReports");
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private ServerResponse enable(ServerRequest request, boolean enabled) {
    JobConfiguration job = found(request);
    SingleImport.requireConfigurable(job, "modified");
    SingleImport.require(
        single
            .writer()
            .change(
                CurrentUser.actor(request),
                ImportOptions.of(Strategy.UPDATE),
                JobConfiguration.class,
                job.uid(),
                now -> ObjectType.of(JobConfiguration.class).with(now, "enabled", enabled)));
    return ServerResponse.noContent().build();
  }
}
