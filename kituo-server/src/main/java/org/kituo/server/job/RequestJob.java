package org.kituo.server.job;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Parameters;
import org.kituo.store.job.Job;
import org.kituo.store.job.JobRun;
import org.kituo.store.job.Jobs;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request that is answered at once and carried out by a job: its parameters and its body.
 *
 * @param parameters the parameters
 * @param body the body, as JSON
 */
public record RequestJob(Parameters parameters, JsonNode body) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Starts a job that does what a request asks for. */
  public ServerResponse start(Jobs jobs, JobType type, ServerRequest request) throws SQLException {
    ObjectNode input = JSON.createObjectNode();
    ObjectNode values = input.putObject("parameters");
    parameters.values().forEach(values::put);
    input.set("body", body);
    String user = Objects.requireNonNullElse(CurrentUser.actor(request).user().username(), "");
    return JobAnswers.started(
        jobs.start(
            type, user, values.toString(), input.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** What a job is to do. */
  public static RequestJob of(JobRun run) throws SQLException {
    JsonNode input = JSON.readTree(run.input());
    Map<String, String> values = new LinkedHashMap<>();
    input.path("parameters").forEachEntry((name, value) -> values.put(name, value.asString("")));
    return new RequestJob(new Parameters(values), input.path("body"));
  }

  /** Keeps what came of a job, as JSON. */
  public static void summary(JobRun run, Consumer<JsonGenerator> writer) throws SQLException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    Answers.write(json, writer);
    run.summary(json.toString(StandardCharsets.UTF_8));
  }

  /** Whom a job acts for. */
  public static Actor actor(Job job, MetadataSnapshot snapshot) {
    User user =
        snapshot
            .findByUnique(User.class, "username", job.createdBy())
            .orElseThrow(() -> new IllegalStateException("There is no user " + job.createdBy()));
    return Actor.of(user, snapshot);
  }
}
