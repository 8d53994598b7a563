package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of analytics favorite type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.analytics.AnalyticsFavoriteType")
public enum AnalyticsFavoriteType {
  VISUALIZATION,
  EVENT_VISUALIZATION,
  MAP,
  EVENT_REPORT,
  EVENT_CHART,
  DATASET_REPORT
}
