import { useState } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../../app/messages.ts'
import type { Field } from '../fields.ts'
import type { Values } from '../object.ts'
import { type FieldProps, labelOf } from './FieldFrame.tsx'
import { PropertyField } from './PropertyField.tsx'

/** Something that belongs to one object only, such as its style: a form in the form. */
export function PartField({ field, value, onChange, isReadOnly, problem }: FieldProps) {
  return (
    <fieldset className="field-set part">
      <legend>{labelOf(field)}</legend>
      {problem && <p className="field-problem">{problem}</p>}
      <PartForm fields={field.parts} value={asValues(value)} isReadOnly={isReadOnly} onChange={onChange} />
    </fieldset>
  )
}

/** A list of such parts, each folded until it is wanted. */
export function PartsField({ field, value, onChange, isReadOnly, problem }: FieldProps) {
  const parts = Array.isArray(value) ? (value as readonly Values[]) : []
  const [open, setOpen] = useState<number>()
  return (
    <section className="parts" aria-label={field.label}>
      <h3>{labelOf(field)}</h3>
      {problem && <p className="field-problem">{problem}</p>}
      {parts.length === 0 && <p className="hint">{t('maintenance.empty')}</p>}
      {parts.map((part, index) => (
        <details
          key={index}
          className="part"
          open={open === index}
          onToggle={(event) => {
            if (event.currentTarget.open) setOpen(index)
            else if (open === index) setOpen(undefined)
          }}
        >
          <summary>
            {index + 1}. {titleOf(part)}
          </summary>
          {open === index && (
            <>
              <PartForm
                fields={field.parts}
                value={part}
                isReadOnly={isReadOnly}
                onChange={(next) => onChange(parts.map((each, at) => (at === index ? next : each)))}
              />
              {!isReadOnly && (
                <Button className="button button-small" onPress={() => onChange(parts.filter((_, at) => at !== index))}>
                  {t('maintenance.remove')}
                </Button>
              )}
            </>
          )}
        </details>
      ))}
      {!isReadOnly && (
        <Button
          className="button button-small"
          onPress={() => {
            onChange([...parts, {}])
            setOpen(parts.length)
          }}
        >
          {t('maintenance.addPart', { name: field.label })}
        </Button>
      )}
    </section>
  )
}

interface PartFormProps {
  readonly fields: readonly Field[]
  readonly value: Values
  readonly isReadOnly: boolean
  readonly onChange: (value: Values) => void
}

function PartForm({ fields, value, isReadOnly, onChange }: PartFormProps) {
  return (
    <div className="part-form">
      {fields.map((field) => (
        <PropertyField
          key={field.name}
          field={field}
          value={value[field.name]}
          isReadOnly={isReadOnly}
          problem={undefined}
          onChange={(next) => onChange({ ...value, [field.name]: next })}
        />
      ))}
    </div>
  )
}

function asValues(value: unknown): Values {
  return typeof value === 'object' && value !== null ? (value as Values) : {}
}

/** How a part is called in the folded list: by its name, or else by its first words. */
function titleOf(part: Values): string {
  const words = [part['displayName'], part['name'], ...Object.values(part)]
  const found = words.find((word) => typeof word === 'string' && word !== '' && word !== part['id'])
  return typeof found === 'string' ? found : ''
}
