import type { CSSProperties } from 'react'
import { t } from '../app/messages.ts'
import type { Cube, Tuple } from './cube.ts'
import { LegendKey } from './LegendKey.tsx'
import { type LegendSetOf, legendOf, textOn } from './legend.ts'
import { formatNumber, round } from './numbers.ts'
import { type HeaderSpan, Pivot, type PivotCell, headerSpans } from './pivot.ts'
import type { LegendSet, Visualization } from './visualization.ts'

interface PivotTableProps {
  readonly visualization: Visualization
  readonly cube: Cube
  readonly title: string
  readonly legendSetOf: LegendSetOf
}

/** A table of nested row and column headers, with totals, and cells coloured by their class. */
export function PivotTable({ visualization, cube, title, legendSetOf }: PivotTableProps) {
  const pivot = new Pivot(cube, visualization)
  const { columns, rows } = cube
  const rowSpans = headerSpans(rows.tuples, rows.dimensions.length)
  const starts = rowSpans.map(startsOf)
  const legendSets = usedSets(visualization, cube, legendSetOf)
  const write = (value: number | undefined) =>
    value === undefined ? '' : formatNumber(round(value, 2), visualization.digitGroupSeparator)
  const coloured = (cell: PivotCell) => colours(cell, legendSetOf(cell.item), visualization.legend?.style)
  return (
    <div className={`pivot pivot-${(visualization.displayDensity ?? 'NORMAL').toLowerCase()}`}>
      {/* A region that scrolls must be reachable by keyboard. */}
      <div className="pivot-scroll" tabIndex={0} role="region" aria-label={t('visualization.tableOf', { title })}>
        <table>
          <PivotHead visualization={visualization} cube={cube} />
          <tbody>
            {rows.tuples.map((row, index) => (
              <tr key={row.join('|')}>
                {rows.dimensions.length === 0 && <th scope="row">{t('visualization.value')}</th>}
                {starts.map((level, depth) => {
                  const header = level.get(index)
                  return header && <RowHeader key={depth} header={header} name={cube.name(header.id)} />
                })}
                {columns.tuples.map((column) => {
                  const cell = pivot.cell(column, row)
                  const { style, name } = coloured(cell)
                  return (
                    <td key={column.join('|')} style={style} title={name}>
                      {write(cell.value)}
                    </td>
                  )
                })}
                {visualization.rowTotals && <td className="pivot-total">{write(pivot.rowTotal(row))}</td>}
              </tr>
            ))}
          </tbody>
          {visualization.colTotals && (
            <tfoot>
              <tr>
                <th scope="row" colSpan={Math.max(1, rows.dimensions.length)}>
                  {t('visualization.total')}
                </th>
                {columns.tuples.map((column) => (
                  <td key={column.join('|')} className="pivot-total">
                    {write(pivot.columnTotal(column))}
                  </td>
                ))}
                {visualization.rowTotals && <td className="pivot-total">{write(pivot.grandTotal())}</td>}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {legendSets.map((set) => (
        <LegendKey key={set.id} set={set} />
      ))}
    </div>
  )
}

function PivotHead({ visualization, cube }: { readonly visualization: Visualization; readonly cube: Cube }) {
  const { columns, rows } = cube
  const spans = headerSpans(columns.tuples, columns.dimensions.length)
  const levels = spans.length > 0 ? spans : [[{ id: '', span: Math.max(1, columns.tuples.length) }]]
  return (
    <thead>
      {levels.map((headers, level) => (
        <tr key={level}>
          {level === 0 &&
            (rows.dimensions.length > 0 ? rows.dimensions : ['']).map((dimension) => (
              <th key={dimension} scope="col" rowSpan={levels.length} className="pivot-corner">
                {dimension === '' ? <span className="only-read-out">{t('visualization.value')}</span> : cube.name(dimension)}
              </th>
            ))}
          {headers.map((header, at) => (
            <th key={at} scope={header.span > 1 ? 'colgroup' : 'col'} colSpan={header.span}>
              {header.id === '' ? t('visualization.value') : cube.name(header.id)}
            </th>
          ))}
          {level === 0 && visualization.rowTotals && (
            <th scope="col" rowSpan={levels.length}>
              {t('visualization.total')}
            </th>
          )}
        </tr>
      ))}
    </thead>
  )
}

function RowHeader({ header, name }: { readonly header: HeaderSpan; readonly name: string }) {
  return (
    <th scope={header.span > 1 ? 'rowgroup' : 'row'} rowSpan={header.span}>
      {name}
    </th>
  )
}

/** The headers of a level by the row that they begin at. */
function startsOf(spans: readonly HeaderSpan[]): ReadonlyMap<number, HeaderSpan> {
  const starts = new Map<number, HeaderSpan>()
  let row = 0
  for (const header of spans) {
    starts.set(row, header)
    row += header.span
  }
  return starts
}

function colours(
  cell: PivotCell,
  set: LegendSet | undefined,
  style: 'FILL' | 'TEXT' = 'FILL',
): { style: CSSProperties | undefined; name: string | undefined } {
  const legend = set && cell.value !== undefined ? legendOf(set, cell.value) : undefined
  if (!legend) return { style: undefined, name: undefined }
  const { color, displayName: name } = legend
  // Light classes would vanish as text: there the class is an underline in its colour.
  if (style === 'TEXT') return { style: { boxShadow: `inset 0 -3px ${color}`, fontWeight: 600 }, name }
  return { style: { background: color, color: textOn(color) }, name }
}

function usedSets({ columns, rows, filters, legend }: Visualization, cube: Cube, legendSetOf: LegendSetOf): LegendSet[] {
  if (!legend || legend.showKey === false) return []
  const items: Tuple = [...columns, ...rows, ...filters]
    .filter(({ dimension }) => dimension === 'dx')
    .flatMap((dx) => dx.items?.map(({ id }) => id) ?? [])
  const sets = items.filter((id) => cube.item(id)).flatMap((id) => legendSetOf(id) ?? [])
  return [...new Map(sets.map((set) => [set.id, set])).values()]
}
