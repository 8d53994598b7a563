package org.kituo.analytics.time;

import org.kituo.model.metadata.constant.AggregationType;

/** How periods count in a column of time, by the type of aggregation. */
public enum PeriodRule {
  /** What is reported for the column's periods or for shorter ones that belong to them. */
  WITHIN,
  /** The same; and longer periods are spread over the shorter ones in them. */
  AVERAGED,
  /** As AVERAGED, each with its share of the days of the column. */
  AVERAGED_BY_DAYS,
  /** As AVERAGED, each with its days for a weight. */
  AVERAGED_IN_DAYS,
  /** All up to the end of the column, ten years back. */
  UP_TO_END,
  /** All from the column's first to its last day. */
  BETWEEN_DATES;

  /** The rule of an aggregation type. */
  public static PeriodRule of(AggregationType type) {
    return switch (type) {
      case AVERAGE -> AVERAGED;
      case AVERAGE_SUM_ORG_UNIT -> AVERAGED_BY_DAYS;
      case LAST,
          LAST_AVERAGE_ORG_UNIT,
          LAST_LAST_ORG_UNIT,
          FIRST,
          FIRST_AVERAGE_ORG_UNIT,
          FIRST_FIRST_ORG_UNIT ->
          UP_TO_END;
      case LAST_IN_PERIOD, LAST_IN_PERIOD_AVERAGE_ORG_UNIT -> BETWEEN_DATES;
      case SUM,
          COUNT,
          STDDEV,
          VARIANCE,
          MIN,
          MAX,
          MIN_SUM_ORG_UNIT,
          MAX_SUM_ORG_UNIT,
          NONE,
          CUSTOM,
          DEFAULT ->
          WITHIN;
    };
  }

  boolean spreads() {
    return this == AVERAGED || this == AVERAGED_BY_DAYS || this == AVERAGED_IN_DAYS;
  }
}
