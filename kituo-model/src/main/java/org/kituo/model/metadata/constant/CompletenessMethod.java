package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of completeness method in the DHIS2 Web API. */
@Klass("org.hisp.dhis.sms.command.CompletenessMethod")
public enum CompletenessMethod {
  ALL_DATAVALUE,
  AT_LEAST_ONE_DATAVALUE,
  DO_NOT_MARK_COMPLETE
}
