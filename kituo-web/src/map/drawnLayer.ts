/** From stored map layers, shapes and figures to what is drawn: shapes with a colour, a size and a text. */
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { t } from '../app/messages.ts'
import { type AnalyticsAnswer, cubeOf } from '../visualization/cube.ts'
import { formatNumber } from '../visualization/numbers.ts'
import { colorAt } from '../visualization/palette.ts'
import { type Classification, type ColourClass, automatic, byLegendSet } from './classes.ts'
import type { Asked } from '../visualization/question.ts'
import type { Dimension } from '../visualization/visualization.ts'
import { type Place, middleOf } from './geoFeature.ts'
import type { MapLayer } from './thematicMap.ts'

export interface PlaceProperties {
  readonly name: string
  readonly text: string
  readonly color: string
  /** Radius of a point in pixels. */
  readonly radius: number
}

export interface DrawnLayer {
  readonly id: string
  readonly name: string
  readonly kind: 'area' | 'outline'
  readonly opacity: number
  readonly shapes: FeatureCollection<Geometry, PlaceProperties>
  readonly key: readonly ColourClass[]
  /** Figures by place, for the table. */
  readonly figures: readonly { readonly id: string; readonly name: string; readonly value: number | undefined }[]
}

const POINT_RADIUS = 6
const NO_GROUP = '#8a97a5'

export function isThematic({ layer }: MapLayer): boolean {
  return layer.startsWith('thematic')
}

export function isDrawn({ layer }: MapLayer): boolean {
  return layer.startsWith('thematic') || layer === 'facility' || layer === 'orgUnit' || layer === 'boundary'
}

/** True for a layer that shows its periods one after the other. */
export function isTimeline(layer: MapLayer): boolean {
  return isThematic(layer) && (layer.renderingStrategy === 'TIMELINE' || layer.renderingStrategy === 'SPLIT_BY_PERIOD')
}

/** What a thematic layer asks: the figures of each place, and on a timeline those of each period. */
export function questionOf(layer: MapLayer): Asked {
  const { columns = [], rows = [], filters = [], aggregationType } = layer
  const isTime = ({ dimension }: Dimension) => isTimeline(layer) && dimension === 'pe'
  return {
    columns,
    rows: [...rows, ...filters.filter(isTime)],
    filters: filters.filter((filter) => !isTime(filter)),
    aggregationType,
  }
}

/** The periods that a timeline runs through. */
export function periodsOf(layer: MapLayer, answer: AnalyticsAnswer): readonly { readonly id: string; readonly name: string }[] {
  if (!isTimeline(layer)) return []
  const { dimensions, items } = answer.metaData
  return (dimensions?.['pe'] ?? []).map((id) => ({ id, name: items?.[id]?.name ?? id }))
}

/** A layer as it is drawn; `period` is the one that a timeline stands at. */
export function drawLayer(
  layer: MapLayer,
  places: readonly Place[],
  answer: AnalyticsAnswer | undefined,
  period?: string,
): DrawnLayer {
  if (isThematic(layer)) return thematicLayer(layer, places, answer, period)
  if (layer.layer === 'facility') return facilityLayer(layer, places)
  return {
    ...named(layer, t('orgunit.tree')),
    kind: 'outline',
    shapes: shapes(places.map((place) => shape(place, { text: '', color: '#39516b', radius: 3 }))),
    key: [],
    figures: [],
  }
}

function named(layer: MapLayer, otherwise: string) {
  return { id: layer.id, name: layer.displayName ?? otherwise, opacity: layer.opacity ?? 0.9 }
}

function shape(place: Place, properties: Omit<PlaceProperties, 'name'>, geometry = place.geometry): Feature<Geometry, PlaceProperties> {
  return { type: 'Feature', geometry, properties: { name: place.name, ...properties } }
}

function shapes(features: Feature<Geometry, PlaceProperties>[]): FeatureCollection<Geometry, PlaceProperties> {
  return { type: 'FeatureCollection', features }
}

