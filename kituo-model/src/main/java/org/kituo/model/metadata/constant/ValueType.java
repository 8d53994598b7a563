package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of value type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.common.ValueType")
public enum ValueType {
  TEXT,
  LONG_TEXT,
  MULTI_TEXT,
  LETTER,
  PHONE_NUMBER,
  EMAIL,
  BOOLEAN,
  TRUE_ONLY,
  DATE,
  DATETIME,
  TIME,
  NUMBER,
  UNIT_INTERVAL,
  PERCENTAGE,
  INTEGER,
  INTEGER_POSITIVE,
  INTEGER_NEGATIVE,
  INTEGER_ZERO_OR_POSITIVE,
  USERNAME,
  COORDINATE,
  ORGANISATION_UNIT,
  REFERENCE,
  AGE,
  URL,
  FILE_RESOURCE,
  IMAGE,
  GEOJSON;

  /** Whether values are numbers. */
  public boolean isNumeric() {
    return switch (this) {
      case NUMBER,
          UNIT_INTERVAL,
          PERCENTAGE,
          INTEGER,
          INTEGER_POSITIVE,
          INTEGER_NEGATIVE,
          INTEGER_ZERO_OR_POSITIVE ->
          true;
      default -> false;
    };
  }
}
