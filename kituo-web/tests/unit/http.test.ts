import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError, ConditionalReader, getJson, onSessionLost, queryString } from '../../src/api/http.ts'

const answers = (...responses: (Response | Error)[]) => {
  const calls: RequestInit[] = []
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    calls.push(init)
    const next = responses.shift()
    if (next === undefined || next instanceof Error) throw next ?? new TypeError('no line')
    return next
  })
  return calls
}
const json = (body: unknown, init: ResponseInit = {}) => new Response(JSON.stringify(body), init)

afterEach(() => vi.unstubAllGlobals())

describe('calls', () => {
  it('keep the grammar of fields and filters readable', () => {
    expect(queryString([['filter', 'name:ilike:a b&c'], ['fields', 'id,x[y]']])).toBe('filter=name:ilike:a%20b%26c&fields=id,x%5By%5D')
  })

  it('turn a refusal into an error with the words and code of the server', async () => {
    answers(json({ message: 'No such thing', errorCode: 'E1005' }, { status: 404 }))
    const failure = await getJson('/api/x').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ApiError)
    expect(failure).toMatchObject({ message: 'No such thing', errorCode: 'E1005', status: 404, isTemporary: false })
  })

  it('tell a lost line from a refusal', async () => {
    answers(new TypeError('Failed to fetch'))
    await expect(getJson('/api/x')).rejects.toMatchObject({ status: 0, isTemporary: true })
  })

  it('announce a lost session, but not a wrong password', async () => {
    const lost = vi.fn()
    const stop = onSessionLost(lost)
    answers(json({}, { status: 401 }), json({}, { status: 401 }))
    await getJson('/api/auth/login').catch(() => undefined)
    expect(lost).not.toHaveBeenCalled()
    await getJson('/api/me').catch(() => undefined)
    expect(lost).toHaveBeenCalledOnce()
    stop()
  })
})

describe('repeated questions', () => {
  it('send the tag of the last answer, and hand out the same object when nothing changed', async () => {
    const calls = answers(
      json({ rows: [1] }, { headers: { ETag: '"a"', 'Last-Modified': 'Mon, 01 Jan 2024 10:00:00 GMT' } }),
      new Response(null, { status: 304, headers: { 'Last-Modified': 'Mon, 01 Jan 2024 10:00:05 GMT' } }),
      json({ rows: [2] }, { headers: { ETag: '"b"' } }),
    )
    const reader = new ConditionalReader()
    const first = await reader.read('/api/analytics')
    const second = await reader.read('/api/analytics')
    expect(new Headers(calls[1]?.headers).get('If-None-Match')).toBe('"a"')
    expect(second.data).toBe(first.data)
    expect(second.asOf).toBe('Mon, 01 Jan 2024 10:00:05 GMT')
    expect((await reader.read('/api/analytics')).data).toEqual({ rows: [2] })
  })
})
