package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of number type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.analytics.NumberType")
public enum NumberType {
  VALUE,
  ROW_PERCENTAGE,
  COLUMN_PERCENTAGE
}
