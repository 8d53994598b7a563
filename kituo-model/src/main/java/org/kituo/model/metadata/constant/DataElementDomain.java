package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of data element domain in the DHIS2 Web API. */
@Klass("org.hisp.dhis.dataelement.DataElementDomain")
public enum DataElementDomain {
  AGGREGATE,
  TRACKER
}
