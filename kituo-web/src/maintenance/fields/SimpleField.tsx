import { useId, useState } from 'react'
import { t } from '../../app/messages.ts'
import { periodTypes } from '../../period/periodType.ts'
import { inWords } from '../schema.ts'
import { FieldFrame, type FieldProps, labelOf } from './FieldFrame.tsx'

/** What the editors of one line share. */
function inputProps(id: string, { field, isReadOnly, problem }: FieldProps) {
  return {
    id,
    className: 'input',
    readOnly: isReadOnly,
    required: field.required,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem === undefined ? undefined : `${id}-problem`,
  }
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value)
}

const inputTypes: Readonly<Record<string, string>> = {
  URL: 'url',
  EMAIL: 'email',
  PHONENUMBER: 'tel',
  PASSWORD: 'password',
}

export function TextField(props: FieldProps) {
  const { field, value, onChange, problem } = props
  const id = useId()
  const { propertyType, length } = field.property
  return (
    <FieldFrame field={field} inputId={id} problem={problem}>
      <input
        {...inputProps(id, props)}
        type={inputTypes[propertyType] ?? 'text'}
        maxLength={length ?? undefined}
        autoComplete={propertyType === 'PASSWORD' ? 'new-password' : 'off'}
        value={textOf(value)}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
    </FieldFrame>
  )
}

export function LongTextField(props: FieldProps) {
  const { field, value, onChange, problem } = props
  const id = useId()
  return (
    <FieldFrame field={field} inputId={id} problem={problem}>
      <textarea
        {...inputProps(id, props)}
        rows={3}
        value={textOf(value)}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
    </FieldFrame>
  )
}

/** Keeps what is typed as it is; the value is the number in it, once it is one. */
export function NumberField(props: FieldProps) {
  const { field, value, onChange, problem } = props
  const id = useId()
  const [text, setText] = useState(textOf(value))
  const isNumber = text === '' || Number.isFinite(Number(text))
  const own = isNumber ? undefined : t(field.property.propertyType === 'INTEGER' ? 'invalid.integer' : 'invalid.number')
  return (
    <FieldFrame field={field} inputId={id} problem={own ?? problem}>
      <input
        {...inputProps(id, { ...props, problem: own ?? problem })}
        inputMode="decimal"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          const typed = event.target.value.trim()
          onChange(typed === '' ? undefined : Number.isFinite(Number(typed)) ? Number(typed) : typed)
        }}
      />
    </FieldFrame>
  )
}

export function BooleanField({ field, value, onChange, isReadOnly, problem }: FieldProps) {
  const id = useId()
  return (
    <div className="field field-check">
      <input
        id={id}
        type="checkbox"
        checked={value === true}
        disabled={isReadOnly}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{labelOf({ ...field, required: false })}</label>
      {problem && <p className="field-problem">{problem}</p>}
    </div>
  )
}

/** The moment is kept by the server; here it is the day that counts. */
export function DateField(props: FieldProps) {
  const { field, value, onChange, problem } = props
  const id = useId()
  return (
    <FieldFrame field={field} inputId={id} problem={problem}>
      <input
        {...inputProps(id, props)}
        type="date"
        value={textOf(value).slice(0, 10)}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
    </FieldFrame>
  )
}

/** One of the constants of the type, or a type of period. */
export function ConstantField(props: FieldProps) {
  const { field, value, onChange, isReadOnly, problem } = props
  const id = useId()
  const constants = field.kind === 'periodType' ? [...periodTypes.keys()] : (field.property.constants ?? [])
  return (
    <FieldFrame field={field} inputId={id} problem={problem}>
      <select
        id={id}
        className="input"
        disabled={isReadOnly}
        aria-invalid={problem !== undefined}
        value={textOf(value)}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      >
        {(!field.required || value === undefined) && <option value="">{field.required ? t('maintenance.choose') : t('maintenance.none')}</option>}
        {constants.map((constant) => (
          <option key={constant} value={constant}>
            {inWords(constant)}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** Several of the constants of the type. */
export function ConstantsField({ field, value, onChange, isReadOnly, problem }: FieldProps) {
  const chosen = Array.isArray(value) ? (value as string[]) : []
  return (
    <fieldset className="field field-set">
      <legend>{labelOf(field)}</legend>
      {(field.property.constants ?? []).map((constant) => (
        <label key={constant} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(constant)}
            disabled={isReadOnly}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, constant] : chosen.filter((each) => each !== constant))
            }
          />
          {inWords(constant)}
        </label>
      ))}
      {problem && <p className="field-problem">{problem}</p>}
    </fieldset>
  )
}

/** A list of words or numbers, one a line. */
export function WordsField(props: FieldProps) {
  const { field, value, onChange, problem } = props
  const id = useId()
  const [text, setText] = useState(Array.isArray(value) ? value.join('\n') : '')
  const isNumbers = field.property.itemPropertyType === 'INTEGER'
  return (
    <FieldFrame field={field} inputId={id} problem={problem} hint={t('maintenance.oneALine')}>
      <textarea
        {...inputProps(id, props)}
        rows={3}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          const lines = event.target.value.split('\n').map((line) => line.trim()).filter((line) => line !== '')
          onChange(isNumbers ? lines.map(Number) : lines)
        }}
      />
    </FieldFrame>
  )
}

/** What no form is known for, as JSON; the value changes only as long as it can be read. */
export function JsonField(props: FieldProps) {
  const { field, value, onChange, problem } = props
  const id = useId()
  const [text, setText] = useState(value === undefined ? '' : JSON.stringify(value, undefined, 2))
  const parsed = parse(text)
  const own = parsed.isReadable ? undefined : t('invalid.json')
  return (
    <FieldFrame field={field} inputId={id} problem={own ?? problem}>
      <textarea
        {...inputProps(id, { ...props, problem: own ?? problem })}
        className="input input-code"
        rows={Math.min(12, text.split('\n').length + 1)}
        spellCheck="false"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          const next = parse(event.target.value)
          if (next.isReadable) onChange(next.value)
        }}
      />
    </FieldFrame>
  )
}

function parse(text: string): { readonly isReadable: boolean; readonly value?: unknown } {
  if (text.trim() === '') return { isReadable: true }
  try {
    return { isReadable: true, value: JSON.parse(text) as unknown }
  } catch {
    return { isReadable: false }
  }
}
