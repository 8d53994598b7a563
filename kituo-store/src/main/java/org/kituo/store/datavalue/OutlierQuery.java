package org.kituo.store.datavalue;

import java.util.List;
import org.kituo.store.datavalue.DataValueQuery.KeySpan;

/**
 * Which outliers to look for. A series is all figures of a unit, a data element, a cell and an
 * attribute option combination.
 *
 * @param dataElements the keys of the elements
 * @param orgUnits the keys of the units
 * @param hiddenCombos the keys of option combinations whose figures are left out
 * @param periods the periods in which outliers are looked for
 * @param seriesPeriods the periods whose figures make the series; empty for all
 * @param threshold from how many spreads on a figure is an outlier
 * @param order by what the outliers are ordered, the greatest first
 * @param limit the most to give
 */
@SuppressWarnings("ArrayRecordComponent") // handed straight on to the driver, never compared
public record OutlierQuery(
    int[] dataElements,
    int[] orgUnits,
    int[] hiddenCombos,
    List<KeySpan> periods,
    List<KeySpan> seriesPeriods,
    Method method,
    double threshold,
    Order order,
    int limit) {
  /** By what outliers can be ordered. */
  public enum Order {
    /** The distance from the centre. */
    DISTANCE("abs(number - centre)"),
    /** The distance in spreads. */
    SCORE("abs(number - centre) / spread"),
    VALUE("number"),
    CENTRE("centre"),
    SPREAD("spread"),
    LOWER("centre - spread"),
    UPPER("centre + spread");

    private final String sql;

    Order(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }
  }

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
