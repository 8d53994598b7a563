package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of organisation unit selection mode in the DHIS2 Web API. */
@Klass("org.hisp.dhis.common.OrganisationUnitSelectionMode")
public enum OrganisationUnitSelectionMode {
  SELECTED,
  CHILDREN,
  DESCENDANTS,
  ACCESSIBLE,
  CAPTURE,
  ALL
}
