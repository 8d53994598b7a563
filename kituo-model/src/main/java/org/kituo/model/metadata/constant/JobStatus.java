package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of job status in the DHIS2 Web API. */
@Klass("org.hisp.dhis.scheduling.JobStatus")
public enum JobStatus {
  RUNNING,
  SCHEDULED,
  DISABLED,
  COMPLETED,
  STOPPED,
  FAILED,
  NOT_STARTED
}
