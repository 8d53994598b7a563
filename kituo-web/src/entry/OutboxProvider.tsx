import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { useMe } from '../session/me.ts'
import { type FieldAddress, saveValue } from './formValues.ts'
import { Outbox, type OutboxCounts, type OutboxEntry } from './outbox.ts'
import { noteSaved } from './formQuery.ts'

const OutboxContext = createContext<Outbox | undefined>(undefined)

/** Keeps one outbox for as long as the user is here, whichever room is open. */
export function OutboxProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient()
  const { username } = useMe()
  const [outbox] = useState(
    () =>
      new Outbox({
        storage: deviceStorage(),
        user: username,
        save: saveValue,
        onSaved: (field, value) => noteSaved(client, field, value),
      }),
  )
  useEffect(() => {
    const flush = () => outbox.flush()
    window.addEventListener('online', flush)
    flush()
    return () => window.removeEventListener('online', flush)
  }, [outbox])
  return <OutboxContext value={outbox}>{children}</OutboxContext>
}

/** Undefined where the browser forbids storage; figures then live in memory until they are sent. */
function deviceStorage(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}

export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext)
  if (!outbox) throw new Error('useOutbox outside of the provider')
  return outbox
}

/** What is under way for one field; drawn again only when that changes. */
export function useOutboxEntry(field: FieldAddress): OutboxEntry | undefined {
  const outbox = useOutbox()
  return useSyncExternalStore(outbox.subscribe, () => outbox.entry(field))
}

/** Counts of the figures that the test accepts, kept up to date. */
export function useOutboxCounts(accepts?: (field: FieldAddress) => boolean): OutboxCounts {
  const outbox = useOutbox()
  useSyncExternalStore(outbox.subscribe, () => outbox.version)
  return outbox.counts(accepts)
}
