package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of map view rendering strategy in the DHIS2 Web API. */
@Klass("org.hisp.dhis.mapping.MapViewRenderingStrategy")
public enum MapViewRenderingStrategy {
  SINGLE,
  SPLIT_BY_PERIOD,
  TIMELINE
}
