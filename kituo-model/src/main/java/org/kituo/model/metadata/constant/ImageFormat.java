package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of image format in the DHIS2 Web API. */
@Klass("org.hisp.dhis.mapping.ImageFormat")
public enum ImageFormat {
  PNG,
  JPG
}
