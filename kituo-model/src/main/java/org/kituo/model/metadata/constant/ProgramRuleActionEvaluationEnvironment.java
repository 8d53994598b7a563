package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of program rule action evaluation environment in the DHIS2 Web API. */
@Klass("org.hisp.dhis.programrule.ProgramRuleActionEvaluationEnvironment")
public enum ProgramRuleActionEvaluationEnvironment {
  WEB,
  ANDROID
}
