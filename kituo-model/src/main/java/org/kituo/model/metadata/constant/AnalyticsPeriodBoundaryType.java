package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of analytics period boundary type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.program.AnalyticsPeriodBoundaryType")
public enum AnalyticsPeriodBoundaryType {
  BEFORE_START_OF_REPORTING_PERIOD,
  BEFORE_END_OF_REPORTING_PERIOD,
  AFTER_START_OF_REPORTING_PERIOD,
  AFTER_END_OF_REPORTING_PERIOD
}
