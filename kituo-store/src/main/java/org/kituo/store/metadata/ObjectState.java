package org.kituo.store.metadata;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataObject;

/**
 * What a commit made of an object.
 *
 * @param version the number of the commit
 * @param at when it was; null for objects older than the history
 * @param by the identifier of the user; null for objects older than the history
 * @param object the object since then; null where the commit deleted it
 */
public record ObjectState(
    long version, @Nullable Instant at, @Nullable String by, @Nullable MetadataObject object) {}
