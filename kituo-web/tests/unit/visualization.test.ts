import { describe, expect, it } from 'vitest'
import { chartOption } from '../../src/visualization/chartOption.ts'
import { shortName } from '../../src/visualization/shortName.ts'
import { type AnalyticsAnswer, cubeOf, filterNames, sortedAndCut, withoutEmpty, yearOverYearCube } from '../../src/visualization/cube.ts'
import { legendOf, textOn } from '../../src/visualization/legend.ts'
import { formatNumber } from '../../src/visualization/numbers.ts'
import { Pivot, headerSpans } from '../../src/visualization/pivot.ts'
import { questionsOf } from '../../src/visualization/question.ts'
import type { Visualization } from '../../src/visualization/visualization.ts'
import { dayOf } from '../../src/period/day.ts'

const answer: AnalyticsAnswer = {
  headers: [{ name: 'dx' }, { name: 'pe' }, { name: 'ou' }, { name: 'value' }],
  metaData: {
    items: {
      cases: { name: 'Cases', totalAggregationType: 'SUM' },
      rate: { name: 'Rate', totalAggregationType: 'AVERAGE' },
      '202401': { name: 'January 2024' },
      '202402': { name: 'February 2024' },
      north: { name: 'North' },
      south: { name: 'South' },
      ou: { name: 'Organisation unit' },
      USER_ORGUNIT: { organisationUnits: ['north', 'south'] },
    },
    dimensions: { dx: ['cases', 'rate'], pe: ['202401', '202402'], ou: ['north', 'south'] },
  },
  rows: [
    ['rate', '202402', 'north', '12.5'],
    ['cases', '202402', 'north', '7'],
    ['cases', '202401', 'north', '5'],
    ['rate', '202401', 'north', '7.5'],
    ['cases', '202401', 'south', '0'],
  ],
}

const axis = (dimension: string, ...ids: string[]) => ({ dimension, items: ids.map((id) => ({ id })) })

const visualization: Visualization = {
  id: 'vis',
  displayName: 'Cases',
  type: 'PIVOT_TABLE',
  columns: [axis('pe', '202401', '202402'), axis('dx', 'cases', 'rate')],
  rows: [axis('ou', 'north', 'south')],
  filters: [],
}
const cube = cubeOf(answer, visualization.columns, visualization.rows)

describe('an answer as a cube', () => {
  it('takes the order of its axes from the dimensions and not from the rows', () => {
    expect(cube.columns.tuples.map((tuple) => tuple.join(' '))).toEqual([
      '202401 cases',
      '202401 rate',
      '202402 cases',
      '202402 rate',
    ])
  })

  it('tells nothing from zero', () => {
    expect(cube.value(['202401', 'cases'], ['south'])).toBe(0)
    expect(cube.value(['202402', 'cases'], ['south'])).toBeUndefined()
  })

  it('leaves out what is empty when asked to', () => {
    const shown = withoutEmpty(cubeOf(answer, [axis('dx')], [axis('ou'), axis('pe')]), { rows: true, columns: false })
    expect(shown.rows.tuples).toEqual([['north', '202401'], ['north', '202402'], ['south', '202401']])
  })

  it('sorts and cuts rows by their sum', () => {
    const byUnit = cubeOf(answer, [axis('dx')], [axis('ou'), axis('pe')])
    expect(sortedAndCut(byUnit, -1, 2).rows.tuples).toEqual([['north', '202402'], ['north', '202401']])
  })

  it('names what it is restricted to, the user units by their names', () => {
    expect(filterNames([axis('ou', 'USER_ORGUNIT'), axis('pe', '202401')], answer)).toBe('North, South · January 2024')
  })

  it('lays years over each other by position', () => {
    const ofYear = (year: number, value: string): AnalyticsAnswer => ({
      headers: [{ name: 'dx' }, { name: 'pe' }, { name: 'value' }],
      metaData: {
        items: { [`${year}01`]: { name: `January ${year}` }, [`${year}02`]: { name: `February ${year}` } },
        dimensions: { dx: ['cases'], pe: [`${year}01`, `${year}02`] },
      },
      rows: [['cases', `${year}02`, value]],
    })
    const years = yearOverYearCube([ofYear(2023, '3'), ofYear(2024, '4')], [2023, 2024])
    expect(years.rows.tuples.map(([id = '']) => years.name(id))).toEqual(['January', 'February'])
    expect(years.columns.tuples.map((year) => years.value(year, ['1']))).toEqual([3, 4])
    expect(years.value(['2023'], ['0'])).toBeUndefined()
  })
})

