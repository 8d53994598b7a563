package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of analytics type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.program.AnalyticsType")
public enum AnalyticsType {
  EVENT,
  ENROLLMENT
}
