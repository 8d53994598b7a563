package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of parser type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.sms.parse.ParserType")
public enum ParserType {
  KEY_VALUE_PARSER,
  ALERT_PARSER,
  UNREGISTERED_PARSER,
  TRACKED_ENTITY_REGISTRATION_PARSER,
  PROGRAM_STAGE_DATAENTRY_PARSER,
  EVENT_REGISTRATION_PARSER
}
