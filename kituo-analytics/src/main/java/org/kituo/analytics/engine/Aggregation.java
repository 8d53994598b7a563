package org.kituo.analytics.engine;

/**
 * How the facts of a cell become one value, in two steps: first those of one series, over time,
 * then the values of all series.
 *
 * @param inSeries the first step
 * @param across the second step
 */
public record Aggregation(InSeries inSeries, Across across) {

  /** How the facts of a series over the periods of a window become one. */
  public enum InSeries {
    /** They do not: each fact goes into the second step, times its period's weight. */
    NONE,
    /**
     * The one of the latest period of the window, for each series of one unit, category option
     * combo and attribute option combo.
     */
    LAST,
    /** The one of the earliest period of the window, for each such series. */
    FIRST,
    /** The least one of each unit. */
    UNIT_MIN,
    /** The greatest one of each unit. */
    UNIT_MAX
  }

  /** How the values of a cell become one. */
  public enum Across {
    SUM,
    /** The mean, weighted by the periods' weights where the first step left single facts. */
    MEAN,
    COUNT,
    MIN,
    MAX,
    /** The standard deviation of the sample; of one value there is none. */
    STDDEV,
    /** The variance of the sample; of one value there is none. */
    VARIANCE,
    /** The value of the earliest period; of several in it any, but always the same one. */
    FIRST,
    /** The value of the latest period; of several in it any, but always the same one. */
    LAST,
    /** Any value, but always the same one: for text, of which a cell shows one. */
    ANY
  }
}
