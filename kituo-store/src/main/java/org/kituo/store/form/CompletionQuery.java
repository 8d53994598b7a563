package org.kituo.store.form;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.store.datavalue.DataValueQuery.KeySpan;

/**
 * Which completions to read.
 *
 * @param dataSets the keys of the sets
 * @param orgUnits the keys of the units
 * @param periods spans of period keys; empty for any
 * @param createdSince the earliest time of completion; null for any
 * @param limit the most to read; 0 for all
 */
@SuppressWarnings("ArrayRecordComponent") // handed straight on to the driver, never compared
public record CompletionQuery(
    int[] dataSets,
    int[] orgUnits,
    List<KeySpan> periods,
    @Nullable Instant createdSince,
    int limit) {}
