import { createContext, useContext } from 'react'
import { getJson, postJson, send, ApiError } from '../api/http.ts'
import type { OrgUnit } from '../orgunit/orgUnit.ts'

/** The user who is logged in, as far as the application needs to know. */
export interface Me {
  readonly id: string
  readonly username: string
  readonly displayName: string
  readonly authorities: readonly string[]
  /** The units the user enters figures for. */
  readonly organisationUnits: readonly OrgUnit[]
}

const unitFields = 'id,displayName,path,level,leaf'

export function fetchMe(signal?: AbortSignal): Promise<Me> {
  const fields = `id,username,displayName,authorities,organisationUnits[${unitFields}],settings[keyUiLocale]`
  return getJson<Me>('/api/me', [['fields', fields]], signal)
}

export const MeContext = createContext<Me | undefined>(undefined)

/** The logged-in user; only below the session's gate, where there is always one. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe outside of the session')
  return me
}

/** Whether the maintenance room is for somebody with these authorities; the server judges each action by itself. */
export function mayMaintain(authorities: readonly string[]): boolean {
  return ['ALL', 'M_dhis-web-maintenance', 'M_dhis-web-user'].some((authority) => authorities.includes(authority))
}

export interface Credentials {
  readonly username: string
  readonly password: string
  readonly twoFactorCode?: string
}

/** DHIS2's word for how a login went: `SUCCESS`, or why not. */
export async function logIn(credentials: Credentials): Promise<string> {
  const response = await postJson('/api/auth/login', credentials)
  const answer = (await response.json()) as { loginStatus?: string }
  return answer.loginStatus ?? 'SUCCESS'
}

/** Ends the session; on servers without the JSON call, by the address of DHIS2's own log-out link. */
export async function logOut(): Promise<void> {
  try {
    await send('/api/auth/logout', { method: 'POST' })
  } catch (failure) {
    const unknownCall = failure instanceof ApiError && (failure.status === 404 || failure.status === 405)
    if (!unknownCall) throw failure
    await fetch('/dhis-web-commons-security/logout.action', { redirect: 'manual' })
  }
}
