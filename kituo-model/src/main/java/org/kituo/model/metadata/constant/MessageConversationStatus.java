package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of message conversation status in the DHIS2 Web API. */
@Klass("org.hisp.dhis.message.MessageConversationStatus")
public enum MessageConversationStatus {
  NONE,
  OPEN,
  PENDING,
  INVALID,
  SOLVED
}
