package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of notification trigger in the DHIS2 Web API. */
@Klass("org.hisp.dhis.program.notification.NotificationTrigger")
public enum NotificationTrigger {
  ENROLLMENT,
  COMPLETION,
  PROGRAM_RULE,
  SCHEDULED_DAYS_DUE_DATE,
  SCHEDULED_DAYS_INCIDENT_DATE,
  SCHEDULED_DAYS_ENROLLMENT_DATE
}
