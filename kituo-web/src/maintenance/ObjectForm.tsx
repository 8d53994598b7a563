import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { type MessageKey, t } from '../app/messages.ts'
import { follow, guard } from '../app/router.ts'
import { NoticeBox } from '../ui/NoticeBox.tsx'
import type { Field, Group } from './fields.ts'
import { PropertyField } from './fields/PropertyField.tsx'
import { type LoadedObject, type Problem, type Values, changeObject, changedNames, createObject, problemsIn } from './object.ts'
import { sent } from './sent.ts'

interface ObjectFormProps {
  readonly path: string
  readonly fields: readonly Field[]
  /** Undefined for an object that is still to be made. */
  readonly object: (LoadedObject & Values) | undefined
  readonly isReadOnly: boolean
  readonly onSaved: (id: string) => Promise<void>
}

const groups: readonly (readonly [Group, MessageKey])[] = [
  ['basic', 'maintenance.basic'],
  ['details', 'maintenance.details'],
  ['related', 'maintenance.related'],
  ['advanced', 'maintenance.advanced'],
]

/** The default category combo has the same identifier on every server; most objects use it. */
const DEFAULT_COMBO = { id: 'bjDvmb4bfuf', displayName: 'default' }

function firstValues(fields: readonly Field[]): Values {
  const combos = fields.filter(({ property, required }) => required && property.klass.endsWith('.CategoryCombo'))
  return Object.fromEntries(combos.map(({ name }) => [name, DEFAULT_COMBO]))
}

function valuesOf(object: Values, fields: readonly Field[]): Values {
  return Object.fromEntries(fields.map(({ name }) => [name, object[name]]))
}

/** All properties of an object as fields in groups; saving sends those that were changed. */
export function ObjectForm({ path, fields, object, isReadOnly, onSaved }: ObjectFormProps) {
  const [before] = useState(() => (object ? valuesOf(object, fields) : firstValues(fields)))
  const [values, setValues] = useState<Values>(before)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [isSaving, setSaving] = useState(false)
  const notice = useRef<HTMLDivElement>(null)
  const changed = changedNames(sent(before), sent(values))
  useLeaveQuestion(changed.length > 0 && !isSaving)

  async function save(event: FormEvent) {
    event.preventDefault()
    setSaving(true)
    setProblems([])
    try {
      const id = object ? object.id : await createObject(path, sent(values))
      if (object) await changeObject(path, object.id, sent(before), sent(values))
      guard(undefined)
      await onSaved(id)
    } catch (failure) {
      setProblems(problemsIn(failure as Error))
      notice.current?.scrollIntoView({ block: 'center' })
    } finally {
      setSaving(false)
    }
  }

  return (
    <form className="object-form" noValidate onSubmit={(event) => void save(event)}>
      <div ref={notice}>{problems.length > 0 && <Refusal problems={problems} fields={fields} />}</div>
      {groups.map(([group, title]) => (
        <FormGroup key={group} title={t(title)} isFolded={group === 'advanced'} fields={fields.filter((field) => field.group === group)}>
          {(field) => (
            <PropertyField
              key={field.name}
              field={field}
              value={values[field.name]}
              isReadOnly={isReadOnly}
              problem={problems.find(({ property }) => property === field.name)?.text}
              onChange={(value) => setValues((all) => ({ ...all, [field.name]: value }))}
            />
          )}
        </FormGroup>
      ))}
      {!isReadOnly && <SaveBar path={path} isNew={object === undefined} isSaving={isSaving} changed={changed.length} />}
    </form>
  )
}

interface FormGroupProps {
  readonly title: string
  /** Opened only by who looks for it. */
  readonly isFolded: boolean
  readonly fields: readonly Field[]
  readonly children: (field: Field) => ReactNode
}

/** Fields that belong together; fields for one line stand in two columns where there is room. */
function FormGroup({ title, isFolded, fields, children }: FormGroupProps) {
  const [first] = fields
  if (!first) return null
  const content = <div className={`form-fields form-${first.group}`}>{fields.map(children)}</div>
  if (!isFolded) {
    return (
      <section className="card form-group">
        <h2>{title}</h2>
        {content}
      </section>
    )
  }
  return (
    <details className="card form-group">
      <summary>{title}</summary>
      <p className="hint">{t('maintenance.advanced.hint')}</p>
      {content}
    </details>
  )
}

interface SaveBarProps {
  readonly path: string
  readonly isNew: boolean
  readonly isSaving: boolean
  /** How many properties differ from what is stored. */
  readonly changed: number
}

function SaveBar({ path, isNew, isSaving, changed }: SaveBarProps) {
  return (
    <div className="form-bar">
      <Button type="submit" className="button button-primary" isDisabled={isSaving || (!isNew && changed === 0)}>
        {isSaving ? t('entry.saving') : t('maintenance.save')}
      </Button>
      <a className="button" href={`/maintenance/${path}`} onClick={(event) => follow(event, `/maintenance/${path}`)}>
        {t('maintenance.close')}
      </a>
      <span role="status" className="hint">
        {changed > 0 ? t('maintenance.unsaved', { n: changed }) : isNew ? '' : t('maintenance.saved')}
      </span>
    </div>
  )
}

/** All that the server does not accept, in its own words; what is about a field is repeated there. */
function Refusal({ problems, fields }: { readonly problems: readonly Problem[]; readonly fields: readonly Field[] }) {
  const label = (name: string | undefined) => fields.find((field) => field.name === name)?.label
  return (
    <NoticeBox title={t('maintenance.refused')} tone="error" live>
      <ul className="problems">
        {problems.map(({ text, property }, index) => (
          <li key={index}>
            {label(property) && <strong>{label(property)}: </strong>}
            {text}
          </li>
        ))}
      </ul>
    </NoticeBox>
  )
}

/** Asks before the page is left while something on it is not saved. */
function useLeaveQuestion(isUnsaved: boolean) {
  useEffect(() => {
    if (!isUnsaved) return
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault()
    guard(() => window.confirm(t('maintenance.leave')))
    window.addEventListener('beforeunload', onLeave)
    return () => {
      guard(undefined)
      window.removeEventListener('beforeunload', onLeave)
    }
  }, [isUnsaved])
}
