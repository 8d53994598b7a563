package org.kituo.server.job;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.kituo.model.schema.Dates;
import org.kituo.server.http.Answers;
import org.kituo.store.job.Job;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** The answer to a request that started a job. */
public final class JobAnswers {
  private JobAnswers() {}

  /** Tells which job was started and where its notifications are. */
  public static ServerResponse started(Job job) {
    return Answers.message(
        HttpStatus.OK, "OK", "Initiated " + job.name(), json -> configuration(json, job));
  }

  private static void configuration(JsonGenerator json, Job job) {
    json.writeStartObject();
    json.writeStringProperty("name", job.name());
    json.writeStringProperty("id", job.uid());
    json.writeStringProperty(
        "created", Dates.format(LocalDateTime.ofInstant(job.created(), ZoneId.systemDefault())));
    json.writeStringProperty("jobType", job.type().name());
    json.writeStringProperty("jobStatus", "NOT_STARTED");
    if (job.parameters() != null) {
      json.writeName("jobParameters");
      json.writeRawValue(job.parameters());
    }
    json.writeStringProperty(
        "relativeNotifierEndpoint", "/api/system/tasks/%s/%s".formatted(job.type(), job.uid()));
    json.writeStringProperty("responseType", "JobConfiguration");
    json.writeEndObject();
  }
}
