/** The chart types that are drawn; every other type is shown as a table. */
export const drawnTypes: ReadonlySet<string> = new Set([
  'COLUMN',
  'STACKED_COLUMN',
  'BAR',
  'STACKED_BAR',
  'LINE',
  'AREA',
  'STACKED_AREA',
  'PIE',
  'RADAR',
  'GAUGE',
  'YEAR_OVER_YEAR_LINE',
  'YEAR_OVER_YEAR_COLUMN',
])
