package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of analytics table phase in the DHIS2 Web API. */
@Klass("org.hisp.dhis.analytics.AnalyticsTablePhase")
public enum AnalyticsTablePhase {
  RESOURCE_TABLE_POPULATED,
  ANALYTICS_TABLE_POPULATED
}
