package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of hide empty item strategy in the DHIS2 Web API. */
@Klass("org.hisp.dhis.common.HideEmptyItemStrategy")
public enum HideEmptyItemStrategy {
  NONE,
  BEFORE_FIRST,
  AFTER_LAST,
  BEFORE_FIRST_AFTER_LAST,
  ALL
}
