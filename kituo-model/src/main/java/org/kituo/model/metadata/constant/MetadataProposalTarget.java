package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of metadata proposal target in the DHIS2 Web API. */
@Klass("org.hisp.dhis.metadata.MetadataProposalTarget")
public enum MetadataProposalTarget {
  ORGANISATION_UNIT
}
