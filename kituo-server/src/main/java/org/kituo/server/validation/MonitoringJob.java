package org.kituo.server.validation;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kituo.data.validation.Validation;
import org.kituo.data.validation.Violation;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.ValidationRule;
import org.kituo.model.metadata.ValidationRuleGroup;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.job.JobParameters;
import org.kituo.store.job.JobRun;
import org.kituo.store.job.JobWork;

/**
 * Looks for violations in the whole country, in the periods that lie within days relative to today.
 * They are told to people, and kept so that nobody is told of the same one twice.
 */
public final class MonitoringJob implements JobWork {
  private static final int MOST = 100_000;

  private final Validation validation;
  private final ViolationNotices notices;
  private final Clock clock;

  /** Over a validation, with today of a clock. */
  public MonitoringJob(Validation validation, ViolationNotices notices, Clock clock) {
    this.validation = validation;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public String run(JobRun run) throws SQLException {
    JobParameters parameters = JobParameters.of(run.job());
    MetadataSnapshot snapshot = validation.snapshot();
    LocalDate today = LocalDate.now(clock);
    LocalDate from = parameters.day("startDate", "relativeStart", today);
    LocalDate to = parameters.day("endDate", "relativeEnd", today);
    Collection<ValidationRule> rules = rules(parameters, snapshot, run);
    run.info("Testing %d validation rules from %s to %s".formatted(rules.size(), from, to));
    boolean keep = parameters.flag("persistResults");
    int[] units = snapshot.all(OrganisationUnit.class).stream().mapToInt(snapshot::key).toArray();
    List<Violation> found =
        validation.analyse(rules, units, from, to, MOST, keep, Optional.empty());
    if (parameters.flag("sendNotifications")) {
      run.info("Telling of %d violations".formatted(found.size()));
      if (keep) {
        notices.sendKept();
      } else {
        notices.send(found);
      }
    }
    run.summary("{\"violations\":%d}".formatted(found.size()));
    return "%d violations of %d validation rules found".formatted(found.size(), rules.size());
  }

  /** The rules of the groups that are named; all where none is. */
  private static Collection<ValidationRule> rules(
      JobParameters parameters, MetadataSnapshot snapshot, JobRun run) throws SQLException {
    List<String> groups = parameters.uids("validationRuleGroups");
    if (groups.isEmpty()) {
      return snapshot.all(ValidationRule.class);
    }
    Set<ValidationRule> rules = new LinkedHashSet<>();
    for (String uid : groups) {
      ValidationRuleGroup group = snapshot.get(ValidationRuleGroup.class, uid);
      if (group == null) {
        run.warn("There is no validation rule group " + uid);
      } else {
        rules.addAll(Validation.rules(group, snapshot));
      }
    }
    return rules;
  }
}
