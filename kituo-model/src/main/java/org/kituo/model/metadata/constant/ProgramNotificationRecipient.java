package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of program notification recipient in the DHIS2 Web API. */
@Klass("org.hisp.dhis.program.notification.ProgramNotificationRecipient")
public enum ProgramNotificationRecipient {
  TRACKED_ENTITY_INSTANCE,
  ORGANISATION_UNIT_CONTACT,
  USERS_AT_ORGANISATION_UNIT,
  USER_GROUP,
  PROGRAM_ATTRIBUTE,
  DATA_ELEMENT,
  WEB_HOOK
}
