package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of delivery channel in the DHIS2 Web API. */
@Klass("org.hisp.dhis.common.DeliveryChannel")
public enum DeliveryChannel {
  SMS,
  EMAIL,
  HTTP
}
