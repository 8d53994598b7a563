/** The arithmetic of a pivot table: spans of nested headers, totals and percentages. */
import type { Cube, Tuple } from './cube.ts'
import type { Visualization } from './visualization.ts'

export interface HeaderSpan {
  readonly id: string
  readonly span: number
}

/** For each dimension of an axis, its headers from first to last, neighbours under the same parents put together. */
export function headerSpans(tuples: readonly Tuple[], depth: number): HeaderSpan[][] {
  return Array.from({ length: depth }, (_, level) => {
    const spans: { id: string; span: number; path: string }[] = []
    for (const tuple of tuples) {
      const path = tuple.slice(0, level + 1).join('|')
      const last = spans.at(-1)
      if (last?.path === path) last.span++
      else spans.push({ id: tuple[level] ?? '', span: 1, path })
    }
    return spans.map(({ id, span }) => ({ id, span }))
  })
}

export interface PivotCell {
  readonly value: number | undefined
  /** The data item that the value belongs to, if it belongs to one. */
  readonly item: string | undefined
}

const AVERAGED = new Set(['INDICATOR', 'PROGRAM_INDICATOR', 'REPORTING_RATE', 'EXPRESSION_DIMENSION_ITEM'])

export class Pivot {
  private readonly kinds: ReadonlyMap<string, string | undefined>
  private readonly onlyItem: string | undefined

  constructor(
    private readonly cube: Cube,
    private readonly visualization: Visualization,
  ) {
    const { columns, rows, filters } = visualization
    const items = [...columns, ...rows, ...filters].filter(({ dimension }) => dimension === 'dx').flatMap((dx) => dx.items ?? [])
    this.kinds = new Map(items.map((item) => [item.id, item.dimensionItemType]))
    this.onlyItem = items.length === 1 ? items[0]?.id : undefined
  }

  cell(column: Tuple, row: Tuple): PivotCell {
    return { value: this.shown(column, row), item: this.itemOf(column, row) }
  }

  rowTotal(row: Tuple): number | undefined {
    return this.total(this.cube.columns.tuples.map((column) => this.cell(column, row)))
  }

  columnTotal(column: Tuple): number | undefined {
    return this.total(this.cube.rows.tuples.map((row) => this.cell(column, row)))
  }

  grandTotal(): number | undefined {
    const { columns, rows } = this.cube
    return this.total(rows.tuples.flatMap((row) => columns.tuples.map((column) => this.cell(column, row))))
  }

  private shown(column: Tuple, row: Tuple): number | undefined {
    const value = this.cube.value(column, row)
    const { numberType } = this.visualization
    if (value === undefined || numberType === undefined || numberType === 'VALUE') return value
    const line =
      numberType === 'ROW_PERCENTAGE'
        ? this.cube.columns.tuples.map((other) => this.cube.value(other, row) ?? 0)
        : this.cube.rows.tuples.map((other) => this.cube.value(column, other) ?? 0)
    const whole = line.reduce((a, b) => a + b, 0)
    return whole === 0 ? undefined : (100 * value) / whole
  }

  private itemOf(column: Tuple, row: Tuple): string | undefined {
    const { columns, rows } = this.cube
    const inColumn = columns.dimensions.indexOf('dx')
    if (inColumn >= 0) return column[inColumn]
    const inRow = rows.dimensions.indexOf('dx')
    return inRow >= 0 ? row[inRow] : this.onlyItem
  }

  /** Counts add up, rates are averaged, and different kinds of things have no total. */
  private total(cells: readonly PivotCell[]): number | undefined {
    const present = cells.filter((cell) => cell.value !== undefined)
    const kinds = new Set(present.map((cell) => this.totalKind(cell.item)))
    if (present.length === 0 || kinds.size > 1) return undefined
    const sum = present.reduce((total, cell) => total + (cell.value ?? 0), 0)
    const [kind] = kinds
    if (kind === 'SUM') return sum
    const items = new Set(present.map((cell) => cell.item))
    return kind === 'AVERAGE' && items.size === 1 ? sum / present.length : undefined
  }

  private totalKind(item: string | undefined): string {
    const declared = this.cube.item(item ?? '')?.totalAggregationType
    if (declared) return declared
    return AVERAGED.has(this.kinds.get(item ?? '') ?? '') ? 'AVERAGE' : 'SUM'
  }
}
