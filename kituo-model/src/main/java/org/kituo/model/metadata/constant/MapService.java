package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of map service in the DHIS2 Web API. */
@Klass("org.hisp.dhis.mapping.MapService")
public enum MapService {
  WMS,
  TMS,
  XYZ,
  VECTOR_STYLE,
  GEOJSON_URL,
  ARCGIS_FEATURE
}