describe('a pivot table', () => {
  const pivot = new Pivot(cube, visualization)

  it('spans headers over their children', () => {
    expect(headerSpans(cube.columns.tuples, 2)).toEqual([
      [{ id: '202401', span: 2 }, { id: '202402', span: 2 }],
      [
        { id: 'cases', span: 1 },
        { id: 'rate', span: 1 },
        { id: 'cases', span: 1 },
        { id: 'rate', span: 1 },
      ],
    ])
  })

  it('adds counts, averages rates, and does not mix them', () => {
    expect(pivot.columnTotal(['202401', 'cases'])).toBe(5)
    expect(pivot.rowTotal(['north'])).toBeUndefined()
    const rates = { ...visualization, columns: [axis('pe', '202401', '202402')], filters: [axis('dx', 'rate')] }
    const onlyRates = cubeOf({ ...answer, rows: answer.rows.filter(([dx]) => dx === 'rate') }, rates.columns, rates.rows)
    expect(new Pivot(onlyRates, rates).rowTotal(['north'])).toBe(10)
  })

  it('shows shares of a row when asked to', () => {
    const shares = { ...visualization, columns: [axis('pe', '202401', '202402')], filters: [axis('dx', 'cases')], numberType: 'ROW_PERCENTAGE' } as const
    const counts = cubeOf({ ...answer, rows: answer.rows.filter(([dx]) => dx === 'cases') }, shares.columns, shares.rows)
    expect(new Pivot(counts, shares).cell(['202401'], ['north']).value).toBeCloseTo(41.67, 2)
  })
})

describe('a chart', () => {
  it('has a series per column and a gap where there is no figure', () => {
    const line: Visualization = { ...visualization, type: 'LINE', columns: [axis('ou', 'north', 'south')], rows: [axis('pe')], filters: [axis('dx', 'cases')] }
    const counts = cubeOf({ ...answer, rows: answer.rows.filter(([dx]) => dx === 'cases') }, line.columns, line.rows)
    const option = chartOption(line, counts, () => undefined, 600)
    expect(option.series).toMatchObject([
      { name: 'North', type: 'line', data: [5, 7] },
      { name: 'South', type: 'line', data: [0, null] },
    ])
    expect(option.xAxis).toMatchObject({ data: ['January 2024', 'February 2024'] })
  })
})

describe('a question', () => {
  it('carries columns and rows as dimensions, filters as filters, relative periods as keywords', () => {
    const [url = ''] = questionsOf({ ...visualization, rows: [axis('ou', 'LEVEL-2', 'north')], filters: [axis('GroupSetUid')] })
    expect(url).toContain('/api/analytics?dimension=pe:202401;202402&dimension=dx:cases;rate&dimension=ou:LEVEL-2;north&filter=GroupSetUid&')
  })

  it('is asked once per year for year over year', () => {
    const urls = questionsOf({ ...visualization, type: 'YEAR_OVER_YEAR_LINE', yearlySeries: ['THIS_YEAR', 'LAST_YEAR'] }, dayOf(2024, 2, 29))
    expect(urls.map((url) => /relativePeriodDate=([\d-]+)/.exec(url)?.[1])).toEqual(['2023-02-28', '2024-02-28'])
  })

  it('shows the own units and the last twelve months where none are named', () => {
    const none = (dimension: string) => ({ dimension, items: [] })
    const [url = ''] = questionsOf({ ...visualization, rows: [none('pe')], filters: [none('ou')] })
    expect(url).toContain('dimension=pe:LAST_12_MONTHS')
    expect(url).toContain('filter=ou:USER_ORGUNIT')
  })
})

describe('numbers and colours', () => {
  it('writes thousands as asked', () => {
    expect(formatNumber(1234567.5, 'COMMA')).toBe('1,234,567.5')
    expect(formatNumber(-1234, 'SPACE')).toBe('-1\u00a0234')
    expect(formatNumber(0.1 + 0.2, 'NONE')).toBe('0.3')
  })

  it('puts a limit into the class that begins there, and the greatest value into the last', () => {
    const legends = [
      { id: 'b', displayName: 'High', startValue: 50, endValue: 100, color: '#000000' },
      { id: 'a', displayName: 'Low', startValue: 0, endValue: 50, color: '#ffffff' },
    ]
    const set = { id: 's', displayName: 'S', legends }
    expect([0, 49.9, 50, 100, 101].map((value) => legendOf(set, value)?.displayName)).toEqual(['Low', 'Low', 'High', 'High', undefined])
  })

  it('writes black on light and white on dark', () => {
    expect([textOn('#fee08b'), textOn('#7f0000')]).toEqual(['#000000', '#ffffff'])
  })
})

describe('names along an axis', () => {
  it.each([
    ['November 2025', 'Nov 2025'],
    ['May', 'May'],
    ['Week 36 - 2026-08-31 - 2026-09-06', 'Week 36'],
    ['Lantozu Central Region', 'Lantozu Central Region'],
  ])('%s', (name, short) => expect(shortName(name)).toBe(short))
})
