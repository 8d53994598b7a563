package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of event data type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.analytics.EventDataType")
public enum EventDataType {
  AGGREGATED_VALUES,
  EVENTS
}
