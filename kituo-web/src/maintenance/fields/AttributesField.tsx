import { useQuery } from '@tanstack/react-query'
import { getJson } from '../../api/http.ts'
import { t } from '../../app/messages.ts'
import { ErrorNotice } from '../../ui/NoticeBox.tsx'
import type { Field, Kind } from '../fields.ts'
import type { FieldProps } from './FieldFrame.tsx'
import { BooleanField, ConstantField, DateField, LongTextField, NumberField, TextField } from './SimpleField.tsx'

interface Attribute {
  readonly id: string
  readonly displayName: string
  readonly valueType: string
  readonly mandatory?: boolean
  readonly optionSet?: { readonly options: readonly { readonly code: string }[] }
}

interface AttributeValue {
  readonly attribute: { readonly id: string }
  readonly value: string
}

/** The attributes that an administrator has added to the type (`path` of the field), each as a field of its own. */
export function AttributesField({ field, value, onChange, isReadOnly, problem }: FieldProps) {
  const attributes = useQuery({
    queryKey: ['attributes', field.path],
    queryFn: ({ signal }) => fetchAttributes(field.path, signal),
    staleTime: 60_000,
  })
  const values = Array.isArray(value) ? (value as readonly AttributeValue[]) : []
  if (attributes.error) return <ErrorNotice error={attributes.error} onRetry={() => void attributes.refetch()} />
  if (!attributes.data?.length) return null
  return (
    <section className="parts" aria-label={t('maintenance.attributes')}>
      <h3>{t('maintenance.attributes')}</h3>
      {problem && <p className="field-problem">{problem}</p>}
      {attributes.data.map((attribute) => {
        const kind = kindOf(attribute)
        const Editor = editors[kind] ?? TextField
        const text = values.find((each) => each.attribute.id === attribute.id)?.value
        return (
          <Editor
            key={attribute.id}
            field={fieldOf(attribute, kind)}
            value={kind === 'boolean' ? text === 'true' : text}
            isReadOnly={isReadOnly}
            problem={undefined}
            onChange={(next) => onChange(withValue(values, attribute.id, next))}
          />
        )
      })}
    </section>
  )
}

const editors: Partial<Record<Kind, typeof TextField>> = {
  boolean: BooleanField,
  constant: ConstantField,
  date: DateField,
  longText: LongTextField,
  number: NumberField,
}

async function fetchAttributes(type: string, signal: AbortSignal): Promise<readonly Attribute[]> {
  const answer = await getJson<{ attributes: Attribute[] }>(
    '/api/attributes',
    [
      ['filter', `${type}Attribute:eq:true`],
      ['fields', 'id,displayName,valueType,mandatory,optionSet[options[code]]'],
      ['order', 'sortOrder:asc'],
      ['paging', 'false'],
    ],
    signal,
  )
  return answer.attributes
}

function kindOf({ valueType, optionSet }: Attribute): Kind {
  if (optionSet) return 'constant'
  if (valueType === 'LONG_TEXT' || valueType === 'GEOJSON' || valueType === 'JSON') return 'longText'
  if (valueType === 'BOOLEAN' || valueType === 'TRUE_ONLY') return 'boolean'
  if (valueType === 'DATE') return 'date'
  return /^(NUMBER|INTEGER|PERCENTAGE|UNIT_INTERVAL)/.test(valueType) ? 'number' : 'text'
}

/** An attribute as if it were a property, so that the editors of properties serve it too. */
function fieldOf(attribute: Attribute, kind: Kind): Field {
  return {
    property: {
      name: attribute.id,
      fieldName: attribute.id,
      klass: '',
      propertyType: attribute.valueType.startsWith('INTEGER') ? 'INTEGER' : attribute.valueType,
      ...(attribute.optionSet ? { constants: attribute.optionSet.options.map(({ code }) => code) } : {}),
    },
    name: attribute.id,
    label: attribute.displayName,
    kind,
    group: 'related',
    required: attribute.mandatory === true,
    path: '',
    parts: [],
  }
}

function withValue(values: readonly AttributeValue[], attribute: string, value: unknown): readonly AttributeValue[] {
  const others = values.filter((each) => each.attribute.id !== attribute)
  return value === undefined ? others : [...others, { attribute: { id: attribute }, value: String(value) }]
}
