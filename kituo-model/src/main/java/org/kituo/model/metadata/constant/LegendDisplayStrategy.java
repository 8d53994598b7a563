package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of legend display strategy in the DHIS2 Web API. */
@Klass("org.hisp.dhis.legend.LegendDisplayStrategy")
public enum LegendDisplayStrategy {
  FIXED,
  BY_DATA_ITEM
}
