package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of sql view type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.sqlview.SqlViewType")
public enum SqlViewType {
  VIEW,
  MATERIALIZED_VIEW,
  QUERY
}
