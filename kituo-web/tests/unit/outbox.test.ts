import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../src/api/http.ts'
import type { FieldAddress } from '../../src/entry/formValues.ts'
import { Outbox, fieldKey } from '../../src/entry/outbox.ts'

const field = (dataElement: string): FieldAddress => ({
  dataSet: 'ds',
  orgUnit: 'ou',
  period: '202401',
  attribute: undefined,
  dataElement,
  categoryOptionCombo: 'coc',
})
const offline = () => new ApiError('', 0, undefined, '')
const refusal = () => new ApiError('Not an integer', 409, 'E8120', '')

/** A server whose answers the test gives one by one. */
class Requests {
  readonly open: { key: string; value: string; answer: (failure?: Error) => void }[] = []
  readonly save = (address: FieldAddress, value: string) =>
    new Promise<void>((resolve, reject) => {
      const key = fieldKey(address)
      this.open.push({ key, value, answer: (failure) => (failure ? reject(failure) : resolve()) })
    })

  async answer(failure?: Error) {
    this.open.shift()?.answer(failure)
    await vi.advanceTimersByTimeAsync(0)
  }
}

describe('the outbox', () => {
  let requests: Requests
  let saved: [string, string][]
  const open = (user = 'amina') => {
    saved = []
    return new Outbox({
      storage: window.localStorage,
      user,
      save: requests.save,
      onSaved: (address, value) => saved.push([address.dataElement, value]),
    })
  }
  beforeEach(() => {
    vi.useFakeTimers()
    requests = new Requests()
  })
  afterEach(() => vi.useRealTimers())

  it('sends at once, keeps a copy on the device until the server has it, and says so', async () => {
    const outbox = open()
    outbox.put(field('a'), '1')
    expect(outbox.entry(field('a'))?.state).toBe('saving')
    expect(window.localStorage).toHaveLength(1)
    await requests.answer()
    expect(outbox.entry(field('a'))?.state).toBe('saved')
    expect(saved).toEqual([['a', '1']])
    expect(window.localStorage).toHaveLength(0)
  })

  it('keeps the reason of a refusal, and forgets the value only when told to', async () => {
    const outbox = open()
    outbox.put(field('a'), 'x')
    await requests.answer(refusal())
    expect(outbox.entry(field('a'))).toMatchObject({ state: 'rejected', value: 'x', reason: 'Not an integer (E8120)' })
    await vi.advanceTimersByTimeAsync(120_000)
    expect(requests.open).toHaveLength(0)
    outbox.drop(field('a'))
    expect(outbox.entry(field('a'))).toBeUndefined()
    expect(window.localStorage).toHaveLength(0)
  })

  it('waits when there is no line and tries again by itself', async () => {
    const outbox = open()
    outbox.put(field('a'), '1')
    await requests.answer(offline())
    expect(outbox.entry(field('a'))?.state).toBe('queued')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(requests.open).toHaveLength(1)
    await requests.answer(offline())
    await vi.advanceTimersByTimeAsync(4_999)
    expect(requests.open).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1)
    await requests.answer()
    expect(outbox.entry(field('a'))?.state).toBe('saved')
  })

  it('never lets an earlier value of a field overtake a later one', async () => {
    const outbox = open()
    outbox.put(field('a'), '1')
    outbox.put(field('a'), '2')
    outbox.put(field('a'), '3')
    expect(requests.open.map(({ value }) => value)).toEqual(['1'])
    await requests.answer()
    expect(requests.open.map(({ value }) => value)).toEqual(['3'])
    expect(outbox.entry(field('a'))?.state).toBe('saving')
    await requests.answer()
    expect(outbox.entry(field('a'))).toMatchObject({ state: 'saved', value: '3' })
  })

  it('has at most four requests under way', async () => {
    const outbox = open()
    for (const name of 'abcdef') outbox.put(field(name), '1')
    expect(requests.open).toHaveLength(4)
    await requests.answer()
    expect(requests.open).toHaveLength(4)
    expect(outbox.counts()).toMatchObject({ saved: 1, saving: 5 })
  })

  it('finds what was not sent when the page is opened again, for the same user only', async () => {
    const before = open()
    before.put(field('a'), '1')
    before.close()
    expect(open('juma').counts().queued).toBe(0)
    const after = open()
    expect(after.entry(field('a'))).toMatchObject({ state: 'queued', value: '1' })
    requests.open.length = 0
    after.flush()
    await requests.answer()
    expect(after.entry(field('a'))?.state).toBe('saved')
  })

  it('treats a lost session as a lost line', async () => {
    const outbox = open()
    outbox.put(field('a'), '1')
    await requests.answer(new ApiError('Unauthorized', 401, undefined, ''))
    expect(outbox.entry(field('a'))?.state).toBe('queued')
    outbox.flush()
    await requests.answer()
    expect(outbox.entry(field('a'))?.state).toBe('saved')
  })
})
