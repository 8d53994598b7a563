package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of file resource domain in the DHIS2 Web API. */
@Klass("org.hisp.dhis.fileresource.FileResourceDomain")
public enum FileResourceDomain {
  DATA_VALUE,
  DOCUMENT,
  MESSAGE_ATTACHMENT,
  USER_AVATAR,
  ORG_UNIT,
  ICON,
  JOB_DATA
}
