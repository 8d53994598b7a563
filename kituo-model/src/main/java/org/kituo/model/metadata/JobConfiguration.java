package org.kituo.model.metadata;

import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.JobStatus;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.model.metadata.constant.SchedulingType;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Virtual;
import org.kituo.model.snapshot.View;
import tools.jackson.databind.JsonNode;

/** A job of the scheduler and its times. */
@MetadataType(
    klass = "org.hisp.dhis.scheduling.JobConfiguration",
    plural = "jobConfigurations",
    name = "identifiableObject",
    order = 1040,
    translatable = false,
    owned = false,
    secondary = true,
    create = "F_SCHEDULING_ADMIN",
    delete = "F_SCHEDULING_ADMIN")
@Virtual(name = "lastRuntimeExecution", kind = PropertyKind.TEXT, writable = false)
@Virtual(name = "leaderOnlyJob", kind = PropertyKind.BOOLEAN, writable = false, value = "true")
@Virtual(name = "userUid", kind = PropertyKind.TEXT, writable = false)
public record JobConfiguration(
    Identity identity,
    @Property @Nullable String cronExpression,
    @Property @Nullable Integer delay,
    @Property(required = true, initial = "true") boolean enabled,
    @Property(max = Integer.MAX_VALUE) @Nullable String errorCodes,
    @Property(max = 11) @Nullable String executedBy,
    @Property(klass = "org.hisp.dhis.scheduling.JobParameters") @Nullable JsonNode jobParameters,
    @Property(length = 120, required = true, initial = "SCHEDULED") @Nullable JobStatus jobStatus,
    @Property(length = 120, required = true) @Nullable JobType jobType,
    @Property @Nullable LocalDateTime lastAlive,
    @Property @Nullable LocalDateTime lastExecuted,
    @Property(length = 120, required = true, initial = "NOT_STARTED")
        @Nullable JobStatus lastExecutedStatus,
    @Property @Nullable LocalDateTime lastFinished,
    @Property(min = 1, max = 230, required = true, unique = true, attribute = true)
        @Nullable String name,
    @Property(max = 50) @Nullable String queueName,
    @Property @Nullable Integer queuePosition,
    @Property(length = 12, required = true, initial = "CRON")
        @Nullable SchedulingType schedulingType)
    implements Identifiable {
  /** How late a job may be and still run, rather than wait for its next time, in hours. */
  public static final int PATIENCE = 4;

  /** The jobs that every server has and nobody changes. */
  private static final Set<String> OF_SYSTEM =
      Set.of(
          "DHIS2rocks1",
          "D2datatrim8",
          "YvAwAmrqAtN",
          "sHMedQF7VYa",
          "BFa3jDsbtdO",
          "pd6O228pqr0",
          "fUWM1At1TUx",
          "Js3vHn2AVuG",
          "uwWCT2BMmlq",
          "vt21671bgno");

  /** Whether people may change it, which they may but for jobs of the system. */
  public boolean configurable() {
    return !OF_SYSTEM.contains(uid());
  }

  /** Whether people may change it. */
  @Computed
  public boolean configurable(View view) {
    return configurable();
  }

  /** When it runs next; it follows from the time. */
  @Computed
  public @Nullable LocalDateTime nextExecutionTime(View view) {
    return view.moment(uid());
  }

  /** When it is too late to run at that time. */
  @Computed
  public @Nullable LocalDateTime maxDelayedExecutionTime(View view) {
    LocalDateTime next = cronExpression == null ? null : view.moment(uid());
    return next == null ? null : next.plusHours(PATIENCE);
  }
}
