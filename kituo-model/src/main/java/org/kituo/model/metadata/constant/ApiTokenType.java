package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of api token type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.security.apikey.ApiTokenType")
public enum ApiTokenType {
  PERSONAL_ACCESS_TOKEN_V1,
  PERSONAL_ACCESS_TOKEN_V2
}
