package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of total aggregation type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.common.TotalAggregationType")
public enum TotalAggregationType {
  NONE,
  SUM,
  AVERAGE
}
