import { getJson } from '../api/http.ts'

export interface OrgUnit {
  readonly id: string
  readonly displayName: string
  /** Identifiers from the root down to this unit, each with a leading slash. */
  readonly path: string
  readonly level: number
  /** True when there is no unit below this one. */
  readonly leaf: boolean
}

export interface FoundUnit extends OrgUnit {
  readonly ancestors: readonly { readonly id: string; readonly displayName: string }[]
}

const fields = 'id,displayName,path,level,leaf'
const SEARCH_SIZE = 50

/** The units at the top of the country, for users to whom no unit is assigned. */
export async function fetchTopUnits(signal?: AbortSignal): Promise<readonly OrgUnit[]> {
  const answer = await getJson<{ organisationUnits: OrgUnit[] }>(
    '/api/organisationUnits',
    [
      ['level', '1'],
      ['fields', fields],
      ['order', 'displayName:asc'],
      ['paging', 'false'],
    ],
    signal,
  )
  return answer.organisationUnits
}

export async function fetchChildren(parent: string, signal?: AbortSignal): Promise<readonly OrgUnit[]> {
  const answer = await getJson<{ organisationUnits: OrgUnit[] }>(
    '/api/organisationUnits',
    [
      ['filter', `parent.id:eq:${parent}`],
      ['fields', fields],
      ['order', 'displayName:asc'],
      ['paging', 'false'],
    ],
    signal,
  )
  return answer.organisationUnits
}

export function fetchUnit(id: string, signal?: AbortSignal): Promise<OrgUnit> {
  return getJson<OrgUnit>(`/api/organisationUnits/${encodeURIComponent(id)}`, [['fields', fields]], signal)
}

export interface FoundUnits {
  readonly units: readonly FoundUnit[]
  /** True when the server knows more matches than it was asked for. */
  readonly more: boolean
}

/**
 * Units whose name, code or identifier matches. With `withinHierarchy` only those at or below the user's own units are
 * found; a user without units, who sees the whole country, asks without it.
 */
export async function searchUnits(text: string, withinHierarchy: boolean, signal?: AbortSignal): Promise<FoundUnits> {
  const answer = await getJson<{ organisationUnits: FoundUnit[]; pager?: { total?: number } }>(
    '/api/organisationUnits',
    [
      ['query', text],
      ...(withinHierarchy ? ([['withinUserHierarchy', 'true']] as const) : []),
      ['fields', `${fields},ancestors[id,displayName]`],
      ['order', 'level:asc,displayName:asc'],
      ['pageSize', String(SEARCH_SIZE)],
    ],
    signal,
  )
  const units = answer.organisationUnits
  return { units, more: (answer.pager?.total ?? units.length) > units.length }
}
