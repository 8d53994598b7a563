import { type KeyboardEvent, useRef, useState } from 'react'
import { t } from '../app/messages.ts'
import type { DataElement } from './dataSet.ts'
import { isNumeric } from './formLayout.ts'
import type { Direction } from './cellMoves.ts'

export interface EditorProps {
  readonly element: DataElement
  readonly value: string
  readonly label: string
  readonly describedBy: string | undefined
  readonly isReadOnly: boolean
  readonly isInvalid: boolean
  readonly isRequired: boolean
  readonly onCommit: (value: string) => void
  /** Escape: drop what the server refused. */
  readonly onDrop: () => void
  readonly onMove: (direction: Direction) => boolean
}

/** The input that fits the data element's value type. */
export function CellEditor(props: EditorProps) {
  const { element } = props
  if (element.optionSet) return <ChoiceEditor {...props} choices={optionsOf(element)} />
  switch (element.valueType) {
    case 'BOOLEAN':
      return <ChoiceEditor {...props} choices={[{ id: 'true', name: t('entry.yes') }, { id: 'false', name: t('entry.no') }]} />
    case 'TRUE_ONLY':
      return <CheckEditor {...props} />
    case 'DATE':
    case 'AGE':
      return <TextEditor {...props} type="date" />
    case 'DATETIME':
      return <TextEditor {...props} type="datetime-local" />
    case 'TIME':
      return <TextEditor {...props} type="time" />
    case 'LONG_TEXT':
      return <LongTextEditor {...props} />
    case 'FILE_RESOURCE':
    case 'IMAGE':
      return <span className="cell-note">{t('entry.file')}</span>
    default:
      return <TextEditor {...props} type="text" />
  }
}

function optionsOf(element: DataElement) {
  const options = element.optionSet?.options ?? []
  return options
    .toSorted((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0))
    .map((option) => ({ id: option.code, name: option.displayName }))
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** The direction on the screen that a key asks for, with left and right as they are read. */
function directionOf(event: KeyboardEvent): Direction | undefined {
  if (event.key === 'Enter') return event.shiftKey ? 'up' : 'down'
  const direction = arrows[event.key]
  if (document.documentElement.dir !== 'rtl') return direction
  return direction === 'left' ? 'right' : direction === 'right' ? 'left' : direction
}

function inputMode(valueType: string): 'decimal' | 'numeric' | 'email' | 'tel' | 'url' | 'text' {
  if (valueType === 'NUMBER' || valueType === 'PERCENTAGE' || valueType === 'UNIT_INTERVAL') return 'decimal'
  if (valueType === 'INTEGER_POSITIVE' || valueType === 'INTEGER_ZERO_OR_POSITIVE') return 'numeric'
  if (valueType === 'EMAIL') return 'email'
  if (valueType === 'PHONE_NUMBER') return 'tel'
  if (valueType === 'URL') return 'url'
  return 'text'
}

function common(props: EditorProps) {
  return {
    'aria-label': props.label,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.isInvalid || undefined,
    'aria-required': props.isRequired || undefined,
  }
}

/**
 * One line of text, driven as in a spreadsheet: the cell's content is selected when the cursor arrives, so that typing
 * replaces it; arrows and Enter save and move; F2 or a second click edits inside, where the arrows move the caret.
 */
function TextEditor(props: EditorProps & { readonly type: 'text' | 'date' | 'datetime-local' | 'time' }) {
  const { value, type, isReadOnly, onCommit, onDrop, onMove } = props
  const [draft, setDraft] = useState<string>()
  const inside = useRef(false)

  function commit(text: string) {
    setDraft(undefined)
    const clean = text.trim()
    if (clean !== value) onCommit(clean)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'F2') {
      inside.current = true
      const end = event.currentTarget.value.length
      if (type === 'text') event.currentTarget.setSelectionRange(end, end)
    } else if (event.key === 'Escape') {
      inside.current = false
      if (draft === undefined) onDrop()
      setDraft(undefined)
    } else {
      const direction = directionOf(event)
      const caretMoves = inside.current || type !== 'text'
      if (!direction || (caretMoves && event.key !== 'Enter')) return
      event.preventDefault()
      commit(event.currentTarget.value)
      if (!onMove(direction)) event.currentTarget.select()
    }
  }

  return (
    <input
      {...common(props)}
      className={isNumeric(props.element.valueType) ? 'cell-input cell-number' : 'cell-input'}
      type={type}
      inputMode={inputMode(props.element.valueType)}
      enterKeyHint="next"
      autoComplete="off"
      readOnly={isReadOnly}
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value)}
      onFocus={(event) => {
        inside.current = false
        if (type === 'text') event.target.select()
      }}
      onDoubleClick={() => {
        inside.current = true
      }}
      onBlur={(event) => commit(event.target.value)}
      onKeyDown={onKeyDown}
    />
  )
}

/** Text of several lines; Enter starts a line, Ctrl+Enter or leaving the field saves. */
function LongTextEditor(props: EditorProps) {
  const { value, isReadOnly, onCommit, onDrop, onMove } = props
  const [draft, setDraft] = useState<string>()
  function commit() {
    if (draft !== undefined && draft.trim() !== value) onCommit(draft.trim())
    setDraft(undefined)
  }
  return (
    <textarea
      {...common(props)}
      className="cell-input cell-text"
      rows={2}
      readOnly={isReadOnly}
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          if (draft === undefined) onDrop()
          setDraft(undefined)
        } else if (event.key === 'Enter' && event.ctrlKey) {
          commit()
          onMove('down')
        }
      }}
    />
  )
}

/** One of a list. Arrows move between cells as everywhere; Alt+Down, Space or a letter chooses. */
function ChoiceEditor(props: EditorProps & { readonly choices: readonly { id: string; name: string }[] }) {
  const { value, choices, isReadOnly, onCommit, onDrop, onMove } = props
  const known = value === '' || choices.some((choice) => choice.id === value)
  return (
    <select
      {...common(props)}
      className="cell-input cell-choice"
      disabled={isReadOnly}
      value={value}
      onChange={(event) => onCommit(event.target.value)}
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return
        if (event.key === 'Escape') return onDrop()
        const direction = directionOf(event)
        if (!direction) return
        event.preventDefault()
        onMove(direction)
      }}
    >
      <option value="">{t('entry.unset')}</option>
      {!known && <option value={value}>{value}</option>}
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
    </select>
  )
}

/** Yes, or nothing. */
function CheckEditor(props: EditorProps) {
  const { value, isReadOnly, onCommit, onDrop, onMove } = props
  return (
    <input
      {...common(props)}
      className="cell-check"
      type="checkbox"
      disabled={isReadOnly}
      checked={value === 'true'}
      onChange={(event) => onCommit(event.target.checked ? 'true' : '')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') return onDrop()
        const direction = directionOf(event)
        if (!direction) return
        event.preventDefault()
        onMove(direction)
      }}
    />
  )
}
