package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of send strategy in the DHIS2 Web API. */
@Klass("org.hisp.dhis.notification.SendStrategy")
public enum SendStrategy {
  COLLECTIVE_SUMMARY,
  SINGLE_NOTIFICATION
}
