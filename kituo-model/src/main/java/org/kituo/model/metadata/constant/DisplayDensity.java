package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of display density in the DHIS2 Web API. */
@Klass("org.hisp.dhis.common.DisplayDensity")
public enum DisplayDensity {
  COMFORTABLE,
  NORMAL,
  COMPACT,
  NONE
}
