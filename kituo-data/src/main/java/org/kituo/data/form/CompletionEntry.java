package org.kituo.data.form;

import org.jspecify.annotations.Nullable;

/**
 * A completion as a request gives it, all texts.
 *
 * @param attributeOptionCombo null for the default one
 * @param date when the form was completed; null for now
 * @param storedBy who completed it; null for the user who sends it
 * @param completed whether it is complete
 */
public record CompletionEntry(
    @Nullable String dataSet,
    @Nullable String period,
    @Nullable String organisationUnit,
    @Nullable String attributeOptionCombo,
    @Nullable String date,
    @Nullable String storedBy,
    boolean completed) {}
