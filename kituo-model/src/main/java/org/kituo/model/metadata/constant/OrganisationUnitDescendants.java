package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of organisation unit descendants in the DHIS2 Web API. */
@Klass("org.hisp.dhis.common.OrganisationUnitDescendants")
public enum OrganisationUnitDescendants {
  SELECTED,
  DESCENDANTS
}
