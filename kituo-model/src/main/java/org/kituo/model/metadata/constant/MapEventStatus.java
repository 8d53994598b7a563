package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of map event status in the DHIS2 Web API. */
@Klass("org.hisp.dhis.mapping.EventStatus")
public enum MapEventStatus {
  ACTIVE,
  COMPLETED,
  SCHEDULE,
  OVERDUE,
  SKIPPED
}
