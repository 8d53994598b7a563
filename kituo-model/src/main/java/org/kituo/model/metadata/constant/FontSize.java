package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of font size in the DHIS2 Web API. */
@Klass("org.hisp.dhis.common.FontSize")
public enum FontSize {
  LARGE,
  NORMAL,
  SMALL
}
