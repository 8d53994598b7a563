package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of dashboard item shape in the DHIS2 Web API. */
@Klass("org.hisp.dhis.dashboard.DashboardItemShape")
public enum DashboardItemShape {
  NORMAL,
  DOUBLE_WIDTH,
  FULL_WIDTH
}
