package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of reporting rate metric in the DHIS2 Web API. */
@Klass("org.hisp.dhis.common.ReportingRateMetric")
public enum ReportingRateMetric {
  REPORTING_RATE,
  REPORTING_RATE_ON_TIME,
  ACTUAL_REPORTS,
  ACTUAL_REPORTS_ON_TIME,
  EXPECTED_REPORTS
}
