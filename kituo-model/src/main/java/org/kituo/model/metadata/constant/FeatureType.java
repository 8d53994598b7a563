package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of feature type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.organisationunit.FeatureType")
public enum FeatureType {
  NONE,
  MULTI_POLYGON,
  POLYGON,
  POINT,
  SYMBOL
}
