import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { languageTag, t } from '../app/messages.ts'
import type { CellPosition, Direction } from './cellMoves.ts'
import { EntryCell } from './EntryCell.tsx'
import { type FormCell, type FormRow, type FormTable, isNumeric } from './formLayout.ts'
import type { FormAddress, FormValues } from './formValues.ts'
import { useOutbox } from './OutboxProvider.tsx'

interface EntryTableProps {
  readonly table: FormTable
  /** The table's place in the form, for the cursor. */
  readonly index: number
  readonly caption: string
  readonly form: FormAddress
  readonly values: FormValues
  readonly isReadOnly: boolean
  readonly onMove: (from: CellPosition, direction: Direction) => boolean
}

export function EntryTable({ table, index, caption, form, values, isReadOnly, onMove }: EntryTableProps) {
  const current = useCurrentValues(form, values)
  return (
    <div className="entry-table-scroll">
      <table className="entry-table">
        <caption className="only-read-out">{caption}</caption>
        <TableHead table={table} />
        <tbody>
          {table.rows.map((row, rowIndex) => (
            <tr key={row.element.id}>
              <th scope="row" className="entry-name" title={row.element.displayDescription}>
                {row.name}
                {row.cells.some((cell) => cell?.required) && (
                  <span className="required" title={t('entry.required')}>
                    <span aria-hidden="true"> *</span>
                    <span className="only-read-out">{t('entry.required')}</span>
                  </span>
                )}
              </th>
              {row.cells.map((cell, column) => (
                <Field
                  key={table.columns[column]?.categoryOptionCombo}
                  {...{ table, row, cell, form, values, isReadOnly, onMove }}
                  tableIndex={index}
                  rowIndex={rowIndex}
                  column={column}
                />
              ))}
              {table.rowTotals && <Total cells={row.cells} value={current} isNumeric={isSummable(row)} />}
            </tr>
          ))}
        </tbody>
        {table.columnTotals && <ColumnTotals table={table} value={current} />}
      </table>
    </div>
  )
}

function isSummable(row: FormRow): boolean {
  return isNumeric(row.element.valueType) && !row.element.optionSet
}

function TableHead({ table }: { readonly table: FormTable }) {
  const { headerRows } = table
  if (headerRows.length === 0) {
    return (
      <thead>
        <tr>
          <th scope="col" className="entry-name">
            {t('entry.element')}
          </th>
          <th scope="col">{t('entry.value')}</th>
        </tr>
      </thead>
    )
  }
  return (
    <thead>
      {headerRows.map((cells, level) => (
        <tr key={level}>
          {level === 0 && (
            <th scope="col" className="entry-name" rowSpan={headerRows.length}>
              {t('entry.element')}
            </th>
          )}
          {cells.map((cell, at) => (
            <th key={at} scope={cell.span > 1 ? 'colgroup' : 'col'} colSpan={cell.span}>
              {cell.name}
            </th>
          ))}
          {level === 0 && table.rowTotals && (
            <th scope="col" rowSpan={headerRows.length}>
              {t('entry.total')}
            </th>
          )}
        </tr>
      ))}
    </thead>
  )
}

interface FieldProps {
  readonly table: FormTable
  readonly row: FormRow
  readonly cell: FormCell | undefined
  readonly form: FormAddress
  readonly values: FormValues
  readonly isReadOnly: boolean
  readonly onMove: EntryTableProps['onMove']
  readonly tableIndex: number
  readonly rowIndex: number
  readonly column: number
}

function Field({ table, row, cell, form, values, isReadOnly, onMove, tableIndex, rowIndex, column }: FieldProps) {
  const { categoryOptionCombo = '', name: columnName = '' } = table.columns[column] ?? {}
  const dataElement = row.element.id
  const field = useMemo(() => ({ ...form, dataElement, categoryOptionCombo }), [form, dataElement, categoryOptionCombo])
  const position = useMemo(() => ({ table: tableIndex, row: rowIndex, column }), [tableIndex, rowIndex, column])
  if (!cell) {
    return (
      <td className="cell cell-greyed">
        <span className="only-read-out">{t('entry.greyed')}</span>
      </td>
    )
  }
  return (
    <EntryCell
      field={field}
      element={row.element}
      label={columnName ? `${row.name}, ${columnName}` : row.name}
      stored={values.values.get(cell.key) ?? ''}
      range={values.ranges.get(cell.key)}
      isRequired={cell.required}
      isReadOnly={isReadOnly}
      position={position}
      onMove={onMove}
    />
  )
}

type ReadValue = (key: string) => string

/** What the form shows at this moment: the stored value, or the one on its way. */
function useCurrentValues(form: FormAddress, values: FormValues): ReadValue {
  const outbox = useOutbox()
  useSyncExternalStore(outbox.subscribe, () => outbox.version)
  return useCallback(
    (key: string) => {
      const [dataElement = '', categoryOptionCombo = ''] = key.split('.')
      const entry = outbox.entry({ ...form, dataElement, categoryOptionCombo })
      return entry && entry.state !== 'saved' ? entry.value : (values.values.get(key) ?? '')
    },
    [outbox, form, values],
  )
}

/** The sum of the numbers in some cells, or an empty text when there is none. */
function sum(cells: readonly (FormCell | undefined)[], value: ReadValue): string {
  const numbers = cells.flatMap((cell) => {
    const text = cell ? value(cell.key) : ''
    return text === '' || Number.isNaN(Number(text)) ? [] : [Number(text)]
  })
  if (numbers.length === 0) return ''
  const total = numbers.reduce((a, b) => a + b, 0)
  return new Intl.NumberFormat(languageTag(), { maximumFractionDigits: 3 }).format(total)
}

interface TotalProps {
  readonly cells: readonly (FormCell | undefined)[]
  readonly value: ReadValue
  readonly isNumeric: boolean
}

function Total({ cells, value, isNumeric }: TotalProps) {
  return <td className="cell cell-total">{isNumeric ? sum(cells, value) : ''}</td>
}

function ColumnTotals({ table, value }: { readonly table: FormTable; readonly value: ReadValue }) {
  const rows = table.rows.filter(isSummable)
  return (
    <tfoot>
      <tr>
        <th scope="row" className="entry-name">
          {t('entry.total')}
        </th>
        {table.columns.map((column, at) => (
          <Total key={column.categoryOptionCombo} cells={rows.map((row) => row.cells[at])} value={value} isNumeric />
        ))}
        {table.rowTotals && <Total cells={rows.flatMap((row) => row.cells)} value={value} isNumeric />}
      </tr>
    </tfoot>
  )
}
