import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Button, Input, Label, Menu, MenuItem, MenuTrigger, Popover, SearchField } from 'react-aria-components'
import { languageTag, t } from '../app/messages.ts'
import { follow, navigate, usePlace } from '../app/router.ts'
import { useMe } from '../session/me.ts'
import { ErrorNotice, NoticeBox } from '../ui/NoticeBox.tsx'
import { Loading } from '../ui/Loading.tsx'
import { DeleteDialog } from './DeleteDialog.tsx'
import { type ListPage, type ListQuestion, type ListedObject, fetchPage, nameOf } from './object.ts'
import { type Schema, jsonName, mayCreate, pathOf, pluralInWords } from './schema.ts'
import { SharingDialog } from './SharingDialog.tsx'
import { TranslationDialog } from './TranslationDialog.tsx'

/** The list's question as it stands in the address bar. */
function readQuestion(query: URLSearchParams, defaultOrder: string): ListQuestion {
  return { text: query.get('q') ?? '', page: Number(query.get('page') ?? 1), order: query.get('order') ?? defaultOrder }
}

function ask(path: string, question: ListQuestion) {
  const query = new URLSearchParams()
  if (question.text) query.set('q', question.text)
  if (question.page > 1) query.set('page', String(question.page))
  query.set('order', question.order)
  navigate(`/maintenance/${path}?${query}`, { replace: true })
}

/** All objects of a type that the user may see, by pages. */
export function ObjectList({ schema }: { readonly schema: Schema }) {
  const path = pathOf(schema)
  const { authorities } = useMe()
  const sortable = new Set(schema.properties.filter(({ persisted }) => persisted).map(jsonName))
  const question = readQuestion(usePlace().query, sortable.has('name') ? 'name:asc' : 'lastUpdated:desc')
  const asked = useDeferredValue(question)
  const list = useQuery({
    queryKey: ['objects', path, asked.text, asked.page, asked.order],
    queryFn: ({ signal }) => fetchPage(path, asked, signal),
    placeholderData: (before) => before,
  })
  return (
    <>
      <header className="maintenance-head">
        <h1>{pluralInWords(schema)}</h1>
        {mayCreate(schema, authorities) && (
          <a className="button button-primary" href={`/maintenance/${path}/new`} onClick={(event) => follow(event, `/maintenance/${path}/new`)}>
            {t('maintenance.new')}
          </a>
        )}
      </header>
      <SearchField className="field search maintenance-search" value={question.text} onChange={(text) => ask(path, { ...question, text, page: 1 })}>
        <Label>{t('maintenance.search')}</Label>
        <Input />
      </SearchField>
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.data ? <Page schema={schema} list={list.data} question={question} sortable={sortable} /> : !list.error && <Loading />}
    </>
  )
}

interface PageProps {
  readonly schema: Schema
  readonly list: ListPage
  readonly question: ListQuestion
  readonly sortable: ReadonlySet<string>
}

