package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of version type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.metadata.version.VersionType")
public enum VersionType {
  BEST_EFFORT,
  ATOMIC
}
