package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of outlier method in the DHIS2 Web API. */
@Klass("org.hisp.dhis.visualization.OutlierMethod")
public enum OutlierMethod {
  IQR,
  STANDARD_Z_SCORE,
  MODIFIED_Z_SCORE
}
