package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of metadata proposal type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.metadata.MetadataProposalType")
public enum MetadataProposalType {
  ADD,
  UPDATE,
  REMOVE
}
