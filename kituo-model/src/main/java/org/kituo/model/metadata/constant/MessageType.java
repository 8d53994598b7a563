package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of message type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.message.MessageType")
public enum MessageType {
  PRIVATE,
  SYSTEM,
  VALIDATION_RESULT,
  TICKET,
  SYSTEM_VERSION_UPDATE
}
