import type { Cube } from './cube.ts'
import { type LegendSetOf, legendOf } from './legend.ts'
import { formatNumber } from './numbers.ts'
import type { Visualization } from './visualization.ts'

interface SingleValueProps {
  readonly visualization: Visualization
  readonly cube: Cube
  readonly caption: string
  readonly legendSetOf: LegendSetOf
}

/** One figure, as large as it deserves, with the name of its class when it has one. */
export function SingleValue({ visualization, cube, caption, legendSetOf }: SingleValueProps) {
  const column = cube.columns.tuples[0] ?? []
  const value = cube.value(column, cube.rows.tuples[0] ?? [])
  if (value === undefined) return null
  const item = visualization.columns[0]?.items?.[0]?.id
  const set = legendSetOf(item)
  const legend = set && legendOf(set, value)
  return (
    <figure className="single-value">
      <p className="single-value-figure">{formatNumber(value, visualization.digitGroupSeparator)}</p>
      {legend && (
        <p className="single-value-class">
          <span className="swatch" style={{ background: legend.color }} aria-hidden="true" />
          {legend.displayName}
        </p>
      )}
      <figcaption>{caption}</figcaption>
    </figure>
  )
}
