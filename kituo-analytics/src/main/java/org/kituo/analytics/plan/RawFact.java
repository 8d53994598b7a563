package org.kituo.analytics.plan;

import org.jspecify.annotations.Nullable;
import org.kituo.analytics.query.DataItem;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.Period;

/**
 * One fact as it was reported.
 *
 * @param item the item that it counts for
 * @param unit the unit that reported it
 * @param period the period that it is reported for
 * @param place its place in the space of the other dimensions
 * @param number its value; NaN if it is text
 * @param text its value if it is text
 */
public record RawFact(
    DataItem item,
    OrganisationUnit unit,
    Period period,
    long place,
    double number,
    @Nullable String text) {}
