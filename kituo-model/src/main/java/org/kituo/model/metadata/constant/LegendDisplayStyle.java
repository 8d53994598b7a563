package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of legend display style in the DHIS2 Web API. */
@Klass("org.hisp.dhis.legend.LegendDisplayStyle")
public enum LegendDisplayStyle {
  FILL,
  TEXT
}
