/**
 * Period types in the calendar of the system. Periods of the ISO calendar are computed here; those of other calendars
 * are asked from the server, some years around today, so that calendars are in one place only.
 */
import { useQuery } from '@tanstack/react-query'
import { getJson } from '../api/http.ts'
import { type Day, isoDay, parseDay, today } from './day.ts'
import { type Period, type PeriodType, periodTypes } from './periodType.ts'

const ISO: readonly string[] = ['iso8601', 'gregorian']
const DAYS_BEFORE = 3653
const DAYS_AFTER = 1461

interface ListedPeriod {
  readonly id: string
  readonly name: string
  readonly startDate: string
  readonly endDate: string
}

/** A type of which all periods that matter are listed, ascending: a day outside belongs to the nearest. */
export function listedType(name: string, listed: readonly ListedPeriod[]): PeriodType | undefined {
  const periods = listed.map(({ id, name, startDate, endDate }): Period => {
    return { id, name, start: parseDay(startDate) ?? 0, end: parseDay(endDate) ?? 0 }
  })
  const last = periods.at(-1)
  if (!last) return undefined
  return {
    name,
    containing: (day) => periods.find(({ end }) => day <= end) ?? last,
    parse: (id) => periods.find((period) => period.id === id),
  }
}

/** The type of this name in the calendar of the system; undefined while that is asked for, and for unknown names. */
export function usePeriodType(name: string, now: Day = today()): PeriodType | undefined {
  const calendar = useQuery({
    queryKey: ['calendar'],
    queryFn: ({ signal }) =>
      getJson<{ keyCalendar: string }>('/api/systemSettings', [['key', 'keyCalendar']], signal),
    staleTime: 5 * 60_000,
    select: ({ keyCalendar }) => keyCalendar,
  })
  const isOther = calendar.data !== undefined && !ISO.includes(calendar.data)
  const listed = useQuery({
    queryKey: ['periods', calendar.data, name, now],
    queryFn: ({ signal }) => fetchPeriods(name, now, signal),
    enabled: isOther,
    staleTime: Infinity,
    select: (periods) => listedType(name, periods),
  })
  if (calendar.data === undefined) return undefined
  return isOther ? listed.data : periodTypes.get(name)
}

async function fetchPeriods(name: string, now: Day, signal: AbortSignal): Promise<readonly ListedPeriod[]> {
  const answer = await getJson<{ periods: readonly ListedPeriod[] }>(
    '/api/kituo/periods',
    [
      ['periodType', name],
      ['startDate', isoDay(now - DAYS_BEFORE)],
      ['endDate', isoDay(now + DAYS_AFTER)],
    ],
    signal,
  )
  return answer.periods
}
