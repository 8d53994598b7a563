package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of dashboard item type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.dashboard.DashboardItemType")
public enum DashboardItemType {
  VISUALIZATION,
  EVENT_VISUALIZATION,
  EVENT_CHART,
  MAP,
  EVENT_REPORT,
  USERS,
  REPORTS,
  RESOURCES,
  TEXT,
  MESSAGES,
  APP
}
