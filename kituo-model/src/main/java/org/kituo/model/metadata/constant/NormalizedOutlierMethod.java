package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of normalized outlier method in the DHIS2 Web API. */
@Klass("org.hisp.dhis.visualization.NormalizedOutlierMethod")
public enum NormalizedOutlierMethod {
  Y_RESIDUALS_LINEAR
}
