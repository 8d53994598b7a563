package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of analytics table type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.analytics.AnalyticsTableType")
public enum AnalyticsTableType {
  DATA_VALUE,
  COMPLETENESS,
  COMPLETENESS_TARGET,
  ORG_UNIT_TARGET,
  VALIDATION_RESULT,
  EVENT,
  ENROLLMENT,
  OWNERSHIP,
  TRACKED_ENTITY_INSTANCE_EVENTS,
  TRACKED_ENTITY_INSTANCE_ENROLLMENTS,
  TRACKED_ENTITY_INSTANCE
}
