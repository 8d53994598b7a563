package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of thematic map type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.mapping.ThematicMapType")
public enum ThematicMapType {
  CHOROPLETH,
  BUBBLE
}
