package org.kituo.store.datavalue;

import java.time.Instant;

/**
 * A figure that is far from the others of its series.
 *
 * @param text the value as it is kept
 * @param value the value; NaN if it is no number
 * @param centre the mean or the median of the series; NaN where there is none
 * @param spread the standard deviation, or the median of the distances from the median; NaN where
 *     there is none
 * @param lower the least usual value; NaN where there is none
 * @param upper the greatest usual value; NaN where there is none
 */
public record Outlier(
    DataValueKey key,
    String text,
    double value,
    double centre,
    double spread,
    double lower,
    double upper,
    boolean followUp,
    Instant lastUpdated) {}
