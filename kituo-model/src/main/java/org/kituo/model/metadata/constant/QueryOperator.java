package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of query operator in the DHIS2 Web API. */
@Klass("org.hisp.dhis.common.QueryOperator")
public enum QueryOperator {
  EQ,
  GT,
  GE,
  LT,
  LE,
  LIKE,
  IN,
  SW,
  EW,
  NULL,
  NNULL,
  IEQ,
  NE,
  NEQ,
  NIEQ,
  NLIKE,
  ILIKE,
  NILIKE
}
