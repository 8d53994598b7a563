package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of file resource storage status in the DHIS2 Web API. */
@Klass("org.hisp.dhis.fileresource.FileResourceStorageStatus")
public enum FileResourceStorageStatus {
  NONE,
  PENDING,
  STORED
}
