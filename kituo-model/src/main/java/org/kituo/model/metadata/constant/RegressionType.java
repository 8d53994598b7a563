package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of regression type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.common.RegressionType")
public enum RegressionType {
  NONE,
  LINEAR,
  POLYNOMIAL,
  LOESS
}
