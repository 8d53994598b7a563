package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of form type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.dataset.FormType")
public enum FormType {
  DEFAULT,
  CUSTOM,
  SECTION,
  SECTION_MULTIORG
}
