package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of map layer position in the DHIS2 Web API. */
@Klass("org.hisp.dhis.mapping.MapLayerPosition")
public enum MapLayerPosition {
  BASEMAP,
  OVERLAY
}
