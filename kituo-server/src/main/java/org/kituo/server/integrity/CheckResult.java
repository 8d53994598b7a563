package org.kituo.server.integrity;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.kituo.model.integrity.IntegrityCheck;
import org.kituo.model.integrity.IntegrityCheck.Issue;
import org.kituo.model.schema.Dates;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.http.JsonRows;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a check found, and when it looked. */
record CheckResult(
    IntegrityCheck check,
    LocalDateTime started,
    LocalDateTime finished,
    int looked,
    List<Issue> issues) {

  static CheckResult of(IntegrityCheck check, MetadataSnapshot snapshot) {
    LocalDateTime started = LocalDateTime.now();
    List<Issue> issues = check.issues(snapshot);
    return new CheckResult(
        check, started, LocalDateTime.now(), snapshot.count(check.subject()), issues);
  }

  ObjectNode json(boolean details) {
    ObjectNode json = words(check);
    json.put("averageExecutionTime", ChronoUnit.MILLIS.between(started, finished));
    json.put("startTime", Dates.format(started));
    json.put("finishedTime", Dates.format(finished));
    if (details) {
      ArrayNode list = json.putArray("issues");
      issues.forEach(issue -> list.add(json(issue)));
    } else {
      json.put("count", issues.size());
      // Whole percents, cut off, which is how DHIS2 counts them.
      json.put("percentage", looked == 0 ? 0.0 : (double) (100 * issues.size() / looked));
    }
    return json;
  }

  private static ObjectNode json(Issue issue) {
    ObjectNode json = JsonRows.row().put("id", issue.id()).put("name", issue.name());
    if (!issue.comment().isEmpty()) {
      json.put("comment", issue.comment());
    }
    if (!issue.refs().isEmpty()) {
      ArrayNode refs = json.putArray("refs");
      issue.refs().forEach(refs::add);
    }
    return json;
  }

  /** What a check looks for, as the list of checks says it. */
  static ObjectNode words(IntegrityCheck check) {
    ObjectNode json = JsonRows.row();
    json.put("name", check.name());
    json.put("displayName", check.title());
    json.put("section", check.section());
    json.put("sectionOrder", check.order());
    json.put("severity", check.severity().name());
    json.put("description", check.title());
    json.put("introduction", check.title());
    json.put("recommendation", check.advice());
    json.put("issuesIdType", check.subjects());
    json.put("isSlow", false);
    json.put("isProgrammatic", false);
    json.put("code", check.code());
    return json;
  }
}
