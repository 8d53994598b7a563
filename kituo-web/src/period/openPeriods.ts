import type { Day } from './day.ts'
import { parseDay } from './day.ts'
import type { Period, PeriodType } from './periodType.ts'

/** A period that a data set names explicitly, with the span of days in which its figures are accepted. */
export interface DataInputPeriod {
  readonly period: { readonly id: string }
  readonly openingDate?: string
  readonly closingDate?: string
}

export interface EntryRule {
  /** How many periods, counted from the current one, are open before they end. 0: only finished periods. */
  readonly openFuturePeriods: number
  /** When not empty, only these periods take figures, and the rule above does not hold. */
  readonly dataInputPeriods: readonly DataInputPeriod[]
}

/**
 * The periods that a form may be opened for, newest first. Closed ones (expired, approved) are in the list too: their
 * figures can still be looked at, and the server says that they are closed.
 */
export function openPeriods(type: PeriodType, rule: EntryRule, now: Day, count: number): Period[] {
  if (rule.dataInputPeriods.length > 0) return inputPeriods(type, rule.dataInputPeriods, now).slice(0, count)
  let period = type.containing(now)
  if (rule.openFuturePeriods <= 0) period = type.containing(period.start - 1)
  for (let ahead = 1; ahead < rule.openFuturePeriods; ahead++) period = type.containing(period.end + 1)
  const periods = [period]
  while (periods.length < count) {
    const earlier = type.containing(period.start - 1)
    // where periods are listed, the first of them has none before it
    if (earlier.id === period.id) break
    period = earlier
    periods.push(period)
  }
  return periods
}

function inputPeriods(type: PeriodType, inputs: readonly DataInputPeriod[], now: Day): Period[] {
  const isOpen = (input: DataInputPeriod) => {
    const opening = input.openingDate ? parseDay(input.openingDate) : undefined
    const closing = input.closingDate ? parseDay(input.closingDate) : undefined
    return (opening === undefined || now >= opening) && (closing === undefined || now <= closing)
  }
  const open = new Map<string, Period>()
  for (const input of inputs.filter(isOpen)) {
    const period = type.parse(input.period.id)
    if (period) open.set(period.id, period)
  }
  return [...open.values()].sort((a, b) => b.start - a.start)
}

/** How many periods a list shows at first, and adds each time that earlier ones are asked for: about two years. */
export function pageOfPeriods(type: PeriodType, now: Day): number {
  const period = type.containing(now)
  const days = period.end - period.start + 1
  return Math.max(10, Math.min(62, Math.round(730 / days)))
}
