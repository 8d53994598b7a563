import { getJson } from '../api/http.ts'
import { type Dimension, type LegendSet, axisFields, legendSetFields } from '../visualization/visualization.ts'

interface GroupSet {
  readonly id: string
  readonly displayName: string
  readonly organisationUnitGroups: readonly { readonly id: string; readonly displayName: string; readonly color?: string }[]
}

export interface MapLayer {
  readonly id: string
  readonly displayName?: string
  /** thematic, facility, orgUnit, boundary, ... */
  readonly layer: string
  readonly columns?: readonly Dimension[]
  readonly rows?: readonly Dimension[]
  readonly filters?: readonly Dimension[]
  readonly classes?: number
  readonly method?: number
  readonly colorScale?: string
  readonly opacity?: number
  readonly hidden?: boolean
  readonly thematicMapType?: 'CHOROPLETH' | 'BUBBLE'
  /** TIMELINE: the periods one after the other, instead of all together. */
  readonly renderingStrategy?: 'SINGLE' | 'TIMELINE' | 'SPLIT_BY_PERIOD'
  readonly radiusLow?: number
  readonly radiusHigh?: number
  readonly noDataColor?: string
  readonly legendSet?: LegendSet
  readonly organisationUnitGroupSet?: GroupSet
  readonly aggregationType?: string
}

export interface StoredMap {
  readonly id: string
  readonly displayName: string
  readonly mapViews: readonly MapLayer[]
}

const fields = [
  'id,displayName',
  `mapViews[id,displayName,layer,columns[${axisFields}],rows[${axisFields}],filters[${axisFields}]`,
  'classes,method,colorScale,opacity,hidden,thematicMapType,renderingStrategy,radiusLow,radiusHigh,noDataColor,aggregationType',
  `legendSet[${legendSetFields}]`,
  'organisationUnitGroupSet[id,displayName,organisationUnitGroups[id,displayName,color]]]',
].join(',')

export async function fetchMap(id: string, signal?: AbortSignal): Promise<StoredMap> {
  const map = await getJson<StoredMap>(`/api/maps/${encodeURIComponent(id)}`, [['fields', fields]], signal)
  return { ...map, mapViews: map.mapViews ?? [] }
}
