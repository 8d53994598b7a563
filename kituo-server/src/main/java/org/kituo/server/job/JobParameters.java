package org.kituo.server.job;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.kituo.model.schema.Dates;
import org.kituo.store.job.Job;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a job is asked to do.
 *
 * @param json its parameters, an object
 */
public record JobParameters(JsonNode json) {

  /** Those of a job, none where it has none. */
  public static JobParameters of(Job job) {
    return new JobParameters(
        JsonMapper.shared().readTree(job.parameters() == null ? "{}" : job.parameters()));
  }

  /** A number, also where it was sent as text. */
  public int number(String name, int otherwise) {
    return json.path(name).asInt(otherwise);
  }

  /** A truth value, also where it was sent as text. */
  public boolean flag(String name) {
    return json.path(name).asBoolean(false);
  }

  /** Identifiers; empty where there are none. */
  public List<String> uids(String name) {
    return json.path(name).valueStream().map(JsonNode::asString).toList();
  }

  /**
   * A day.
   *
   * @param date the parameter that names it
   * @param relative the parameter that says by how many days it is off today, where it is not named
   */
  public LocalDate day(String date, String relative, LocalDate today) {
    LocalDateTime named = Dates.parse(json.path(date).asString(""));
    return named == null ? today.plusDays(number(relative, 0)) : named.toLocalDate();
  }
}
