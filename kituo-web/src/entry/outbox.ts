/**
 * The figures on their way to the server. A figure is written to the device's own storage before it is sent and taken
 * out when the server has it, so that neither a lost line nor a closed window loses one. Of two values for the same
 * field the later wins, and is never overtaken by the earlier: a field has at most one request under way.
 *
 * saving -> saved      the server accepted the value
 *        -> queued     no answer, or one that may change by itself; sent again after a pause, or when the line is back
 *        -> rejected   the server's no, with its reason; stays until the user changes or drops the value
 */
import { ApiError } from '../api/http.ts'
import type { FieldAddress } from './formValues.ts'

export type SaveState = 'saving' | 'saved' | 'queued' | 'rejected'

export interface OutboxEntry {
  readonly field: FieldAddress
  readonly value: string
  readonly state: SaveState
  /** Why the value was rejected. */
  readonly reason: string | undefined
}

export interface OutboxCounts {
  readonly saving: number
  readonly saved: number
  readonly queued: number
  readonly rejected: number
}

/** The part of `window.localStorage` that the outbox needs. */
export type EntryStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

interface OutboxParts {
  readonly storage: EntryStorage | undefined
  /** Whose figures: several people may use one device. */
  readonly user: string
  readonly save: (field: FieldAddress, value: string) => Promise<void>
  readonly onSaved: (field: FieldAddress, value: string) => void
}

const CONCURRENT = 4
/** Pauses before the next attempts, in milliseconds; the last one repeats. */
const PAUSES = [2_000, 5_000, 15_000, 30_000] as const

export function fieldKey(field: FieldAddress): string {
  const attribute = field.attribute ? `${field.attribute.combo}:${field.attribute.options.join(',')}` : ''
  return [field.dataSet, field.orgUnit, field.period, attribute, field.dataElement, field.categoryOptionCombo].join('/')
}

export class Outbox {
  private readonly entries = new Map<string, OutboxEntry>()
  private readonly underWay = new Set<string>()
  private readonly listeners = new Set<() => void>()
  private failures = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  /** Grows with every change; what React compares. */
  version = 0

  constructor(private readonly parts: OutboxParts) {
    this.restore()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  entry(field: FieldAddress): OutboxEntry | undefined {
    return this.entries.get(fieldKey(field))
  }

  /** How many figures are in which state, of all forms or of those that the test accepts. */
  counts(accepts: (field: FieldAddress) => boolean = () => true): OutboxCounts {
    const counts = { saving: 0, saved: 0, queued: 0, rejected: 0 }
    for (const entry of this.entries.values()) if (accepts(entry.field)) counts[entry.state]++
    return counts
  }

  /** Takes a new value for a field and sends it as soon as possible. */
  put(field: FieldAddress, value: string): void {
    this.set({ field, value, state: 'saving', reason: undefined })
    this.pump()
  }

  /** Keeps a value that cannot be right, so that it is neither sent nor lost. */
  reject(field: FieldAddress, value: string, reason: string): void {
    this.set({ field, value, state: 'rejected', reason })
  }

  /** Forgets a rejected value: the field shows again what the server has. */
  drop(field: FieldAddress): void {
    const key = fieldKey(field)
    if (this.entries.get(key)?.state !== 'rejected') return
    this.entries.delete(key)
    this.parts.storage?.removeItem(this.storageKey(key))
    this.announce()
  }

  /** Tries at once everything that waits. */
  flush(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    for (const entry of this.entries.values()) {
      if (entry.state === 'queued') this.set({ ...entry, state: 'saving' })
    }
    this.pump()
  }

  /** Stops trying; what waits stays in the device's storage. */
  close(): void {
    clearTimeout(this.timer)
    this.listeners.clear()
  }

  private pump(): void {
    for (const [key, entry] of this.entries) {
      if (this.underWay.size >= CONCURRENT) return
      if (entry.state === 'saving' && !this.underWay.has(key)) void this.send(key, entry)
    }
  }

  private async send(key: string, entry: OutboxEntry): Promise<void> {
    this.underWay.add(key)
    let outcome: OutboxEntry
    try {
      await this.parts.save(entry.field, entry.value)
      this.failures = 0
      this.parts.onSaved(entry.field, entry.value)
      outcome = { ...entry, state: 'saved' }
    } catch (failure) {
      outcome = afterFailure(entry, failure)
    }
    this.underWay.delete(key)
    const isCurrent = this.entries.get(key) === entry
    if (isCurrent) this.set(outcome)
    if (outcome.state === 'queued') this.pause()
    else this.pump()
  }

  /** After a temporary failure everything waits: the next request would most likely fail too. */
  private pause(): void {
    for (const [key, entry] of this.entries) {
      if (entry.state === 'saving' && !this.underWay.has(key)) this.set({ ...entry, state: 'queued' })
    }
    if (this.timer !== undefined) return
    const pause = PAUSES[Math.min(this.failures, PAUSES.length - 1)]
    this.failures++
    this.timer = setTimeout(() => this.flush(), pause)
  }

  private set(entry: OutboxEntry): void {
    const key = fieldKey(entry.field)
    this.entries.set(key, entry)
    if (entry.state === 'saved') this.parts.storage?.removeItem(this.storageKey(key))
    else this.store(key, entry)
    this.announce()
  }

  private store(key: string, entry: OutboxEntry): void {
    try {
      this.parts.storage?.setItem(this.storageKey(key), JSON.stringify(entry))
    } catch {
      // A full or forbidden storage must not stop entry: the figure is still in memory and is being sent.
    }
  }

  private restore(): void {
    const { storage } = this.parts
    if (!storage) return
    const prefix = this.storageKey('')
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
    for (const key of keys) {
      if (!key?.startsWith(prefix)) continue
      const entry = JSON.parse(storage.getItem(key) ?? 'null') as OutboxEntry | null
      if (entry) this.entries.set(fieldKey(entry.field), entry.state === 'saving' ? { ...entry, state: 'queued' } : entry)
    }
  }

  private storageKey(key: string): string {
    return `kituo.unsent/${this.parts.user}/${key}`
  }

  private announce(): void {
    this.version++
    for (const listener of this.listeners) listener()
  }
}

function afterFailure(entry: OutboxEntry, failure: unknown): OutboxEntry {
  if (failure instanceof ApiError && !failure.isTemporary) {
    const code = failure.errorCode ? ` (${failure.errorCode})` : ''
    return { ...entry, state: 'rejected', reason: (failure.message || `HTTP ${failure.status}`) + code }
  }
  return { ...entry, state: 'queued' }
}
