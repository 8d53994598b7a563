package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of importance in the DHIS2 Web API. */
@Klass("org.hisp.dhis.validation.Importance")
public enum Importance {
  HIGH,
  MEDIUM,
  LOW
}
