package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of insert position in the DHIS2 Web API. */
@Klass("org.hisp.dhis.dashboard.design.Position")
public enum InsertPosition {
  START,
  END
}
