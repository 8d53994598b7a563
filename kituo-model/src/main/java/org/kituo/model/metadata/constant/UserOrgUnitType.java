package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of user org unit type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.common.UserOrgUnitType")
public enum UserOrgUnitType {
  DATA_CAPTURE,
  DATA_OUTPUT,
  TEI_SEARCH
}
