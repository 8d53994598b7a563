import { getJson } from '../api/http.ts'
import { fetchNames } from './object.ts'

/** Somebody who has a right of their own to an object. */
export interface Grant {
  readonly id: string
  readonly name: string
  readonly isGroup: boolean
  /** Eight letters as in the API: see and change metadata, see and change data, and four that are always `-`. */
  readonly access: string
}

export interface Sharing {
  readonly owner: string | undefined
  readonly external: boolean
  readonly publicAccess: string
  readonly grants: readonly Grant[]
}

interface SharingJson {
  readonly owner?: string
  readonly external?: boolean
  readonly public?: string
  readonly users?: Readonly<Record<string, { readonly id: string; readonly access: string }>>
  readonly userGroups?: Readonly<Record<string, { readonly id: string; readonly access: string }>>
}

/** The sharing of an object, with the names of everybody in it. */
export async function fetchSharing(path: string, id: string, signal?: AbortSignal): Promise<Sharing> {
  const answer = await getJson<{ sharing?: SharingJson }>(`/api/${path}/${encodeURIComponent(id)}`, [['fields', 'sharing']], signal)
  const sharing = answer.sharing ?? {}
  const [groups, users] = await Promise.all([
    grants('userGroups', sharing.userGroups ?? {}, true, signal),
    grants('users', sharing.users ?? {}, false, signal),
  ])
  return {
    owner: sharing.owner,
    external: sharing.external ?? false,
    publicAccess: sharing.public ?? '--------',
    grants: [...groups, ...users],
  }
}

async function grants(
  path: string,
  given: Readonly<Record<string, { readonly access: string }>>,
  isGroup: boolean,
  signal: AbortSignal | undefined,
): Promise<readonly Grant[]> {
  const ids = Object.keys(given)
  if (ids.length === 0) return []
  const names = await fetchNames(path, ids, signal)
  return ids.map((id) => ({ id, name: names.get(id) ?? id, isGroup, access: given[id]?.access ?? '--------' }))
}

/** The body of `PUT /api/{type}/{id}/sharing`. */
export function sharingJson({ owner, external, publicAccess, grants: given }: Sharing): unknown {
  const members = (isGroup: boolean) =>
    Object.fromEntries(given.filter((grant) => grant.isGroup === isGroup).map(({ id, access }) => [id, { id, access }]))
  return { ...(owner ? { owner } : {}), external, public: publicAccess, users: members(false), userGroups: members(true) }
}

/** The two levels in an access string, each `--`, `r-` or `rw`. */
export function levelsOf(access: string): { readonly metadata: string; readonly data: string } {
  return { metadata: access.slice(0, 2), data: access.slice(2, 4) }
}

export function accessString(metadata: string, data: string): string {
  return `${metadata}${data}----`
}
