package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of metadata proposal status in the DHIS2 Web API. */
@Klass("org.hisp.dhis.metadata.MetadataProposalStatus")
public enum MetadataProposalStatus {
  PROPOSED,
  ACCEPTED,
  REJECTED,
  NEEDS_UPDATE
}
