package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of program type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.program.ProgramType")
public enum ProgramType {
  WITH_REGISTRATION,
  WITHOUT_REGISTRATION
}
