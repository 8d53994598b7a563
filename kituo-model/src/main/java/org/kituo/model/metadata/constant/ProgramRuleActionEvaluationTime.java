package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of program rule action evaluation time in the DHIS2 Web API. */
@Klass("org.hisp.dhis.programrule.ProgramRuleActionEvaluationTime")
public enum ProgramRuleActionEvaluationTime {
  ON_DATA_ENTRY,
  ON_COMPLETE,
  ALWAYS
}
