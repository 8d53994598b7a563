/** Putting figures into coloured classes, as DHIS2's maps do. */
import type { Legend, LegendSet } from '../visualization/visualization.ts'
import { legendOf } from '../visualization/legend.ts'
import { formatNumber, round } from '../visualization/numbers.ts'

export interface ColourClass {
  readonly name: string
  readonly color: string
}

export interface Classification {
  readonly classes: readonly ColourClass[]
  classOf(value: number): ColourClass | undefined
}

/** DHIS2's number for classes that hold equally many places; every other method here makes equal steps. */
const EQUAL_COUNTS = 3

const DEFAULT_SCALE = ['#ffffd4', '#fed98e', '#fe9929', '#d95f0e', '#993404']

export function byLegendSet(set: LegendSet): Classification {
  const ordered = set.legends.toSorted((a, b) => a.startValue - b.startValue)
  const named = new Map(
    ordered.map((legend) => [
      legend.id,
      { name: namedWithRange(legend), color: legend.color },
    ]),
  )
  return {
    classes: [...named.values()],
    classOf: (value) => named.get(legendOf(set, value)?.id ?? ''),
  }
}

/** The name of a legend with its range, unless the name tells it already: "100 to 200". */
function namedWithRange({ displayName, startValue, endValue }: Legend): string {
  return /\d/.test(displayName) ? displayName : `${displayName} (${startValue} – ${endValue})`
}

interface AutomaticClasses {
  readonly count?: number
  readonly method?: number
  /** Colours from low to high, separated by commas. */
  readonly colorScale?: string
}

/** Classes made from the figures themselves. */
export function automatic(values: readonly number[], { count = 5, method, colorScale }: AutomaticClasses): Classification {
  const sorted = values.toSorted((a, b) => a - b)
  const low = sorted[0]
  const high = sorted.at(-1)
  if (low === undefined || high === undefined) return { classes: [], classOf: () => undefined }
  const colors = colorsOf(colorScale, count)
  const wanted = low === high ? 1 : colors.length
  const limits = Array.from({ length: wanted - 1 }, (_, index) =>
    method === EQUAL_COUNTS
      ? (sorted[Math.ceil(((index + 1) * sorted.length) / wanted) - 1] ?? high)
      : low + ((index + 1) * (high - low)) / wanted,
  )
  // Limits of large figures are whole numbers: nobody counts tenths of a case.
  const edges = [low, ...limits, high].map((edge) => round(edge, high - low >= 10 * wanted ? 0 : 2))
  const classes = colors.slice(0, wanted).map((color, index) => ({
    name: `${formatNumber(edges[index] ?? low)} – ${formatNumber(edges[index + 1] ?? high)}`,
    color,
  }))
  return {
    classes,
    classOf: (value) => classes[limits.filter((limit) => (method === EQUAL_COUNTS ? value > limit : value >= limit)).length],
  }
}

function colorsOf(scale: string | undefined, count: number): readonly string[] {
  const given = scale?.split(',').filter((color) => /^#[\da-f]{6}$/i.test(color)) ?? []
  if (given.length > 0) return given
  const step = (DEFAULT_SCALE.length - 1) / Math.max(1, count - 1)
  return Array.from({ length: count }, (_, index) => DEFAULT_SCALE[Math.round(index * step)] ?? '#fe9929')
}
