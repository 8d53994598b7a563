package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of digit group separator in the DHIS2 Web API. */
@Klass("org.hisp.dhis.common.DigitGroupSeparator")
public enum DigitGroupSeparator {
  COMMA,
  SPACE,
  NONE
}
