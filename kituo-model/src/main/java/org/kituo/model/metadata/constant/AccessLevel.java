package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of access level in the DHIS2 Web API. */
@Klass("org.hisp.dhis.common.AccessLevel")
public enum AccessLevel {
  OPEN,
  AUDITED,
  PROTECTED,
  CLOSED
}
