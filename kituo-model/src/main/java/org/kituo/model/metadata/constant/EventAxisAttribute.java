package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of event axis attribute in the DHIS2 Web API. */
@Klass("org.hisp.dhis.eventvisualization.Attribute")
public enum EventAxisAttribute {
  COLUMN,
  ROW,
  FILTER
}
