import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef } from 'react'
import { t } from '../app/messages.ts'
import { ErrorNotice, NoticeBox } from '../ui/NoticeBox.tsx'
import { Loading } from '../ui/Loading.tsx'
import { CellQueryProvider } from './CellQueryProvider.tsx'
import { type CellPosition, type Direction, nextCell } from './cellMoves.ts'
import type { DataSetMetadata } from './dataSet.ts'
import { EntryTable } from './EntryTable.tsx'
import { FormStatus } from './FormStatus.tsx'
import { type FormSection, layOut } from './formLayout.ts'
import { formQueryKey } from './formQuery.ts'
import { type FormAddress, type FormValues, fetchFormValues } from './formValues.ts'

interface EntryFormProps {
  readonly metadata: DataSetMetadata
  readonly form: FormAddress
}

/** The form itself: sections of tables, every field saved on its own. */
export function EntryForm({ metadata, form }: EntryFormProps) {
  const sections = useMemo(() => layOut(metadata), [metadata])
  const values = useQuery({
    queryKey: formQueryKey(form),
    queryFn: ({ signal }) => fetchFormValues(form, attributeOptionCombo(metadata, form), signal),
    staleTime: 0,
    structuralSharing: false,
  })
  if (!values.data) {
    return values.error ? <ErrorNotice error={values.error} onRetry={() => void values.refetch()} /> : <Loading />
  }
  if (sections.every((section) => section.tables.length === 0)) return <NoticeBox title={t('entry.empty')} />
  const mayWrite = metadata.dataSet.access?.data?.write ?? true
  return (
    <>
      {metadata.dataSet.formType === 'CUSTOM' && <NoticeBox title={t('entry.custom')} />}
      {!mayWrite && <NoticeBox title={t('entry.readOnly')} tone="warning" />}
      <LockNotice lock={values.data.lock} />
      <CellQueryProvider form={form} attributeOptionCombo={attributeOptionCombo(metadata, form)}>
        <Sections
          sections={sections}
          form={form}
          values={values.data}
          isReadOnly={values.data.lock !== 'OPEN' || !mayWrite}
        />
      </CellQueryProvider>
      <FormStatus metadata={metadata} form={form} values={values.data} mayWrite={mayWrite} />
    </>
  )
}

function LockNotice({ lock }: { readonly lock: FormValues['lock'] }) {
  if (lock === 'OPEN') return null
  const approved = lock === 'APPROVED'
  return (
    <NoticeBox title={t(approved ? 'entry.approved' : 'entry.locked')} tone="warning">
      <p>{t(approved ? 'entry.approved.hint' : 'entry.locked.hint')}</p>
    </NoticeBox>
  )
}

/** The combination of the chosen attribute options; undefined when the data set has no attributes. */
function attributeOptionCombo({ combos }: DataSetMetadata, { attribute }: FormAddress): string | undefined {
  if (!attribute) return undefined
  const wanted = attribute.options.toSorted().join(';')
  const combo = combos.get(attribute.combo)?.categoryOptionCombos.find(
    ({ categoryOptions }) =>
      categoryOptions
        .map(({ id }) => id)
        .toSorted()
        .join(';') === wanted,
  )
  return combo?.id
}

interface SectionsProps {
  readonly sections: readonly FormSection[]
  readonly form: FormAddress
  readonly values: FormValues
  readonly isReadOnly: boolean
}

function Sections({ sections, form, values, isReadOnly }: SectionsProps) {
  const container = useRef<HTMLDivElement>(null)
  const onMove = useCallback((from: CellPosition, direction: Direction) => moveCursor(container.current, from, direction), [])
  let index = 0
  return (
    <div ref={container}>
      {sections.map((section) => (
        <section key={section.id} className="entry-section" aria-label={section.name || undefined}>
          {section.name && <h2>{section.name}</h2>}
          {section.description && <p className="entry-description">{section.description}</p>}
          {section.tables.map((table) => (
            <EntryTable
              key={table.id}
              table={table}
              index={index++}
              caption={section.name || t('entry.element')}
              {...{ form, values, isReadOnly, onMove }}
            />
          ))}
        </section>
      ))}
    </div>
  )
}

/** Puts the cursor into the next cell; false at the edge of the form. */
function moveCursor(container: HTMLElement | null, from: CellPosition, direction: Direction): boolean {
  const cells = [...(container?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])].map((element) => {
    const [table = 0, row = 0, column = 0] = (element.dataset['cell'] ?? '').split(':').map(Number)
    return { table, row, column, element }
  })
  const input = nextCell(cells, from, direction)?.element.querySelector<HTMLElement>('input, select, textarea')
  input?.focus()
  return input !== undefined && input !== null
}
