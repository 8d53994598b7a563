import type { ReactNode } from 'react'
import { t } from '../../app/messages.ts'
import type { Field } from '../fields.ts'

/** What every editor of a property is given. */
export interface FieldProps {
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly isReadOnly: boolean
  /** Why the server or the form does not accept the value. */
  readonly problem: string | undefined
}

interface FieldFrameProps {
  readonly field: Field
  readonly inputId: string
  readonly problem: string | undefined
  readonly hint?: string
  readonly children: ReactNode
}

/** A label over an editor, and what is wrong below it. */
export function FieldFrame({ field, inputId, problem, hint, children }: FieldFrameProps) {
  return (
    <div className="field">
      <label htmlFor={inputId}>{labelOf(field)}</label>
      {children}
      {hint && <p className="hint">{hint}</p>}
      {problem && (
        <p className="field-problem" id={`${inputId}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}

export function labelOf(field: Field): string {
  return field.required ? t('maintenance.required', { name: field.label }) : field.label
}
