package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of program rule action type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.programrule.ProgramRuleActionType")
public enum ProgramRuleActionType {
  DISPLAYTEXT,
  DISPLAYKEYVALUEPAIR,
  HIDEFIELD,
  HIDESECTION,
  HIDEPROGRAMSTAGE,
  ASSIGN,
  SHOWWARNING,
  WARNINGONCOMPLETE,
  SHOWERROR,
  ERRORONCOMPLETE,
  SCHEDULEEVENT,
  CREATEEVENT,
  SETMANDATORYFIELD,
  SENDMESSAGE,
  SCHEDULEMESSAGE,
  HIDEOPTION,
  SHOWOPTIONGROUP,
  HIDEOPTIONGROUP
}
