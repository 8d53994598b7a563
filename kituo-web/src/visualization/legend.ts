import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Cube } from './cube.ts'
import { type Legend, type LegendSet, type Visualization, fetchLegendSet } from './visualization.ts'

/** The class that a value falls into: from its start up to, but without, its end; the last class has its end too. */
export function legendOf(set: LegendSet, value: number): Legend | undefined {
  const legends = set.legends.toSorted((a, b) => a.startValue - b.startValue)
  const last = legends.at(-1)
  return (
    legends.find(({ startValue, endValue }) => value >= startValue && value < endValue) ??
    (last && value === last.endValue ? last : undefined)
  )
}

/** Finds the legend set that colours a data item. */
export type LegendSetOf = (dataItem: string | undefined) => LegendSet | undefined

/** One set for the whole visualization, or each data item's own, as the visualization says. */
export function useLegendSets(visualization: Visualization, cube: Cube | undefined): LegendSetOf {
  const fixed = visualization.legend?.set
  const setIds = useMemo(() => ownLegendSets(visualization, cube), [visualization, cube])
  const wanted = [...new Set(setIds.values())]
  const sets = useQueries({
    queries: wanted.map((id) => ({
      queryKey: ['legendSet', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetchLegendSet(id, signal),
      staleTime: 5 * 60_000,
    })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  })
  return useMemo(() => {
    const byId = new Map(sets.map((set) => [set.id, set]))
    return (item) => fixed ?? byId.get(setIds.get(item ?? '') ?? '')
  }, [fixed, sets, setIds])
}

/** For a visualization coloured by data item: the legend set of each item that has one. */
function ownLegendSets({ legend, columns, rows }: Visualization, cube: Cube | undefined): ReadonlyMap<string, string> {
  if (legend?.strategy !== 'BY_DATA_ITEM' || legend.set || !cube) return new Map()
  const items = [...columns, ...rows].filter(({ dimension }) => dimension === 'dx').flatMap((dx) => dx.items ?? [])
  return new Map(
    items.flatMap(({ id }) => {
      const set = cube.item(id)?.legendSet
      const setId = typeof set === 'string' ? set : set?.id
      return setId ? [[id, setId] as const] : []
    }),
  )
}

/** Black or white, whichever can be read on the colour. */
export function textOn(color: string): string {
  const channels = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color)
  if (!channels) return '#000000'
  const [red = 0, green = 0, blue = 0] = channels.slice(1).map((channel) => {
    const level = parseInt(channel, 16) / 255
    return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4
  })
  // Relative luminance of WCAG 2; at 0.179 black and white contrast equally.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff'
}
