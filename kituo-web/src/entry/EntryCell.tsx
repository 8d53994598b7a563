import { memo, useId, useRef } from 'react'
import { t } from '../app/messages.ts'
import { CellEditor } from './CellEditor.tsx'
import { useCellQuery } from './CellQueryProvider.tsx'
import type { CellPosition, Direction } from './cellMoves.ts'
import type { DataElement } from './dataSet.ts'
import type { FieldAddress, Range } from './formValues.ts'
import { useOutbox, useOutboxEntry } from './OutboxProvider.tsx'
import type { OutboxEntry } from './outbox.ts'
import { problemOfValue } from './valueRules.ts'

interface EntryCellProps {
  readonly field: FieldAddress
  readonly element: DataElement
  readonly label: string
  /** What the server has. */
  readonly stored: string
  readonly range: Range | undefined
  readonly isRequired: boolean
  readonly isReadOnly: boolean
  readonly position: CellPosition
  readonly onMove: (from: CellPosition, direction: Direction) => boolean
}

/** One field of the form: its input, and a mark with words for how far its figure has come. */
export const EntryCell = memo(function EntryCell(props: EntryCellProps) {
  const { field, element, stored, range, position } = props
  const outbox = useOutbox()
  const entry = useOutboxEntry(field)
  const query = useCellQuery(field)
  const noteId = useId()
  const cell = useRef<HTMLTableCellElement>(null)
  const value = entry && entry.state !== 'saved' ? entry.value : stored
  const note = describe(entry, value, range)

  function commit(next: string) {
    const problem = problemOfValue(element.valueType, next)
    if (problem && !element.optionSet) outbox.reject(field, next, t(problem))
    else if (next === stored && entry?.state === 'rejected') outbox.drop(field)
    else outbox.put(field, next)
  }

  return (
    <td
      ref={cell}
      className={`cell cell-${note?.kind ?? 'plain'}`}
      data-cell={`${position.table}:${position.row}:${position.column}`}
      title={note?.text}
      onKeyDownCapture={(event) => {
        if (event.key !== 'F2' || !event.shiftKey) return
        event.preventDefault()
        event.stopPropagation()
        query.open(props.label)
      }}
    >
      <CellEditor
        element={element}
        value={value}
        label={props.label}
        describedBy={note ? noteId : undefined}
        isReadOnly={props.isReadOnly}
        isInvalid={entry?.state === 'rejected'}
        isRequired={props.isRequired}
        onCommit={commit}
        onDrop={() => outbox.drop(field)}
        onMove={(direction) => props.onMove(position, direction)}
      />
      <button
        type="button"
        className={`cell-query cell-query-${query.status?.toLowerCase() ?? 'none'}`}
        tabIndex={-1} // Tab goes to the next figure; Shift+F2 opens this one's questions
        title={t(query.status ? `query.mark.${query.status}` : 'query.mark.none')}
        aria-label={t(query.status ? `query.mark.${query.status}.of` : 'query.mark.none.of', { name: props.label })}
        onClick={() => query.open(props.label)}
      />
      {note && (
        <span className="cell-mark" id={noteId}>
          <span aria-hidden="true">{note.mark}</span>
          <span className={note.isShown ? 'cell-reason' : 'only-read-out'}>{note.text}</span>
        </span>
      )}
    </td>
  )
})

interface CellNote {
  readonly kind: 'saving' | 'saved' | 'queued' | 'rejected' | 'outside'
  readonly mark: string
  readonly text: string
  /** Whether the words are visible below the input, and not only read out. */
  readonly isShown: boolean
}

function describe(entry: OutboxEntry | undefined, value: string, range: Range | undefined): CellNote | undefined {
  switch (entry?.state) {
    case 'saving':
      return { kind: 'saving', mark: '…', text: t('entry.saving'), isShown: false }
    case 'queued':
      return { kind: 'queued', mark: '↻', text: t('entry.queued'), isShown: false }
    case 'rejected':
      return { kind: 'rejected', mark: '!', text: t('entry.rejected', { reason: entry.reason ?? '' }), isShown: true }
    default:
  }
  if (range && value !== '' && (Number(value) < range.min || Number(value) > range.max)) {
    return { kind: 'outside', mark: '?', text: t('entry.outside', { min: range.min, max: range.max }), isShown: true }
  }
  if (entry?.state === 'saved') return { kind: 'saved', mark: '✓', text: t('entry.saved'), isShown: false }
  return undefined
}
