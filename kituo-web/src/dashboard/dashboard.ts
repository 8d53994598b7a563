import { getJson } from '../api/http.ts'

export interface DashboardName {
  readonly id: string
  readonly displayName: string
  readonly favorite?: boolean
}

interface Shown {
  readonly id: string
  readonly displayName: string
}

/** A tile: what it shows, and where on a grid of 60 columns. */
export interface DashboardItem {
  readonly id: string
  readonly type: string
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly text?: string
  readonly visualization?: Shown & { readonly type?: string }
  readonly map?: Shown
}

export interface Dashboard {
  readonly id: string
  readonly displayName: string
  readonly displayDescription?: string
  readonly dashboardItems: readonly DashboardItem[]
}

const fields =
  'id,displayName,displayDescription,' +
  'dashboardItems[id,type,x,y,width,height,text,visualization[id,displayName,type],map[id,displayName]]'

/** All dashboards that the user may see, the starred ones first. */
export async function fetchDashboards(signal?: AbortSignal): Promise<readonly DashboardName[]> {
  const answer = await getJson<{ dashboards: DashboardName[] }>(
    '/api/dashboards',
    [
      ['fields', 'id,displayName,favorite'],
      ['order', 'displayName:asc'],
      ['paging', 'false'],
    ],
    signal,
  )
  return answer.dashboards.toSorted((a, b) => Number(b.favorite ?? false) - Number(a.favorite ?? false))
}

export function fetchDashboard(id: string, signal?: AbortSignal): Promise<Dashboard> {
  return getJson<Dashboard>(`/api/dashboards/${encodeURIComponent(id)}`, [['fields', fields]], signal)
}

/** Where an item lies, with DHIS2's size for items that were stored without one. */
export function placeOf({ x = 0, y = 0, width = 29, height = 20 }: DashboardItem) {
  return { x, y, width: Math.min(width, 60 - x), height }
}

/** The items in the order in which they are read: by rows, in a row from the start. */
export function inReadingOrder(items: readonly DashboardItem[]): DashboardItem[] {
  return items.toSorted((a, b) => (a.y ?? 0) - (b.y ?? 0) || (a.x ?? 0) - (b.x ?? 0))
}
