import { type Parameter, address } from '../api/http.ts'
import { partsOf, today } from '../period/day.ts'
import type { Dimension, Visualization } from './visualization.ts'

/** The parts of a stored object that shape a question to `/api/analytics`. */
export interface Asked {
  readonly columns: readonly Dimension[]
  readonly rows: readonly Dimension[]
  readonly filters: readonly Dimension[]
  readonly aggregationType?: string
  readonly skipRounding?: boolean
  readonly measureCriteria?: string
}

/** What is meant where no items are named, as in some packages: the user's own units, the last twelve months. */
const USUAL: Readonly<Record<string, string>> = { ou: 'USER_ORGUNIT', pe: 'LAST_12_MONTHS' }

function written({ dimension, items }: Dimension): string {
  const usual = USUAL[dimension]
  if (usual && !items?.length) return `${dimension}:${usual}`
  return items && items.length > 0 ? `${dimension}:${items.map(({ id }) => id).join(';')}` : dimension
}

/** The address that answers a visualization. Relative periods go as keywords, so that the server's today counts. */
export function analyticsAddress(asked: Asked, more: readonly Parameter[] = []): string {
  const { aggregationType, skipRounding, measureCriteria } = asked
  const parameters: Parameter[] = [
    ...[...asked.columns, ...asked.rows].map((dimension): Parameter => ['dimension', written(dimension)]),
    ...asked.filters.map((dimension): Parameter => ['filter', written(dimension)]),
    ['displayProperty', 'NAME'],
    ['includeMetadataDetails', 'true'],
  ]
  if (aggregationType && aggregationType !== 'DEFAULT') parameters.push(['aggregationType', aggregationType])
  if (skipRounding) parameters.push(['skipRounding', 'true'])
  if (measureCriteria) parameters.push(['measureCriteria', measureCriteria])
  return address('/api/analytics', [...parameters, ...more])
}

export function isYearOverYear(visualization: Visualization): boolean {
  return visualization.type.startsWith('YEAR_OVER_YEAR')
}

/** The years that a year-over-year chart compares, earliest first. */
export function yearsOf(visualization: Visualization, now = today()): number[] {
  const { year } = partsOf(now)
  const past = (n: number) => Array.from({ length: n }, (_, index) => year - n + index)
  const years = (visualization.yearlySeries ?? []).flatMap((name) => {
    const last = /^LAST_(\d+)_YEARS$/.exec(name)
    if (last) return past(Number(last[1]))
    if (name === 'THIS_YEAR') return [year]
    if (name === 'LAST_YEAR') return [year - 1]
    return /^\d{4}$/.test(name) ? [Number(name)] : []
  })
  const listed = [...new Set(years)].sort((a, b) => a - b)
  return listed.length > 0 ? listed : [year - 1, year]
}

/** All addresses that must be asked: one, or for a year-over-year chart one for each year, seen from today's date in it. */
export function questionsOf(visualization: Visualization, now = today()): string[] {
  if (!isYearOverYear(visualization)) return [analyticsAddress(visualization)]
  const { month, date } = partsOf(now)
  const monthAndDay = `${String(month).padStart(2, '0')}-${String(Math.min(date, 28)).padStart(2, '0')}`
  return yearsOf(visualization, now).map((year) =>
    analyticsAddress(visualization, [['relativePeriodDate', `${year}-${monthAndDay}`]]),
  )
}
