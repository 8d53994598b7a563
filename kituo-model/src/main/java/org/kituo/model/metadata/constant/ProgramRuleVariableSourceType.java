package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of program rule variable source type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.programrule.ProgramRuleVariableSourceType")
public enum ProgramRuleVariableSourceType {
  DATAELEMENT_NEWEST_EVENT_PROGRAM_STAGE,
  DATAELEMENT_NEWEST_EVENT_PROGRAM,
  DATAELEMENT_CURRENT_EVENT,
  DATAELEMENT_PREVIOUS_EVENT,
  CALCULATED_VALUE,
  TEI_ATTRIBUTE
}
