package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of scheduling type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.scheduling.SchedulingType")
public enum SchedulingType {
  CRON,
  FIXED_DELAY,
  ONCE_ASAP
}
