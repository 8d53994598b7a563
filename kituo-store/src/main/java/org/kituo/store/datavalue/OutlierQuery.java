package org.kituo.store.datavalue;

import java.util.List;
import org.kituo.store.datavalue.DataValueQuery.KeySpan;

/**
 * Which outliers to look for. A series is all figures of a unit, a data element, a cell and an
 * attribute option combination.
 *
 * @param dataElements the keys of the elements
 * @param orgUnits the keys of the units
 * @param periods the periods in which outliers are looked for
 * @param seriesPeriods the periods whose figures make the series; empty for all
 * @param threshold from how many spreads on a figure is an outlier
 * @param byScore whether the order is by distance in spreads rather than by distance alone
 * @param limit the most to give
 */
@SuppressWarnings("ArrayRecordComponent") // handed straight on to the driver, never compared
public record OutlierQuery(
    int[] dataElements,
    int[] orgUnits,
    List<KeySpan> periods,
    List<KeySpan> seriesPeriods,
    Method method,
    double threshold,
    boolean byScore,
    int limit) {
  /** How outliers are told from others. */
  public enum Method {
    /** By the distance from the mean in standard deviations. */
    Z_SCORE,
    /** By the distance from the median in medians of such distances, scaled to compare. */
    MOD_Z_SCORE,
    /** Outside of the usual range that was set or computed before. */
    MIN_MAX,
    /** Not a number at all. */
    INVALID_NUMERIC
  }
}
