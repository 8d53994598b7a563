import type { Visualization } from './visualization.ts'

type Separator = Visualization['digitGroupSeparator']

const marks = { NONE: '', SPACE: '\u00a0', COMMA: ',' } as const

/** A number as a visualization wants it written: thousands apart by its own mark, decimals as the server sent them. */
export function formatNumber(value: number, separator: Separator = 'SPACE', decimals?: number): string {
  const text = decimals === undefined ? String(round(value, 10)) : value.toFixed(decimals)
  const [whole = '', fraction] = text.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, marks[separator ?? 'SPACE'])
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** Rounds to at most so many decimals, without the binary dust of sums. */
export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}
