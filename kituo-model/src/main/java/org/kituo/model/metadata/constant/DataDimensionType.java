package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of data dimension type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.common.DataDimensionType")
public enum DataDimensionType {
  DISAGGREGATION,
  ATTRIBUTE
}
