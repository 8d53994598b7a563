import type { Geometry, Position } from 'geojson'
import { getJson } from '../api/http.ts'
import type { Dimension } from '../visualization/visualization.ts'

/** A place as `/api/geoFeatures` sends it: short names, and coordinates as text. */
interface GeoFeatureAnswer {
  readonly id: string
  readonly na: string
  readonly ty: number
  readonly co: string
  readonly dimensions?: Readonly<Record<string, string>>
}

/** An organisation unit with its shape. */
export interface Place {
  readonly id: string
  readonly name: string
  readonly geometry: Geometry
  /** The group that the unit has in each group set. */
  readonly groups: Readonly<Record<string, string>>
}

/** The shapes of the units that an organisation unit dimension names; units without a shape are left out. */
export async function fetchPlaces(units: Dimension, withGroups: boolean, signal?: AbortSignal): Promise<Place[]> {
  const answer = await getJson<GeoFeatureAnswer[]>(
    '/api/geoFeatures',
    [
      ['ou', `ou:${(units.items ?? []).map(({ id }) => id).join(';')}`],
      ['displayProperty', 'NAME'],
      ...(withGroups ? ([['includeGroupSets', 'true']] as const) : []),
    ],
    signal,
  )
  return answer.flatMap((feature) => {
    const geometry = geometryOf(feature.co)
    return geometry ? [{ id: feature.id, name: feature.na, geometry, groups: feature.dimensions ?? {} }] : []
  })
}

/** Reads the coordinates; how deeply they are nested tells point, polygon and multi-polygon apart. */
export function geometryOf(coordinates: string): Geometry | undefined {
  let value: unknown
  try {
    value = JSON.parse(coordinates)
  } catch {
    return undefined
  }
  switch (depthOf(value)) {
    case 1:
      return { type: 'Point', coordinates: value as Position }
    case 3:
      return { type: 'Polygon', coordinates: value as Position[][] }
    case 4:
      return { type: 'MultiPolygon', coordinates: value as Position[][][] }
    default:
      return undefined
  }
}

function depthOf(value: unknown): number {
  return Array.isArray(value) ? 1 + depthOf(value[0]) : 0
}

export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** The box around all places, or undefined when there are none. */
export function boundsOf(places: readonly { readonly geometry: Geometry }[]): Bounds | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  const visit = (value: unknown) => {
    if (!Array.isArray(value)) return
    const [x, y] = value as unknown[]
    if (typeof x === 'number' && typeof y === 'number') {
      west = Math.min(west, x)
      east = Math.max(east, x)
      south = Math.min(south, y)
      north = Math.max(north, y)
    } else value.forEach(visit)
  }
  for (const { geometry } of places) if ('coordinates' in geometry) visit(geometry.coordinates)
  return west <= east ? [west, south, east, north] : undefined
}

/** The middle of a shape's box: where a bubble stands. */
export function middleOf(geometry: Geometry): Position {
  const [west, south, east, north] = boundsOf([{ geometry }]) ?? [0, 0, 0, 0]
  return [(west + east) / 2, (south + north) / 2]
}
