/** Where a cell is: the table's place in the form, and row and column in the table. */
export interface CellPosition {
  readonly table: number
  readonly row: number
  readonly column: number
}

export type Direction = 'up' | 'down' | 'left' | 'right'

/**
 * The cell that the cursor goes to, as in a spreadsheet: cells that take no entry are skipped, and from the last row
 * of a table it goes on in the next one, in the nearest column. Undefined at the form's edge.
 */
export function nextCell<T extends CellPosition>(cells: readonly T[], from: CellPosition, direction: Direction): T | undefined {
  const forward = direction === 'down' || direction === 'right'
  const ahead = (value: number, origin: number) => (forward ? value > origin : value < origin)
  if (direction === 'left' || direction === 'right') {
    const inRow = cells.filter((cell) => cell.table === from.table && cell.row === from.row)
    return nearest(inRow.filter((cell) => ahead(cell.column, from.column)), (cell) => Math.abs(cell.column - from.column))
  }
  const inColumn = cells.filter(
    (cell) => cell.table === from.table && cell.column === from.column && ahead(cell.row, from.row),
  )
  const below = nearest(inColumn, (cell) => Math.abs(cell.row - from.row))
  if (below) return below
  const others = cells.filter((cell) => ahead(cell.table, from.table))
  const table = nearest(others, (cell) => Math.abs(cell.table - from.table))?.table
  const inTable = others.filter((cell) => cell.table === table)
  const row = nearest(inTable, (cell) => (forward ? cell.row : -cell.row))?.row
  return nearest(
    inTable.filter((cell) => cell.row === row),
    (cell) => Math.abs(cell.column - from.column),
  )
}

function nearest<T>(cells: readonly T[], distance: (cell: T) => number): T | undefined {
  let best: T | undefined
  for (const cell of cells) if (best === undefined || distance(cell) < distance(best)) best = cell
  return best
}
