import { describe, expect, it } from 'vitest'
import { listedType } from '../../src/period/calendar.ts'
import { dayOf, isoDay, weekdayOf } from '../../src/period/day.ts'
import { openPeriods } from '../../src/period/openPeriods.ts'
import { periodTypes } from '../../src/period/periodType.ts'

const type = (name: string) => {
  const found = periodTypes.get(name)
  if (!found) throw new Error(name)
  return found
}

/** Identifier, first and last day, as DHIS2 defines them. */
const known: readonly (readonly [string, string, string, string])[] = [
  ['Daily', '20240229', '2024-02-29', '2024-02-29'],
  ['Weekly', '2024W5', '2024-01-29', '2024-02-04'],
  ['Weekly', '2019W1', '2018-12-31', '2019-01-06'],
  ['Weekly', '2020W53', '2020-12-28', '2021-01-03'],
  ['WeeklyWednesday', '2024WedW1', '2024-01-03', '2024-01-09'],
  ['WeeklySunday', '2024SunW1', '2023-12-31', '2024-01-06'],
  ['BiWeekly', '2024BiW3', '2024-01-29', '2024-02-11'],
  ['Monthly', '202402', '2024-02-01', '2024-02-29'],
  ['BiMonthly', '202402B', '2024-03-01', '2024-04-30'],
  ['Quarterly', '2024Q4', '2024-10-01', '2024-12-31'],
  ['QuarterlyNov', '2024NovQ1', '2023-11-01', '2024-01-31'],
  ['QuarterlyNov', '2024NovQ4', '2024-08-01', '2024-10-31'],
  ['SixMonthly', '2024S2', '2024-07-01', '2024-12-31'],
  ['SixMonthlyApril', '2024AprilS2', '2024-10-01', '2025-03-31'],
  ['SixMonthlyNov', '2024NovS1', '2023-11-01', '2024-04-30'],
  ['Yearly', '2024', '2024-01-01', '2024-12-31'],
  ['FinancialApril', '2024April', '2024-04-01', '2025-03-31'],
  ['FinancialOct', '2024Oct', '2024-10-01', '2025-09-30'],
  ['FinancialNov', '2024Nov', '2023-11-01', '2024-10-31'],
]

describe('period types', () => {
  it.each(known)('%s %s runs from %s to %s', (name, id, start, end) => {
    const period = type(name).parse(id)
    expect(period && [period.id, isoDay(period.start), isoDay(period.end)]).toEqual([id, start, end])
  })

  it.each([...periodTypes.keys()])('%s: the days of twelve years lie in the period that says so', (name) => {
    for (let day = dayOf(2015, 1, 1); day < dayOf(2027, 1, 1); day++) {
      const period = type(name).containing(day)
      // The 27th bi-week of a long year overlaps the next year's first, which therefore never "contains" its last days.
      expect(period.start <= day && day <= period.end, `${period.id} ${isoDay(day)}`).toBe(true)
      expect(type(name).parse(period.id)).toEqual(period)
    }
  })

  it.each([
    ['Monthly', '202413'],
    ['Monthly', '2024Q1'],
    ['Weekly', '2021W53'],
    ['BiMonthly', '202407B'],
    ['Quarterly', '2024Q5'],
    ['Daily', '20230229'],
  ])('%s has no period %s', (name, id) => {
    expect(type(name).parse(id)).toBeUndefined()
  })

  it('knows weekdays', () => {
    expect(weekdayOf(dayOf(2024, 1, 29))).toBe(1)
    expect(weekdayOf(dayOf(1969, 12, 28))).toBe(7)
  })

  it('names periods in words', () => {
    expect(type('Monthly').parse('202401')?.name).toBe('January 2024')
    expect(type('Quarterly').parse('2024Q1')?.name).toBe('January - March 2024')
    expect(type('FinancialApril').parse('2024April')?.name).toBe('April 2024 - March 2025')
    expect(type('Weekly').parse('2024W5')?.name).toBe('Week 5 - 2024-01-29 - 2024-02-04')
  })
})

describe('open periods', () => {
  const now = dayOf(2024, 3, 15)
  const ids = (openFuturePeriods: number, count = 3) =>
    openPeriods(type('Monthly'), { openFuturePeriods, dataInputPeriods: [] }, now, count).map(({ id }) => id)

  it('end with the last finished period when no future period is open', () => {
    expect(ids(0)).toEqual(['202402', '202401', '202312'])
  })

  it('reach to the current and to later ones as the data set allows', () => {
    expect(ids(1)).toEqual(['202403', '202402', '202401'])
    expect(ids(3)).toEqual(['202405', '202404', '202403'])
  })

  it('are the named ones, as long as these are open, when the data set names some', () => {
    const dataInputPeriods = [
      { period: { id: '202401' } },
      { period: { id: '202402' }, openingDate: '2024-03-01T00:00:00.000', closingDate: '2024-03-31T00:00:00.000' },
      { period: { id: '202312' }, closingDate: '2024-01-31' },
      { period: { id: '202404' }, openingDate: '2024-04-01' },
    ]
    const periods = openPeriods(type('Monthly'), { openFuturePeriods: 0, dataInputPeriods }, now, 10)
    expect(periods.map(({ id }) => id)).toEqual(['202402', '202401'])
  })
})

describe('periods of another calendar, as the server lists them', () => {
  const months = [
    { id: '201512', name: 'Nehasse 2015', startDate: '2023-08-07', endDate: '2023-09-11' },
    { id: '201601', name: 'Meskerem 2016', startDate: '2023-09-12', endDate: '2023-10-11' },
    { id: '201602', name: 'Tekemt 2016', startDate: '2023-10-12', endDate: '2023-11-10' },
  ]
  const listed = listedType('Monthly', months)

  it('are found by day and identifier', () => {
    expect(listed?.containing(dayOf(2023, 9, 11)).id).toBe('201512')
    expect(listed?.containing(dayOf(2023, 9, 12)).name).toBe('Meskerem 2016')
    expect(listed?.containing(dayOf(2030, 1, 1)).id).toBe('201602')
    expect(listed?.parse('201601')?.start).toBe(dayOf(2023, 9, 12))
    expect(listed?.parse('202401')).toBeUndefined()
  })

  it('are offered newest first, as far back as they are listed', () => {
    const rule = { openFuturePeriods: 0, dataInputPeriods: [] }
    expect(listed && openPeriods(listed, rule, dayOf(2023, 10, 20), 24).map(({ id }) => id)).toEqual(['201601', '201512'])
    expect(listedType('Lunar', [])).toBeUndefined()
  })
})
