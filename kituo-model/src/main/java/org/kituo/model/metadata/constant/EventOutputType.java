package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of event output type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.analytics.EventOutputType")
public enum EventOutputType {
  EVENT,
  ENROLLMENT,
  TRACKED_ENTITY_INSTANCE
}
