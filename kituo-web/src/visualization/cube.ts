/**
 * An answer of `/api/analytics` arranged for drawing: two axes, each a list of tuples of item identifiers, and a value
 * or nothing for each pair of tuples. Rows of the answer may come in any order and leave out what has no data; the
 * axes take their order and their completeness from `metaData.dimensions`.
 */
import type { Dimension } from './visualization.ts'

export interface AnalyticsItem {
  readonly name?: string
  readonly uid?: string
  readonly dimensionItemType?: string
  readonly totalAggregationType?: string
  /** For `USER_ORGUNIT` and its like, which have no name: the units that they stand for. */
  readonly organisationUnits?: readonly string[]
  readonly legendSet?: string | { readonly id: string }
}

export interface AnalyticsAnswer {
  readonly headers: readonly { readonly name: string }[]
  readonly rows: readonly (readonly string[])[]
  readonly metaData: {
    readonly items?: Readonly<Record<string, AnalyticsItem>>
    readonly dimensions?: Readonly<Record<string, readonly string[]>>
  }
}

export type Tuple = readonly string[]

export interface Axis {
  readonly dimensions: readonly string[]
  readonly tuples: readonly Tuple[]
}

export interface Cube {
  readonly columns: Axis
  readonly rows: Axis
  /** Undefined where there is no data. */
  value(column: Tuple, row: Tuple): number | undefined
  /** The display name of an item or dimension. */
  name(id: string): string
  item(id: string): AnalyticsItem | undefined
  readonly isEmpty: boolean
}

/** Beyond this many combinations an axis lists only those that occur. */
const LONGEST_AXIS = 5_000

const joined = (tuple: Tuple) => tuple.join('|')

export function cubeOf(answer: AnalyticsAnswer, columns: readonly Dimension[], rows: readonly Dimension[]): Cube {
  const place = new Map(answer.headers.map((header, index) => [header.name, index]))
  const inAnswer = (axis: readonly Dimension[]) => axis.map(({ dimension }) => dimension).filter((id) => place.has(id))
  const columnDimensions = inAnswer(columns)
  const rowDimensions = inAnswer(rows)
  const valueAt = place.get('value') ?? answer.headers.length - 1
  const pick = (row: readonly string[], dimensions: readonly string[]) =>
    dimensions.map((id) => row[place.get(id) ?? -1] ?? '')
  const values = new Map<string, number>()
  for (const row of answer.rows) {
    const text = row[valueAt]
    if (text === undefined || text === '' || Number.isNaN(Number(text))) continue
    values.set(`${joined(pick(row, columnDimensions))}/${joined(pick(row, rowDimensions))}`, Number(text))
  }
  const axis = (dimensions: readonly string[]): Axis => ({
    dimensions,
    tuples: tuplesOf(answer, dimensions, () => answer.rows.map((row) => pick(row, dimensions))),
  })
  const items = answer.metaData.items ?? {}
  return {
    columns: axis(columnDimensions),
    rows: axis(rowDimensions),
    value: (column, row) => values.get(`${joined(column)}/${joined(row)}`),
    name: (id) => items[id]?.name ?? id,
    item: (id) => items[id],
    isEmpty: values.size === 0,
  }
}

function tuplesOf(answer: AnalyticsAnswer, dimensions: readonly string[], occurring: () => Tuple[]): Tuple[] {
  const known = answer.metaData.dimensions ?? {}
  const lists = dimensions.map((id) => known[id])
  const size = lists.reduce((product, list) => product * (list?.length ?? Infinity), 1)
  if (size > LONGEST_AXIS) return distinct(occurring())
  return lists.reduce<Tuple[]>(
    (tuples, list) => tuples.flatMap((tuple) => (list ?? []).map((id) => [...tuple, id])),
    [[]],
  )
}

function distinct(tuples: readonly Tuple[]): Tuple[] {
  return [...new Map(tuples.map((tuple) => [joined(tuple), tuple])).values()]
}

/**
 * Lays the answers of several years over each other: a column per year (and data item, if there are several), a row
 * per position in the year, named without its year. The n-th period of each year is the same row.
 */
