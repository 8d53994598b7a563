package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of missing value strategy in the DHIS2 Web API. */
@Klass("org.hisp.dhis.expression.MissingValueStrategy")
public enum MissingValueStrategy {
  SKIP_IF_ANY_VALUE_MISSING,
  SKIP_IF_ALL_VALUES_MISSING,
  NEVER_SKIP
}