function thematicLayer(
  layer: MapLayer,
  places: readonly Place[],
  answer: AnalyticsAnswer | undefined,
  period: string | undefined,
): DrawnLayer {
  const asked = questionOf(layer)
  const cube = answer && cubeOf(answer, asked.columns, asked.rows)
  const column = cube?.columns.tuples[0] ?? []
  const at = (id: string) => (cube?.rows.dimensions ?? []).map((dimension) => (dimension === 'pe' ? (period ?? '') : id))
  const figures = places.map(({ id, name }) => ({ id, name, value: cube?.value(column, at(id)) }))
  // Of all periods, so that a colour means the same along the whole timeline.
  const values = (cube?.rows.tuples ?? []).flatMap((row) => cube?.value(column, row) ?? [])
  const classification = layer.legendSet
    ? byLegendSet(layer.legendSet)
    : automatic(values, { count: layer.classes, method: layer.method, colorScale: layer.colorScale })
  const noData = { name: t('map.noData'), color: layer.noDataColor ?? '#dfe4ea' }
  const bubbles = layer.thematicMapType === 'BUBBLE'
  const radiusOf = bubbles ? bubbleRadius(layer, values) : () => POINT_RADIUS
  const hasGaps = figures.some(({ value }) => value === undefined)
  return {
    ...named(layer, column.map((id) => cube?.name(id)).join(', ')),
    name: column.map((id) => cube?.name(id)).join(', ') || (layer.displayName ?? ''),
    kind: 'area',
    shapes: shapes(
      places.map((place, index) => {
        const value = figures[index]?.value
        const { name, color } = classFor(value, classification) ?? noData
        const text = value === undefined ? name : `${formatNumber(value)} · ${name}`
        const point = bubbles ? ({ type: 'Point', coordinates: middleOf(place.geometry) } as const) : place.geometry
        return shape(place, { text, color, radius: radiusOf(value) }, point)
      }),
    ),
    key: hasGaps ? [...classification.classes, noData] : classification.classes,
    figures,
  }
}

function classFor(value: number | undefined, classification: Classification): ColourClass | undefined {
  return value === undefined ? undefined : classification.classOf(value)
}

/** Bubbles whose area, not whose radius, grows with the figure. */
function bubbleRadius({ radiusLow = 5, radiusHigh = 30 }: MapLayer, values: readonly number[]) {
  const low = Math.min(...values)
  const high = Math.max(...values)
  return (value: number | undefined) => {
    if (value === undefined) return 0
    const share = high === low ? 1 : (value - low) / (high - low)
    return Math.sqrt(radiusLow ** 2 + share * (radiusHigh ** 2 - radiusLow ** 2))
  }
}

function facilityLayer(layer: MapLayer, places: readonly Place[]): DrawnLayer {
  const groupSet = layer.organisationUnitGroupSet
  const groups = (groupSet?.organisationUnitGroups ?? []).map((group, index) => ({
    id: group.id,
    name: group.displayName,
    color: group.color ?? colorAt(index),
  }))
  const groupOf = (place: Place) => groups.find(({ id }) => id === place.groups[groupSet?.id ?? ''])
  const without = { name: groupSet ? t('map.noGroup') : t('map.facilities'), color: NO_GROUP }
  const points = places.filter(({ geometry }) => geometry.type === 'Point')
  const used = groups.filter((group) => points.some((place) => groupOf(place) === group))
  return {
    ...named(layer, t('map.facilities')),
    kind: 'area',
    shapes: shapes(
      points.map((place) => {
        const { name, color } = groupOf(place) ?? without
        return shape(place, { text: name, color, radius: POINT_RADIUS - 1 })
      }),
    ),
    key: used.length < groups.length || points.some((place) => !groupOf(place)) ? [...used, without] : used,
    figures: [],
  }
}
