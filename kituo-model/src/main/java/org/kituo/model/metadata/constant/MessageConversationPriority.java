package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of message conversation priority in the DHIS2 Web API. */
@Klass("org.hisp.dhis.message.MessageConversationPriority")
public enum MessageConversationPriority {
  NONE,
  LOW,
  MEDIUM,
  HIGH
}
