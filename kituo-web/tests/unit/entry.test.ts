import { describe, expect, it } from 'vitest'
import { nextCell } from '../../src/entry/cellMoves.ts'
import type { CategoryCombo, DataSetMetadata } from '../../src/entry/dataSet.ts'
import { layOut } from '../../src/entry/formLayout.ts'
import { problemOfValue } from '../../src/entry/valueRules.ts'
import { categoryCombos, dataSets } from '../fixture/world.mjs'

const combos = new Map((categoryCombos as CategoryCombo[]).map((combo) => [combo.id, combo]))
const metadata = (id: string): DataSetMetadata => {
  const dataSet = (dataSets as unknown as DataSetMetadata['dataSet'][]).find((each) => each.id === id)
  if (!dataSet) throw new Error(id)
  return { dataSet, combos }
}

describe('the layout of a form', () => {
  const [malaria, mothers, stores] = layOut(metadata('dataSetMon1'))

  it('nests the categories in the header', () => {
    const [table] = malaria?.tables ?? []
    expect(table?.headerRows.map((row) => row.map(({ name, span }) => `${name}:${span}`))).toEqual([
      ['0-4 years:2', '5-14 years:2', '15+ years:2'],
      ['Female:1', 'Male:1', 'Female:1', 'Male:1', 'Female:1', 'Male:1'],
    ])
    expect(table?.columns.map(({ name }) => name)).toContain('5-14 years, Male')
    expect(new Set(table?.columns.map(({ categoryOptionCombo }) => categoryOptionCombo)).size).toBe(6)
  })

  it('finds the option combo of a column by its options, in whatever order these are listed', () => {
    const reversed = new Map(combos)
    const ageSex = combos.get('comboAgeSex')
    if (!ageSex) throw new Error('no combo')
    const turned = ageSex.categoryOptionCombos.map((coc) => ({ ...coc, categoryOptions: coc.categoryOptions.toReversed() }))
    reversed.set('comboAgeSex', { ...ageSex, categoryOptionCombos: turned.toReversed() })
    expect(layOut({ ...metadata('dataSetMon1'), combos: reversed })[0]?.tables[0]?.columns).toEqual(malaria?.tables[0]?.columns)
  })

  it('leaves grey fields out and marks required ones', () => {
    expect(malaria?.tables[0]?.rows[1]?.cells.map((cell) => cell !== undefined)).toEqual([true, true, true, true, true, false])
    expect(mothers?.tables[0]?.rows.map((row) => row.cells[0]?.required)).toEqual([true, false, false])
  })

  it('gives totals to numbers only, and only where the section wants them', () => {
    expect([malaria, mothers, stores].map((section) => section?.tables[0]?.rowTotals)).toEqual([true, false, false])
    expect(malaria?.tables[0]?.columnTotals).toBe(true)
  })

  it('groups by category combo when there are no sections', () => {
    const [section] = layOut(metadata('dataSetFund'))
    expect(section?.tables.map((table) => table.columns.length)).toEqual([1, 6])
  })
})

describe('the cursor', () => {
  const grid = (table: number, rows: number, columns: number) =>
    Array.from({ length: rows * columns }, (_, index) => ({ table, row: Math.floor(index / columns), column: index % columns }))
  const cells = [...grid(0, 2, 3), ...grid(1, 2, 1)].filter(({ table, row, column }) => !(table === 0 && row === 1 && column === 1))

  it('moves inside a table and skips grey fields', () => {
    expect(nextCell(cells, { table: 0, row: 1, column: 0 }, 'right')).toEqual({ table: 0, row: 1, column: 2 })
    expect(nextCell(cells, { table: 0, row: 0, column: 2 }, 'down')).toEqual({ table: 0, row: 1, column: 2 })
  })

  it('goes on in the next table, in the nearest column, and back', () => {
    expect(nextCell(cells, { table: 0, row: 1, column: 2 }, 'down')).toEqual({ table: 1, row: 0, column: 0 })
    expect(nextCell(cells, { table: 0, row: 0, column: 1 }, 'down')).toEqual({ table: 1, row: 0, column: 0 })
    expect(nextCell(cells, { table: 1, row: 0, column: 0 }, 'up')).toEqual({ table: 0, row: 1, column: 0 })
  })

  it('stops at the edges', () => {
    expect(nextCell(cells, { table: 1, row: 1, column: 0 }, 'down')).toBeUndefined()
    expect(nextCell(cells, { table: 0, row: 0, column: 0 }, 'left')).toBeUndefined()
  })
})

describe('values', () => {
  it.each([
    ['INTEGER', '-5', true],
    ['INTEGER', '5.0', false],
    ['INTEGER_POSITIVE', '0', false],
    ['INTEGER_ZERO_OR_POSITIVE', '0', true],
    ['INTEGER_NEGATIVE', '-1', true],
    ['NUMBER', '1.5e3', true],
    ['NUMBER', '1,5', false],
    ['PERCENTAGE', '100.1', false],
    ['UNIT_INTERVAL', '0.5', true],
    ['LETTER', 'é', true],
    ['LETTER', 'ab', false],
    ['COORDINATE', '[36.8,-1.29]', true],
    ['TEXT', 'anything', true],
    ['INTEGER', '', true],
  ])('%s takes "%s": %s', (valueType, value, right) => {
    expect(problemOfValue(valueType, value) === undefined).toBe(right)
  })
})
