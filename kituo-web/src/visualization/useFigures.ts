import { useQueries } from '@tanstack/react-query'
import { ConditionalReader, type Dated } from '../api/http.ts'
import type { AnalyticsAnswer } from './cube.ts'

/** How often visible figures are asked for again, in milliseconds. An unchanged answer costs a 304 without a body. */
const POLL = 5_000
const POLL_AFTER_ERROR = 20_000

const reader = new ConditionalReader()

export interface Figures {
  /** All answers in the order of the addresses; undefined until the last one is there. */
  readonly answers: readonly AnalyticsAnswer[] | undefined
  readonly error: Error | null
  /** The moment up to which the figures are complete, as the server says, or when they came. */
  readonly asOf: Date | undefined
  readonly retry: () => void
}

/**
 * Asks `/api/analytics` and, as long as the item is on the screen and the page is looked at, asks again. Answers that
 * have not changed keep their identity; after a failure the last good figures stay.
 */
export function useFigures(addresses: readonly string[], isVisible: boolean): Figures {
  return useQueries({
    queries: addresses.map((url) => ({
      queryKey: ['analytics', url],
      queryFn: ({ signal }: { signal: AbortSignal }) => reader.read<AnalyticsAnswer>(url, signal),
      enabled: isVisible,
      refetchInterval: (query: { state: { status: string } }) =>
        query.state.status === 'error' ? POLL_AFTER_ERROR : POLL,
      staleTime: POLL,
      retry: false,
    })),
    combine: combined,
  })
}

interface Answered {
  readonly data: Dated<AnalyticsAnswer> | undefined
  readonly error: Error | null
  readonly dataUpdatedAt: number
  readonly refetch: () => unknown
}

function combined(results: readonly Answered[]): Figures {
  const found = results.flatMap(({ data }) => (data ? [data] : []))
  const stamps = results.map(({ data, dataUpdatedAt }) => (data?.asOf ? Date.parse(data.asOf) : dataUpdatedAt))
  const complete = results.length > 0 && found.length === results.length
  return {
    answers: complete ? found.map(({ data }) => data) : undefined,
    error: results.find(({ error }) => error)?.error ?? null,
    asOf: complete ? new Date(Math.min(...stamps)) : undefined,
    retry: () => results.forEach((result) => void result.refetch()),
  }
}
