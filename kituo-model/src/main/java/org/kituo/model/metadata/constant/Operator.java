package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of operator in the DHIS2 Web API. */
@Klass("org.hisp.dhis.expression.Operator")
public enum Operator {
  equal_to,
  not_equal_to,
  greater_than,
  greater_than_or_equal_to,
  less_than,
  less_than_or_equal_to,
  compulsory_pair,
  exclusive_pair
}
