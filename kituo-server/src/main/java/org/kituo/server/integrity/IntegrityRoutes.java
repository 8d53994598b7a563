package org.kituo.server.integrity;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.model.integrity.IntegrityCheck;
import org.kituo.model.integrity.IntegrityChecks;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.job.JobAnswers;
import org.kituo.store.job.JobRun;
import org.kituo.store.job.JobWork;
import org.kituo.store.job.Jobs;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks of metadata. They look at the snapshot in memory and take milliseconds, so that reading a
 * result finds it: it is true now, whether or not a job was started before. The jobs are there for
 * clients that start one and wait, and leave the summary that such clients read.
 */
public final class IntegrityRoutes {
  private static final String ROOT = "/api/dataIntegrity";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Supplier<MetadataSnapshot> metadata;
  private final Jobs jobs;

  /** Routes that check what is there now. */
  public IntegrityRoutes(Supplier<MetadataSnapshot> metadata, Jobs jobs) {
    this.metadata = metadata;
    this.jobs = jobs;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    RouterFunction<ServerResponse> routes =
        route(GET(ROOT), this::checks)
            .and(route(POST(ROOT), r -> start(r, JobType.DATA_INTEGRITY, "REPORT")));
    for (boolean details : List.of(false, true)) {
      String kind = details ? "details" : "summary";
      JobType type = details ? JobType.DATA_INTEGRITY_DETAILS : JobType.DATA_INTEGRITY;
      routes =
          routes
              .and(route(GET(ROOT + "/" + kind), r -> results(named(r), details)))
              .and(route(POST(ROOT + "/" + kind), r -> start(r, type, details ? null : "SUMMARY")))
              .and(route(GET(ROOT + "/" + kind + "/running"), r -> names(List.of())))
              .and(route(GET(ROOT + "/" + kind + "/completed"), r -> names(IntegrityChecks.ALL)))
              .and(route(GET(ROOT + "/{check}/" + kind), r -> result(r, details)));
    }
    return routes.and(route(GET(ROOT + "/metrics"), this::metrics));
  }

  /** What jobs of a type do. */
  public static JobWork work(Supplier<MetadataSnapshot> metadata, boolean details) {
    return run -> checked(run, metadata.get(), details);
  }

  private static String checked(JobRun run, MetadataSnapshot snapshot, boolean details)
      throws SQLException {
    List<IntegrityCheck> checks = IntegrityChecks.named(asked(run.job().parameters()));
    ObjectNode found = JSON.createObjectNode();
    checks.forEach(check -> found.set(check.name(), CheckResult.of(check, snapshot).json(details)));
    run.summary(JSON.writeValueAsString(found));
    return "%d checks of metadata done".formatted(checks.size());
  }

  private static List<String> asked(@Nullable String parameters) {
    return parameters == null
        ? List.of()
        : JSON.readTree(parameters).path("checks").valueStream().map(JsonNode::asString).toList();
  }

  private ServerResponse checks(ServerRequest request) {
    String section = Requests.text(request, "section");
    List<IntegrityCheck> checks =
        Requests.flag(request, "slow", false) || Requests.flag(request, "programmatic", false)
            ? List.of()
            : named(request).stream()
                .filter(check -> section == null || check.section().equals(section))
                .toList();
    return Answers.json(json -> {
      json.writeStartArray();
      checks.forEach(check -> json.writePOJO(CheckResult.words(check)));
      json.writeEndArray();
    });
  }

  private ServerResponse start(ServerRequest request, JobType type, @Nullable String kind)
      throws SQLException {
    List<String> names = list(request);
    if (names.isEmpty()) {
      names =
          Requests.bodyText(request).isBlank()
              ? List.of()
              : Requests.json(request).valueStream().map(JsonNode::asString).toList();
    }
    ObjectNode parameters = JSON.createObjectNode();
    if (kind != null) {
      parameters.put("type", kind);
    }
    ArrayNode checks = parameters.putArray("checks");
    names.forEach(checks::add);
    String by = String.valueOf(CurrentUser.actor(request).user().username());
    return JobAnswers.started(jobs.start(type, by, parameters.toString(), new byte[0]));
  }

  private ServerResponse results(List<IntegrityCheck> checks, boolean details) {
    MetadataSnapshot snapshot = metadata.get();
    return Answers.json(json -> {
      json.writeStartObject();
      for (IntegrityCheck check : checks) {
        json.writePOJOProperty(check.name(), CheckResult.of(check, snapshot).json(details));
      }
      json.writeEndObject();
    });
  }

  private ServerResponse result(ServerRequest request, boolean details) {
    String name = request.pathVariable("check");
    IntegrityCheck check =
        IntegrityChecks.named(List.of(name)).stream()
            .findFirst()
            .orElseThrow(() -> Problem.notFound("There is no check " + name + "."));
    CheckResult found = CheckResult.of(check, metadata.get());
    return Answers.json(json -> json.writePOJO(found.json(details)));
  }

  private static ServerResponse names(List<IntegrityCheck> checks) {
    return Answers.json(json -> write(json, checks.stream().map(IntegrityCheck::name).toList()));
  }

  private static void write(JsonGenerator json, List<String> names) {
    json.writeStartArray();
    names.forEach(json::writeString);
    json.writeEndArray();
  }

  /** Counts of issues for Prometheus. */
  private ServerResponse metrics(ServerRequest request) {
    StringBuilder lines =
        new StringBuilder("# HELP dhis_data_integrity_issues_count Issues that a check found\n")
            .append("# TYPE dhis_data_integrity_issues_count gauge\n");
    MetadataSnapshot snapshot = metadata.get();
    for (IntegrityCheck check : IntegrityChecks.ALL) {
      lines.append(
          "dhis_data_integrity_issues_count{check=\"%s\"} %d\n"
              .formatted(check.name(), check.issues(snapshot).size()));
    }
    return Answers.text(lines.toString());
  }

  private static List<IntegrityCheck> named(ServerRequest request) {
    return IntegrityChecks.named(list(request));
  }

  private static List<String> list(ServerRequest request) {
    return Requests.texts(request, "checks").stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .toList();
  }
}
