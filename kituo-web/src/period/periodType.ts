/**
 * DHIS2's fixed period types. They come in four families - days, weeks, pairs of weeks, and groups of months - and a
 * type is a row of parameters of its family. Everything else (lists, names, what is open) is derived from two
 * functions: the period that contains a day, and the period with an identifier.
 */
import { t, languageTag } from '../app/messages.ts'
import { type Day, dayOf, isoDay, parseDay, partsOf, weekdayOf } from './day.ts'

export interface Period {
  /** DHIS2's identifier, for example `202401`, `2024W5`, `2024April`. */
  readonly id: string
  readonly name: string
  readonly start: Day
  /** The last day, included. */
  readonly end: Day
}

export interface PeriodType {
  readonly name: string
  /** The period that the day lies in. */
  containing(day: Day): Period
  /** The period with this identifier, or undefined if it is none of this type. */
  parse(id: string): Period | undefined
}

/** Formats are slow to make, and a list of periods needs the same one again and again. */
const monthFormats = new Map<string, Intl.DateTimeFormat>()

function monthName(day: Day, withYear: boolean): string {
  const key = `${languageTag()} ${withYear}`
  let format = monthFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(languageTag(), {
      month: 'long',
      ...(withYear ? { year: 'numeric' } : {}),
      timeZone: 'UTC',
    })
    monthFormats.set(key, format)
  }
  return format.format(new Date(isoDay(day)))
}

const daily: PeriodType = {
  name: 'Daily',
  containing(day) {
    return { id: isoDay(day).replaceAll('-', ''), name: isoDay(day), start: day, end: day }
  },
  parse(id) {
    const match = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(id)
    const day = match ? parseDay(`${match[1]}-${match[2]}-${match[3]}`) : undefined
    return day === undefined ? undefined : daily.containing(day)
  },
}

/** First day of week 1: the week, counted from the given weekday, that has at least four days in the year. */
function firstWeekStart(year: number, weekStart: number): Day {
  const fourth = dayOf(year, 1, 4)
  return fourth - ((weekdayOf(fourth) - weekStart + 7) % 7)
}

function weekOf(day: Day, weekStart: number): { year: number; week: number } {
  const calendarYear = partsOf(day).year
  const year =
    day >= firstWeekStart(calendarYear + 1, weekStart)
      ? calendarYear + 1
      : day < firstWeekStart(calendarYear, weekStart)
        ? calendarYear - 1
        : calendarYear
  return { year, week: Math.floor((day - firstWeekStart(year, weekStart)) / 7) + 1 }
}

function weekly(name: string, weekStart: number, mark: string): PeriodType {
  const make = (year: number, week: number): Period => {
    const start = firstWeekStart(year, weekStart) + (week - 1) * 7
    return {
      id: `${year}${mark}W${week}`,
      name: t('period.week', { n: week, start: isoDay(start), end: isoDay(start + 6) }),
      start,
      end: start + 6,
    }
  }
  const pattern = new RegExp(`^(\\d{4})${mark}W(\\d{1,2})$`)
  return {
    name,
    containing(day) {
      const { year, week } = weekOf(day, weekStart)
      return make(year, week)
    },
    parse(id) {
      const match = pattern.exec(id)
      if (!match) return undefined
      const year = Number(match[1])
      const week = Number(match[2])
      const weeks = (firstWeekStart(year + 1, weekStart) - firstWeekStart(year, weekStart)) / 7
      return week >= 1 && week <= weeks ? make(year, week) : undefined
    },
  }
}

const MONDAY = 1

function makeBiWeek(year: number, n: number): Period {
  const start = firstWeekStart(year, MONDAY) + (n - 1) * 14
  return {
    id: `${year}BiW${n}`,
    name: t('period.biWeek', { n, start: isoDay(start), end: isoDay(start + 13) }),
    start,
    end: start + 13,
  }
}

/** Bi-week n covers the weeks 2n-1 and 2n; the 27th of a year with 53 weeks overlaps the next year's first. */
const biWeekly: PeriodType = {
  name: 'BiWeekly',
  containing(day) {
    const { year, week } = weekOf(day, MONDAY)
    return makeBiWeek(year, Math.ceil(week / 2))
  },
  parse(id) {
    const match = /^(\d{4})BiW(\d{1,2})$/.exec(id)
    if (!match) return undefined
    const year = Number(match[1])
    const n = Number(match[2])
    const weeks = (firstWeekStart(year + 1, MONDAY) - firstWeekStart(year, MONDAY)) / 7
    return n >= 1 && n <= Math.ceil(weeks / 2) ? makeBiWeek(year, n) : undefined
  },
}

