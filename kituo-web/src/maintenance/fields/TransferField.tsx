import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { Button, Input, ListBox, ListBoxItem, ListLayout, SearchField, type Selection, Virtualizer } from 'react-aria-components'
import { t } from '../../app/messages.ts'
import { ErrorNotice } from '../../ui/NoticeBox.tsx'
import { plain } from '../../ui/plain.ts'
import { nameOf, search } from '../object.ts'
import { type FieldProps, labelOf } from './FieldFrame.tsx'
import type { Reference } from './ReferenceField.tsx'

const SHOWN = 100

/** Height of a line in a list, in pixels. */
const ROW = 30

/** Several objects of another type: on one side those that can be chosen, on the other those that are. */
export function TransferField({ field, value, onChange, isReadOnly, problem }: FieldProps) {
  const chosen = Array.isArray(value) ? (value as readonly Reference[]) : []
  const [text, setText] = useState('')
  const searched = useDeferredValue(text)
  const found = useQuery({
    queryKey: ['choices', field.path, searched],
    queryFn: ({ signal }) => search(field.path, searched, SHOWN, signal),
    placeholderData: (before) => before,
    enabled: !isReadOnly,
    staleTime: 60_000,
  })
  const ids = new Set(chosen.map(({ id }) => id))
  const available = (found.data ?? []).filter(({ id }) => !ids.has(id)).map((object) => ({ id: object.id, displayName: nameOf(object) }))
  const isCut = found.data?.length === SHOWN
  return (
    <section className="transfer-field" aria-label={field.label}>
      <h3>{labelOf(field)}</h3>
      {problem && <p className="field-problem">{problem}</p>}
      {found.error && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      <div className="transfer">
        {!isReadOnly && (
          <Side
            label={t('maintenance.available')}
            objects={available}
            search={{ label: t('maintenance.find', { name: field.label }), text, onChange: setText }}
            act={(ids) => onChange([...chosen, ...available.filter(({ id }) => ids.has(id))])}
            action={t('maintenance.add')}
            note={isCut ? t('maintenance.first', { n: SHOWN }) : undefined}
          />
        )}
        <Chosen label={field.label} chosen={chosen} isOrdered={field.property.ordered === true} isReadOnly={isReadOnly} onChange={onChange} />
      </div>
    </section>
  )
}

interface ChosenProps {
  readonly label: string
  readonly chosen: readonly Reference[]
  readonly isOrdered: boolean
  readonly isReadOnly: boolean
  readonly onChange: (chosen: readonly Reference[]) => void
}

function Chosen({ label, chosen, isOrdered, isReadOnly, onChange }: ChosenProps) {
  const [text, setText] = useState('')
  const shown = text === '' ? chosen : chosen.filter((each) => plain(nameOf(each)).includes(plain(text)))
  return (
    <Side
      label={t('maintenance.chosen', { n: chosen.length })}
      objects={shown}
      search={{ label: t('maintenance.findChosen', { name: label }), text, onChange: setText }}
      {...(isReadOnly ? {} : { act: (ids) => onChange(chosen.filter(({ id }) => !ids.has(id))), action: t('maintenance.remove') })}
      {...(isOrdered && !isReadOnly && text === '' ? { move: (ids, step) => onChange(moved(chosen, ids, step)) } : {})}
    />
  )
}

/** The list with the marked objects a place higher (-1) or lower (1); they stop at the ends together. */
export function moved(chosen: readonly Reference[], marked: ReadonlySet<string>, step: -1 | 1): readonly Reference[] {
  const order = step === -1 ? [...chosen] : chosen.toReversed()
  for (let at = 1; at < order.length; at++) {
    const here = order[at]
    const before = order[at - 1]
    if (here && before && marked.has(here.id) && !marked.has(before.id)) {
      order[at - 1] = here
      order[at] = before
    }
  }
  return step === -1 ? order : order.reverse()
}

interface SideProps {
  readonly label: string
  readonly objects: readonly Reference[]
  readonly search: { readonly label: string; readonly text: string; readonly onChange: (text: string) => void }
  /** Moves the marked objects to the other side; without it the list is only looked at. */
  readonly act?: (ids: ReadonlySet<string>) => void
  readonly action?: string
  readonly move?: (ids: ReadonlySet<string>, step: -1 | 1) => void
  readonly note?: ReactNode
}

function Side({ label, objects, search: { label: searchLabel, text, onChange }, act, action, move, note }: SideProps) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const ids = new Set(objects.filter(({ id }) => marked.has(id)).map(({ id }) => id))
  return (
    <div className="transfer-side">
      <p className="transfer-label">{label}</p>
      <SearchField className="field" aria-label={searchLabel} value={text} onChange={onChange}>
        <Input placeholder={searchLabel} />
      </SearchField>
      {/* Only the visible part of a list is drawn: a data set may have thousands of organisation units. */}
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW }}>
        <ListBox
          className="listbox transfer-list"
          aria-label={label}
          items={objects}
          selectionMode={act ? 'multiple' : 'none'}
          selectedKeys={ids}
          onSelectionChange={(keys: Selection) => setMarked(new Set(keys === 'all' ? objects.map(({ id }) => id) : [...keys].map(String)))}
          renderEmptyState={() => <p className="listbox-empty">{text === '' ? t('maintenance.empty') : t('app.noMatch')}</p>}
        >
          {(object) => (
            <ListBoxItem className="listbox-item" id={object.id} textValue={nameOf(object)}>
              {nameOf(object)}
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
      {note && <p className="hint">{note}</p>}
      {act && (
        <div className="transfer-actions">
          <Button className="button button-small" isDisabled={ids.size === 0} onPress={() => act(ids)}>
            {action} {ids.size > 0 && `(${ids.size})`}
          </Button>
          {move && (
            <>
              <Button className="button button-small" isDisabled={ids.size === 0} onPress={() => move(ids, -1)}>
                {t('maintenance.up')}
              </Button>
              <Button className="button button-small" isDisabled={ids.size === 0} onPress={() => move(ids, 1)}>
                {t('maintenance.down')}
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  )
}
