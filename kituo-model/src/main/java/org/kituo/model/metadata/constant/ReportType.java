package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of report type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.report.ReportType")
public enum ReportType {
  JASPER_REPORT_TABLE,
  JASPER_JDBC,
  HTML
}