function Page({ schema, list, question, sortable }: PageProps) {
  const path = pathOf(schema)
  const [act, setAct] = useState<{ readonly what: Action; readonly object: ListedObject }>()
  if (list.objects.length === 0) return <NoticeBox title={question.text === '' ? t('maintenance.noObjects') : t('app.noMatch')} live />
  const sorts = { question, onSort: (order: string) => ask(path, { ...question, order, page: 1 }) }
  const close = () => setAct(undefined)
  return (
    <>
      <div className="table-scroll">
        <table className="data-table">
          <thead>
            <tr>
              <SortedHead {...sorts} property={sortable.has('name') ? 'name' : undefined} label={t('maintenance.name')} />
              <SortedHead {...sorts} property={sortable.has('code') ? 'code' : undefined} label={t('maintenance.code')} />
              {schema.shareable && <th scope="col">{t('maintenance.publicAccess')}</th>}
              <SortedHead {...sorts} property="lastUpdated" label={t('maintenance.lastUpdated')} />
              <th scope="col">
                <span className="only-read-out">{t('maintenance.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.objects.map((object) => (
              <tr key={object.id}>
                <th scope="row">
                  <a href={`/maintenance/${path}/${object.id}`} onClick={(event) => follow(event, `/maintenance/${path}/${object.id}`)}>
                    {nameOf(object)}
                  </a>
                </th>
                <td>{object.code}</td>
                {schema.shareable && <td>{publicAccess(object)}</td>}
                <td>{moment(object.lastUpdated)}</td>
                <td className="data-table-actions">
                  <Actions schema={schema} object={object} onAct={(what) => setAct({ what, object })} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager list={list} onPage={(page) => ask(path, { ...question, page })} />
      {act?.what === 'share' && <SharingDialog schema={schema} object={act.object} onClose={close} />}
      {act?.what === 'translate' && <TranslationDialog schema={schema} object={act.object} onClose={close} />}
      {act?.what === 'delete' && <DeleteDialog schema={schema} object={act.object} onClose={close} />}
    </>
  )
}

interface SortedHeadProps {
  readonly property: string | undefined
  readonly label: string
  readonly question: ListQuestion
  readonly onSort: (order: string) => void
}

function SortedHead({ property, label, question, onSort }: SortedHeadProps) {
  if (property === undefined) return <th scope="col">{label}</th>
  const [sorted, direction] = question.order.split(':')
  const isSorted = sorted === property
  return (
    <th scope="col" aria-sort={isSorted ? (direction === 'desc' ? 'descending' : 'ascending') : undefined}>
      <button type="button" className="sort" onClick={() => onSort(`${property}:${isSorted && direction === 'asc' ? 'desc' : 'asc'}`)}>
        {label}
        <span aria-hidden="true">{isSorted ? (direction === 'desc' ? ' ▾' : ' ▴') : ''}</span>
      </button>
    </th>
  )
}

type Action = 'share' | 'translate' | 'delete'

interface ActionsProps {
  readonly schema: Schema
  readonly object: ListedObject
  readonly onAct: (action: Action) => void
}

/** What the user may do with an object beside opening it. */
function Actions({ schema, object, onAct }: ActionsProps) {
  const { access } = object
  const actions: readonly (readonly [Action, string, boolean])[] = [
    ['share', t('maintenance.share'), schema.shareable && access?.manage !== false],
    ['translate', t('maintenance.translate'), schema.translatable && access?.update !== false],
    ['delete', t('maintenance.delete'), access?.delete !== false],
  ]
  const possible = actions.filter(([, , isPossible]) => isPossible)
  if (possible.length === 0) return null
  return (
    <MenuTrigger>
      <Button className="menu-button" aria-label={t('maintenance.actionsOf', { name: nameOf(object) })}>
        <span aria-hidden="true">⋯</span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="listbox" onAction={(key) => onAct(key as Action)}>
          {possible.map(([action, label]) => (
            <MenuItem key={action} id={action} className="listbox-item">
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function Pager({ list, onPage }: { readonly list: ListPage; readonly onPage: (page: number) => void }) {
  const { page, pageCount, total } = list
  return (
    <nav className="pager" aria-label={t('maintenance.pages')}>
      <span role="status">{t('maintenance.pageOf', { page, pages: pageCount, total })}</span>
      <Button className="button button-small" isDisabled={page <= 1} onPress={() => onPage(page - 1)}>
        {t('maintenance.previous')}
      </Button>
      <Button className="button button-small" isDisabled={page >= pageCount} onPress={() => onPage(page + 1)}>
        {t('maintenance.next')}
      </Button>
    </nav>
  )
}

function publicAccess({ sharing }: ListedObject): string {
  const access = sharing?.public ?? '--------'
  if (access.startsWith('rw')) return t('sharing.edit')
  return access.startsWith('r') ? t('sharing.view') : t('sharing.none')
}

export function moment(timestamp: string | undefined): string {
  if (!timestamp) return ''
  const date = new Date(timestamp)
  return Number.isNaN(date.getTime()) ? timestamp : date.toLocaleString(languageTag(), { dateStyle: 'medium', timeStyle: 'short' })
}
