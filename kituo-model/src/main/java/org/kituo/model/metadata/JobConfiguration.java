package org.kituo.model.metadata;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.JobStatus;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.model.metadata.constant.SchedulingType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Virtual;
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
@Virtual(name = "configurable", kind = PropertyKind.BOOLEAN, writable = false)
@Virtual(name = "lastRuntimeExecution", kind = PropertyKind.TEXT)
@Virtual(name = "leaderOnlyJob", kind = PropertyKind.BOOLEAN, writable = false)
@Virtual(name = "maxDelayedExecutionTime", kind = PropertyKind.DATE)
@Virtual(name = "nextExecutionTime", kind = PropertyKind.DATE)
@Virtual(name = "userUid", kind = PropertyKind.TEXT)
public record JobConfiguration(
    Identity identity,
    @Property @Nullable String cronExpression,
    @Property @Nullable Integer delay,
    @Property(required = true) boolean enabled,
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
    implements Identifiable {}
