import { getJson, send } from '../api/http.ts'

export interface Change {
  readonly property: string
  /** What changed, as a sentence. */
  readonly words: string
}

/** What an object was after one change of it. */
export interface Version {
  readonly version: number
  readonly at?: string
  readonly by?: { readonly username?: string }
  readonly action: 'CREATE' | 'UPDATE' | 'DELETE'
  readonly changes: readonly Change[]
}

/** The versions of an object, the newest first. */
export async function fetchVersions(path: string, id: string, signal?: AbortSignal): Promise<readonly Version[]> {
  const { versions } = await getJson<{ readonly versions: readonly Version[] }>(`/api/kituo/history/${path}/${id}`, [], signal)
  return versions
}

/** What would change if the object became again what it was at a version. */
export async function fetchChangesSince(path: string, id: string, version: number, signal?: AbortSignal): Promise<readonly Change[]> {
  const question = [['from', String(version)]] as const
  const { changes } = await getJson<{ readonly changes: readonly Change[] }>(`/api/kituo/history/${path}/${id}/compare`, question, signal)
  return changes
}

/** Makes the object what it was at a version. */
export async function restoreVersion(path: string, id: string, version: number): Promise<void> {
  await send(`/api/kituo/history/${path}/${id}/${version}/restore`, { method: 'POST' })
}
