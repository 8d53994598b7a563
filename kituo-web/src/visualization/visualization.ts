import { getJson } from '../api/http.ts'

export interface DimensionItem {
  readonly id: string
  readonly name?: string
  readonly dimensionItemType?: string
}

export interface Dimension {
  readonly dimension: string
  readonly items?: readonly DimensionItem[]
}

export interface Legend {
  readonly id: string
  readonly displayName: string
  readonly startValue: number
  readonly endValue: number
  readonly color: string
}

export interface LegendSet {
  readonly id: string
  readonly displayName: string
  readonly legends: readonly Legend[]
}

interface MarkedLine {
  readonly value?: number
  readonly title?: { readonly text?: string }
}

export interface ChartAxis {
  readonly index: number
  readonly type: 'RANGE' | 'DOMAIN'
  readonly minValue?: number
  readonly maxValue?: number
  readonly decimals?: number
  readonly title?: { readonly text?: string }
  readonly baseLine?: MarkedLine
  readonly targetLine?: MarkedLine
}

export interface Visualization {
  readonly id: string
  readonly displayName: string
  readonly type: string
  readonly title?: string
  readonly subtitle?: string
  readonly hideTitle?: boolean
  readonly hideSubtitle?: boolean
  readonly hideLegend?: boolean
  readonly columns: readonly Dimension[]
  readonly rows: readonly Dimension[]
  readonly filters: readonly Dimension[]
  readonly legend?: {
    readonly strategy?: 'FIXED' | 'BY_DATA_ITEM'
    readonly style?: 'FILL' | 'TEXT'
    readonly showKey?: boolean
    readonly set?: LegendSet
  }
  readonly axes?: readonly ChartAxis[]
  readonly series?: readonly { readonly dimensionItem: string; readonly axis?: number; readonly type?: string }[]
  readonly yearlySeries?: readonly string[]
  readonly rowTotals?: boolean
  readonly colTotals?: boolean
  readonly hideEmptyRows?: boolean
  readonly hideEmptyColumns?: boolean
  readonly digitGroupSeparator?: 'NONE' | 'SPACE' | 'COMMA'
  readonly displayDensity?: 'COMFORTABLE' | 'NORMAL' | 'COMPACT'
  readonly aggregationType?: string
  readonly sortOrder?: number
  readonly topLimit?: number
  readonly cumulativeValues?: boolean
  readonly percentStackedValues?: boolean
  readonly showData?: boolean
  readonly colorSet?: string
  readonly numberType?: 'VALUE' | 'ROW_PERCENTAGE' | 'COLUMN_PERCENTAGE'
  readonly skipRounding?: boolean
  readonly measureCriteria?: string
}

export const axisFields = 'dimension,items[dimensionItem~rename(id),displayName~rename(name),dimensionItemType]'
export const legendSetFields = 'id,displayName,legends[id,displayName,startValue,endValue,color]'

const fields = [
  'id,displayName,type,title,subtitle,hideTitle,hideSubtitle,hideLegend',
  `columns[${axisFields}],rows[${axisFields}],filters[${axisFields}]`,
  `legend[strategy,style,showKey,set[${legendSetFields}]],axes,series,yearlySeries`,
  'rowTotals,colTotals,hideEmptyRows,hideEmptyColumns,digitGroupSeparator,displayDensity,aggregationType',
  'sortOrder,topLimit,cumulativeValues,percentStackedValues,showData,colorSet,numberType,skipRounding,measureCriteria',
].join(',')

export async function fetchVisualization(id: string, signal?: AbortSignal): Promise<Visualization> {
  const path = `/api/visualizations/${encodeURIComponent(id)}`
  const answer = await getJson<Visualization>(path, [['fields', fields]], signal)
  return { ...answer, columns: answer.columns ?? [], rows: answer.rows ?? [], filters: answer.filters ?? [] }
}

export function fetchLegendSet(id: string, signal?: AbortSignal): Promise<LegendSet> {
  return getJson<LegendSet>(`/api/legendSets/${encodeURIComponent(id)}`, [['fields', legendSetFields]], signal)
}
