package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of data set notification recipient in the DHIS2 Web API. */
@Klass("org.hisp.dhis.dataset.notifications.DataSetNotificationRecipient")
public enum DataSetNotificationRecipient {
  ORGANISATION_UNIT_CONTACT,
  USER_GROUP
}
