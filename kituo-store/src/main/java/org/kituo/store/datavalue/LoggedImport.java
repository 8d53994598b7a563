package org.kituo.store.datavalue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as the log knows it.
 *
 * @param by the name of the user
 * @param undoes the import that it undid; null for none
 * @param undoneBy the import that undid it last; null for none
 * @param dataSets the keys of the data sets whose figures it wrote
 * @param written how many figures it changed
 */
public record LoggedImport(
    String uid,
    Instant at,
    String by,
    @Nullable String undoes,
    @Nullable String undoneBy,
    List<Integer> dataSets,
    long written) {}
