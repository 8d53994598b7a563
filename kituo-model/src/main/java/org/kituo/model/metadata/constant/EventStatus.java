package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of event status in the DHIS2 Web API. */
@Klass("org.hisp.dhis.event.EventStatus")
public enum EventStatus {
  ACTIVE,
  COMPLETED,
  VISITED,
  SCHEDULE,
  OVERDUE,
  SKIPPED
}
