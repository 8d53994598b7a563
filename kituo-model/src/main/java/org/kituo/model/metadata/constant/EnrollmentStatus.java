package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of enrollment status in the DHIS2 Web API. */
@Klass("org.hisp.dhis.program.EnrollmentStatus")
public enum EnrollmentStatus {
  ACTIVE,
  COMPLETED,
  CANCELLED
}
