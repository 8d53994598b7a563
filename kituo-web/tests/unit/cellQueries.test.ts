import { describe, expect, it } from 'vitest'
import { type CellQuery, type QueryStatus, byCell, unfinished } from '../../src/entry/cellQueries.ts'
import { cellKey } from '../../src/entry/formLayout.ts'

function query(id: string, element: string, status: QueryStatus): CellQuery {
  return {
    id,
    status,
    openedBy: 'mary',
    dataElement: { id: element },
    categoryOptionCombo: { id: 'combo' },
    attributeOptionCombo: { id: 'attribute' },
    steps: [],
  }
}

describe('questions about figures', () => {
  it('lie at their cells in the order of the server', () => {
    const cells = byCell([query('3', 'a', 'OPEN'), query('2', 'b', 'OPEN'), query('1', 'a', 'CLOSED')])
    expect(cells.get(cellKey('a', 'combo'))?.map(({ id }) => id)).toEqual(['3', '1'])
    expect(cells.get(cellKey('b', 'combo'))).toHaveLength(1)
    expect(cells.get(cellKey('c', 'combo'))).toBeUndefined()
  })

  it('mark a cell until they are closed', () => {
    expect(unfinished([])).toBeUndefined()
    expect(unfinished([query('1', 'a', 'CLOSED')])).toBeUndefined()
    expect(unfinished([query('2', 'a', 'CLOSED'), query('1', 'a', 'ANSWERED')])).toBe('ANSWERED')
  })
})