export function yearOverYearCube(answers: readonly AnalyticsAnswer[], years: readonly number[]): Cube {
  const cubes = answers.map((answer) => cubeOf(answer, [{ dimension: 'dx' }], [{ dimension: 'pe' }]))
  const longest = cubes.reduce<Cube | undefined>(
    (best, cube) => (best && best.rows.tuples.length >= cube.rows.tuples.length ? best : cube),
    undefined,
  )
  const items = cubes[0]?.columns.tuples ?? [[]]
  const columns = years.flatMap((year) => items.map((tuple) => (items.length > 1 ? [String(year), ...tuple] : [String(year)])))
  const rows = (longest?.rows.tuples ?? []).map((_, index) => [String(index)])
  const nameOfRow = (index: number) => withoutYear(longest?.name(longest.rows.tuples[index]?.[0] ?? '') ?? '')
  const rowNames = new Map(rows.map(([id], index) => [id, nameOfRow(index)]))
  return {
    columns: { dimensions: items.length > 1 ? ['year', 'dx'] : ['year'], tuples: columns },
    rows: { dimensions: ['pe'], tuples: rows },
    value(column, row) {
      const cube = cubes[years.indexOf(Number(column[0]))]
      const period = cube?.rows.tuples[Number(row[0])]
      return period && cube?.value(column.length > 1 ? column.slice(1) : (items[0] ?? []), period)
    },
    name: (id) => rowNames.get(id) ?? (years.includes(Number(id)) ? id : (cubes[0]?.name(id) ?? id)),
    item: (id) => cubes[0]?.item(id),
    isEmpty: cubes.every((cube) => cube.isEmpty),
  }
}

function withoutYear(name: string): string {
  return name
    .replace(/(\s*-\s*\d{4}-\d\d-\d\d)+$/, '')
    .replace(/\s*\b\d{4}\b/g, '')
    .trim()
}

/** The cube without the rows or columns that have no value at all. */
export function withoutEmpty(cube: Cube, hide: { readonly rows: boolean; readonly columns: boolean }): Cube {
  const { rows, columns } = cube
  const keepRow = (row: Tuple) => columns.tuples.some((column) => cube.value(column, row) !== undefined)
  const keepColumn = (column: Tuple) => rows.tuples.some((row) => cube.value(column, row) !== undefined)
  return {
    ...cube,
    rows: hide.rows ? { ...rows, tuples: rows.tuples.filter(keepRow) } : rows,
    columns: hide.columns ? { ...columns, tuples: columns.tuples.filter(keepColumn) } : columns,
  }
}

/** Rows ordered by the sum of their values (1 ascending, -1 descending), cut after the first `limit` (0: all). */
export function sortedAndCut(cube: Cube, order: number, limit: number): Cube {
  if (order === 0 && limit === 0) return cube
  const sum = (row: Tuple) => cube.columns.tuples.reduce((total, column) => total + (cube.value(column, row) ?? 0), 0)
  const direction = order === 0 ? 0 : Math.sign(order)
  const tuples = cube.rows.tuples.toSorted((a, b) => direction * (sum(a) - sum(b)))
  return { ...cube, rows: { ...cube.rows, tuples: limit > 0 ? tuples.slice(0, limit) : tuples } }
}

/** What an answer is restricted to, in words. Keywords for the user's own units are named by these units. */
export function filterNames(filters: readonly Dimension[], { metaData }: AnalyticsAnswer): string {
  const items = metaData.items ?? {}
  const nameOf = (id: string) => items[id]?.name ?? items[id]?.organisationUnits?.map((unit) => items[unit]?.name ?? unit).join(', ')
  return filters
    .map((filter) => (filter.items ?? []).map(({ id, name }) => nameOf(id) ?? name ?? id).join(', '))
    .filter((names) => names !== '')
    .join(' · ')
}

export function nameOfTuple(cube: Cube, tuple: Tuple): string {
  return tuple.map((id) => cube.name(id)).join(' · ')
}
