package org.kituo.analytics.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.query.DataItem;
import org.kituo.analytics.query.Entry;

/**
 * One value of an answer.
 *
 * @param item what it is a value of; empty for sums over groups of data elements
 * @param groups the data element groups, one for each such dimension of the question
 * @param column the index of its column of time
 * @param place its place in the space of the other dimensions
 * @param number the value as it is shown, rounded if asked for; NaN if it is text
 * @param text the value if it is text
 * @param parts what it is computed from
 */
public record Result(
    Optional<DataItem> item,
    List<Entry> groups,
    int column,
    long place,
    double number,
    @Nullable String text,
    Parts parts) {

  /** What a value is computed from; NaN for what it has not. */
  public record Parts(
      double numerator, double denominator, double factor, double multiplier, double divisor) {
    /** Computed from nothing that is shown. */
    public static final Parts NONE =
        new Parts(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }
}
