package org.kituo.store.datavalue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it is now or, in its history, as it was.
 *
 * @param value as normalised for its type; null where there is only a comment, or it was deleted
 * @param followUp whether it is marked for follow-up; null where nobody ever said
 * @param deleted whether it was deleted
 * @param storedBy the name of the user who wrote this version
 * @param created when the figure was first written
 * @param lastUpdated when this version was written
 */
public record DataValue(
    DataValueKey key,
    @Nullable String value,
    @Nullable String comment,
    @Nullable Boolean followUp,
    boolean deleted,
    String storedBy,
    Instant created,
    Instant lastUpdated) {}
