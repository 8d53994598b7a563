package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of visualization type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.visualization.VisualizationType")
public enum VisualizationType {
  COLUMN,
  STACKED_COLUMN,
  BAR,
  STACKED_BAR,
  LINE,
  AREA,
  STACKED_AREA,
  PIE,
  RADAR,
  GAUGE,
  YEAR_OVER_YEAR_LINE,
  YEAR_OVER_YEAR_COLUMN,
  SCATTER,
  BUBBLE,
  SINGLE_VALUE,
  PIVOT_TABLE,
  OUTLIER_TABLE
}
