/**
 * The one way to the server: relative `/api/...` calls with the session cookie. Every failure becomes an
 * {@link ApiError} that says what went wrong in the server's own words; a lost session is announced to whoever
 * registered with {@link onSessionLost}, so that the login page can appear over the room in use.
 */

export type Parameter = readonly [name: string, value: string]

/** DHIS2's answer to a request it refuses. */
interface WebMessage {
  readonly message?: string
  readonly errorCode?: string
}

export class ApiError extends Error {
  constructor(
    message: string,
    /** HTTP status; 0 when no answer came at all. */
    readonly status: number,
    readonly errorCode: string | undefined,
    /** Method, address and answer, for the expandable technical detail. */
    readonly detail: string,
    /** The answer as JSON, when it was some: it may list every problem with what was sent. */
    readonly answer?: unknown,
  ) {
    super(message)
    this.name = 'ApiError'
  }

  /** True when trying the same request later may succeed without any change by the user. */
  get isTemporary(): boolean {
    return this.status === 0 || this.status === 401 || this.status === 429 || this.status >= 500
  }
}

const sessionLostListeners = new Set<() => void>()

export function onSessionLost(listener: () => void): () => void {
  sessionLostListeners.add(listener)
  return () => sessionLostListeners.delete(listener)
}

/** Encodes a query but leaves the grammar's own `: ; ,` readable and short. */
export function queryString(parameters: readonly Parameter[]): string {
  const encode = (text: string) =>
    encodeURIComponent(text).replace(/%3A/g, ':').replace(/%3B/g, ';').replace(/%2C/g, ',')
  return parameters.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
}

export function address(path: string, parameters: readonly Parameter[] = []): string {
  return parameters.length === 0 ? path : `${path}?${queryString(parameters)}`
}

/** Sends a request and returns the answer if the server accepted it (2xx or 304). */
export async function send(url: string, init: RequestInit = {}): Promise<Response> {
  const method = init.method ?? 'GET'
  let response: Response
  try {
    response = await fetch(url, {
      ...init,
      credentials: 'same-origin',
      headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest', ...init.headers },
    })
  } catch (failure) {
    if (init.signal?.aborted) throw failure
    throw new ApiError('', 0, undefined, `${method} ${url}\n${String(failure)}`)
  }
  if (response.ok || response.status === 304) return response
  const error = await refusal(method, url, response)
  if (response.status === 401 && !url.startsWith('/api/auth/')) {
    for (const listener of sessionLostListeners) listener()
  }
  throw error
}

async function refusal(method: string, url: string, response: Response): Promise<ApiError> {
  const text = await response.text().catch(() => '')
  const parsed = parseMessage(text)
  const detail = `${method} ${url}\n${response.status} ${response.statusText}\n${text.slice(0, 2000)}`
  return new ApiError(parsed.message ?? '', response.status, parsed.errorCode, detail, parsed)
}

function parseMessage(text: string): WebMessage {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? (json as WebMessage) : {}
  } catch {
    return {}
  }
}

async function readJson<T>(url: string, response: Response): Promise<T> {
  const text = await response.text()
  try {
    return JSON.parse(text) as T
  } catch {
    throw new ApiError('', response.status, undefined, `${url}\n${text.slice(0, 500)}`)
  }
}

export async function getJson<T>(
  path: string,
  parameters: readonly Parameter[] = [],
  signal?: AbortSignal,
): Promise<T> {
  const url = address(path, parameters)
  return readJson<T>(url, await send(url, { signal: signal ?? null }))
}

export async function postJson(path: string, body: unknown): Promise<Response> {
  return send(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
}

export async function postForm(path: string, parameters: readonly Parameter[]): Promise<Response> {
  return send(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString(),
  })
}

/** An answer together with the moment up to which its figures are complete, when the server says so. */
export interface Dated<T> {
  readonly data: T
  readonly asOf: string | undefined
}

/**
 * Repeats a question cheaply: remembers the `ETag` of the last answer to each address, asks with `If-None-Match`, and
 * on 304 hands out the remembered object itself, so that nothing that depends on it is drawn again.
 */
export class ConditionalReader {
  private readonly remembered = new Map<string, { etag: string; data: unknown; asOf: string | undefined }>()

  constructor(private readonly capacity = 200) {}

  async read<T>(url: string, signal?: AbortSignal): Promise<Dated<T>> {
    const known = this.remembered.get(url)
    const response = await send(url, {
      signal: signal ?? null,
      cache: 'no-store',
      headers: known ? { 'If-None-Match': known.etag } : {},
    })
    const stamp = response.headers.get('Last-Modified') ?? undefined
    if (response.status === 304 && known) {
      known.asOf = stamp ?? known.asOf
      return { data: known.data as T, asOf: known.asOf }
    }
    const data = await readJson<T>(url, response)
    const etag = response.headers.get('ETag')
    this.remembered.delete(url)
    if (etag) this.remember(url, { etag, data, asOf: stamp })
    return { data, asOf: stamp }
  }

  private remember(url: string, entry: { etag: string; data: unknown; asOf: string | undefined }) {
    const oldest = this.remembered.keys().next()
    if (this.remembered.size >= this.capacity && !oldest.done) this.remembered.delete(oldest.value)
    this.remembered.set(url, entry)
  }
}
