import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { t } from '../../app/messages.ts'
import { Picker } from '../../ui/Picker.tsx'
import { fetchNames, nameOf, search } from '../object.ts'
import { type FieldProps, labelOf } from './FieldFrame.tsx'

/** Another object by its identifier; the name is here for the reader and never sent. */
export interface Reference {
  readonly id: string
  readonly displayName?: string
}

const SHOWN = 30
const NONE = '-'

/** One object of another type, found by part of its name. */
export function ReferenceField({ field, value, onChange, isReadOnly, problem }: FieldProps) {
  const reference = value as Reference | undefined | null
  const [text, setText] = useState('')
  const searched = useDeferredValue(text)
  const found = useQuery({
    queryKey: ['references', field.path, searched],
    queryFn: ({ signal }) => search(field.path, searched, SHOWN, signal),
    placeholderData: (before) => before,
    staleTime: 60_000,
  })
  const named = useQuery({
    queryKey: ['name', field.path, reference?.id],
    queryFn: ({ signal }) => fetchNames(field.path, [reference?.id ?? ''], signal),
    enabled: reference?.id !== undefined && reference.displayName === undefined,
    staleTime: Infinity,
  })
  const objects = found.data ?? []
  const choices = objects.map((object) => ({ id: object.id, name: nameOf(object) }))
  return (
    <div className="field">
      <Picker
        label={labelOf(field)}
        placeholder={field.required ? t('maintenance.choose') : t('maintenance.none')}
        search={t('maintenance.find', { name: field.label })}
        emptyText={found.isPending ? t('app.loading') : t('app.noMatch')}
        choices={field.required || text !== '' ? choices : [{ id: NONE, name: t('maintenance.none') }, ...choices]}
        value={reference?.id}
        valueName={reference ? (reference.displayName ?? named.data?.get(reference.id) ?? reference.id) : undefined}
        onSearch={setText}
        isDisabled={isReadOnly}
        onChange={(id) => onChange(id === NONE ? undefined : { id, displayName: choices.find((choice) => choice.id === id)?.name })}
        footer={objects.length === SHOWN ? <p className="hint">{t('maintenance.first', { n: SHOWN })}</p> : undefined}
      />
      {problem && <p className="field-problem">{problem}</p>}
    </div>
  )
}
