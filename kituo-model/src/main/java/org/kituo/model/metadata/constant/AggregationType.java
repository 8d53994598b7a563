package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of aggregation type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.analytics.AggregationType")
public enum AggregationType {
  SUM,
  AVERAGE,
  AVERAGE_SUM_ORG_UNIT,
  LAST,
  LAST_AVERAGE_ORG_UNIT,
  LAST_LAST_ORG_UNIT,
  LAST_IN_PERIOD,
  LAST_IN_PERIOD_AVERAGE_ORG_UNIT,
  FIRST,
  FIRST_AVERAGE_ORG_UNIT,
  FIRST_FIRST_ORG_UNIT,
  COUNT,
  STDDEV,
  VARIANCE,
  MIN,
  MAX,
  MIN_SUM_ORG_UNIT,
  MAX_SUM_ORG_UNIT,
  NONE,
  CUSTOM,
  DEFAULT
}
