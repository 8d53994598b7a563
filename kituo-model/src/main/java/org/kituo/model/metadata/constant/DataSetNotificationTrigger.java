package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of data set notification trigger in the DHIS2 Web API. */
@Klass("org.hisp.dhis.dataset.notifications.DataSetNotificationTrigger")
public enum DataSetNotificationTrigger {
  DATA_SET_COMPLETION,
  SCHEDULED_DAYS
}
