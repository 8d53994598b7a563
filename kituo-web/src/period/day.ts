/**
 * Calendar days as whole numbers: days since 1970-01-01 in the ISO calendar. Arithmetic on them knows neither time
 * zones nor daylight saving, which is what periods need.
 */
export type Day = number

const MILLISECONDS = 86_400_000

export function dayOf(year: number, month: number, date: number): Day {
  return Math.round(Date.UTC(year, month - 1, date) / MILLISECONDS)
}

/** Year, month (1 to 12) and day of the month. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  const date = new Date(day * MILLISECONDS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() }
}

/** 1 = Monday to 7 = Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** yyyy-MM-dd */
export function isoDay(day: Day): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10)
}

/** Reads yyyy-MM-dd, with anything after it left out; undefined if it is no date. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(text)
  if (!match) return undefined
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
  return isoDay(day) === match[0] ? day : undefined
}

/** The day it is where the user sits. */
export function today(clock: Date = new Date()): Day {
  return dayOf(clock.getFullYear(), clock.getMonth() + 1, clock.getDate())
}
