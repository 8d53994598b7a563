package org.kituo.store.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.JobType;

/**
 * A piece of work that was asked for.
 *
 * @param uid its identifier
 * @param type what kind of work it is
 * @param name a name for people
 * @param created when it was asked for
 * @param createdBy the name of the user who asked for it
 * @param parameters what was asked for, a JSON object; null where nothing can be chosen
 */
public record Job(
    String uid,
    JobType type,
    String name,
    Instant created,
    String createdBy,
    @Nullable String parameters) {}