interface MonthFamily {
  readonly name: string
  /** Months in one period. */
  readonly months: 1 | 2 | 3 | 6 | 12
  /** The month (1 to 12) that the type's year begins with. */
  readonly firstMonth: number
  /** True when a year is named after the calendar year that it ends in. */
  readonly namedByEnd?: boolean
  /** Writes the identifier from the year's label and the period's number within the year. */
  readonly id: (year: string, n: number) => string
  /** Matches the identifier: group 1 the year, group 2 (if any) the number. */
  readonly pattern: RegExp
}

function monthly(family: MonthFamily): PeriodType {
  const perYear = 12 / family.months
  const make = (year: number, n: number): Period => {
    const calendarYear = family.namedByEnd ? year - 1 : year
    const month = family.firstMonth + (n - 1) * family.months
    const start = dayOf(calendarYear, month, 1)
    const end = dayOf(calendarYear, month + family.months, 1) - 1
    return { id: family.id(String(year), n), name: monthsName(family, start, end), start, end }
  }
  return {
    name: family.name,
    containing(day) {
      const { year, month } = partsOf(day)
      const startYear = month >= family.firstMonth ? year : year - 1
      const offset = (month - family.firstMonth + 12) % 12
      return make(startYear + (family.namedByEnd ? 1 : 0), Math.floor(offset / family.months) + 1)
    },
    parse(id) {
      const match = family.pattern.exec(id)
      if (!match) return undefined
      const n = match[2] === undefined ? 1 : Number(match[2])
      return n >= 1 && n <= perYear ? make(Number(match[1]), n) : undefined
    },
  }
}

function monthsName(family: MonthFamily, start: Day, end: Day): string {
  if (family.months === 1) return monthName(start, true)
  if (family.name === 'Yearly') return String(partsOf(start).year)
  const sameYear = partsOf(start).year === partsOf(end).year
  return `${monthName(start, !sameYear)} - ${monthName(end, true)}`
}

function financial(name: string, mark: string, firstMonth: number, namedByEnd = false): MonthFamily {
  const pattern = new RegExp(`^(\\d{4})${mark}$`)
  return { name, months: 12, firstMonth, namedByEnd, id: (year) => year + mark, pattern }
}

const two = (n: number) => String(n).padStart(2, '0')

const monthFamilies: readonly MonthFamily[] = [
  { name: 'Monthly', months: 1, firstMonth: 1, id: (y, n) => y + two(n), pattern: /^(\d{4})-?(\d\d)$/ },
  { name: 'BiMonthly', months: 2, firstMonth: 1, id: (y, n) => `${y}${two(n)}B`, pattern: /^(\d{4})(\d\d)B$/ },
  { name: 'Quarterly', months: 3, firstMonth: 1, id: (y, n) => `${y}Q${n}`, pattern: /^(\d{4})Q(\d)$/ },
  {
    name: 'QuarterlyNov',
    months: 3,
    firstMonth: 11,
    namedByEnd: true,
    id: (y, n) => `${y}NovQ${n}`,
    pattern: /^(\d{4})NovQ(\d)$/,
  },
  { name: 'SixMonthly', months: 6, firstMonth: 1, id: (y, n) => `${y}S${n}`, pattern: /^(\d{4})S(\d)$/ },
  {
    name: 'SixMonthlyApril',
    months: 6,
    firstMonth: 4,
    id: (y, n) => `${y}AprilS${n}`,
    pattern: /^(\d{4})AprilS(\d)$/,
  },
  {
    name: 'SixMonthlyNov',
    months: 6,
    firstMonth: 11,
    namedByEnd: true,
    id: (y, n) => `${y}NovS${n}`,
    pattern: /^(\d{4})NovS(\d)$/,
  },
  { name: 'Yearly', months: 12, firstMonth: 1, id: (y) => y, pattern: /^(\d{4})$/ },
  financial('FinancialFeb', 'Feb', 2),
  financial('FinancialApril', 'April', 4),
  financial('FinancialJuly', 'July', 7),
  financial('FinancialAug', 'Aug', 8),
  financial('FinancialSep', 'Sep', 9),
  financial('FinancialOct', 'Oct', 10),
  financial('FinancialNov', 'Nov', 11, true),
]

/** All period types, by the name that metadata use. */
export const periodTypes: ReadonlyMap<string, PeriodType> = new Map(
  [
    daily,
    weekly('Weekly', 1, ''),
    weekly('WeeklyWednesday', 3, 'Wed'),
    weekly('WeeklyThursday', 4, 'Thu'),
    weekly('WeeklyFriday', 5, 'Fri'),
    weekly('WeeklySaturday', 6, 'Sat'),
    weekly('WeeklySunday', 7, 'Sun'),
    biWeekly,
    ...monthFamilies.map(monthly),
  ].map((type) => [type.name, type]),
)
