package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of validation strategy in the DHIS2 Web API. */
@Klass("org.hisp.dhis.program.ValidationStrategy")
public enum ValidationStrategy {
  ON_COMPLETE,
  ON_UPDATE_AND_INSERT
}
