package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of event visualization type in the DHIS2 Web API. */
@Klass("org.hisp.dhis.eventvisualization.EventVisualizationType")
public enum EventVisualizationType {
  COLUMN,
  STACKED_COLUMN,
  BAR,
  STACKED_BAR,
  LINE,
  LINE_LIST,
  AREA,
  STACKED_AREA,
  PIE,
  RADAR,
  GAUGE,
  YEAR_OVER_YEAR_LINE,
  YEAR_OVER_YEAR_COLUMN,
  SINGLE_VALUE,
  PIVOT_TABLE,
  SCATTER,
  BUBBLE
}
