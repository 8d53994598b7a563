/** Reading, making, changing and deleting metadata objects, and what the server answers when it refuses. */
import { ApiError, type Parameter, getJson, postJson, send } from '../api/http.ts'
import { type Field, fieldsParameter } from './fields.ts'

/** The members of an object as JSON; references are `{id}` alone. */
export type Values = Readonly<Record<string, unknown>>

export interface Access {
  readonly read?: boolean
  readonly update?: boolean
  readonly delete?: boolean
  readonly manage?: boolean
}

export interface ListedObject {
  readonly id: string
  readonly displayName?: string
  readonly name?: string
  readonly code?: string
  readonly lastUpdated?: string
  readonly access?: Access
  readonly sharing?: { readonly public?: string }
}

export interface ListPage {
  readonly objects: readonly ListedObject[]
  readonly page: number
  readonly pageCount: number
  readonly total: number
}

export interface ListQuestion {
  readonly text: string
  readonly page: number
  /** As in the API: `name:asc`. */
  readonly order: string
}

export const PAGE_SIZE = 50

export async function fetchPage(path: string, question: ListQuestion, signal?: AbortSignal): Promise<ListPage> {
  const parameters: Parameter[] = [
    ['fields', 'id,displayName,name,code,lastUpdated,access,sharing[public]'],
    ['page', String(question.page)],
    ['pageSize', String(PAGE_SIZE)],
    ['order', question.order],
  ]
  if (question.text !== '') parameters.push(['query', question.text])
  const answer = await getJson<Record<string, unknown>>(`/api/${path}`, parameters, signal)
  const pager = (answer['pager'] ?? {}) as { page?: number; pageCount?: number; total?: number }
  const objects = listIn(answer)
  return { objects, page: pager.page ?? 1, pageCount: pager.pageCount ?? 1, total: pager.total ?? objects.length }
}

/** The list in an answer stands under the plural of its type, which is not always its path. */
function listIn(answer: Record<string, unknown>): readonly ListedObject[] {
  return (Object.values(answer).find(Array.isArray) ?? []) as ListedObject[]
}

export function nameOf({ id, displayName, name }: { id: string; displayName?: string; name?: string }): string {
  return displayName || name || id
}

/** Objects to choose from, by part of their name, code or identifier. */
export async function search(path: string, text: string, size: number, signal?: AbortSignal): Promise<readonly ListedObject[]> {
  const parameters: Parameter[] = [
    ['fields', 'id,displayName'],
    ['pageSize', String(size)],
  ]
  if (text !== '') parameters.push(['query', text])
  const answer = await getJson<Record<string, unknown>>(`/api/${path}`, parameters, signal)
  return listIn(answer).toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))
}

export async function fetchNames(path: string, ids: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const answer = await getJson<Record<string, unknown>>(
    `/api/${path}`,
    [
      ['fields', 'id,displayName'],
      ['filter', `id:in:[${ids.join(',')}]`],
      ['paging', 'false'],
    ],
    signal,
  )
  return new Map(listIn(answer).map((object) => [object.id, nameOf(object)]))
}

export interface LoadedObject extends ListedObject {
  readonly created?: string
  readonly createdBy?: { readonly displayName?: string }
  readonly lastUpdatedBy?: { readonly displayName?: string }
  readonly href?: string
}

const about = 'id,displayName,name,access,created,createdBy[displayName],lastUpdated,lastUpdatedBy[displayName]'

export function fetchObject(path: string, id: string, fields: readonly Field[], signal?: AbortSignal): Promise<LoadedObject & Values> {
  const parameters: Parameter[] = [['fields', `${about},${fieldsParameter(fields)}`]]
  return getJson<LoadedObject & Values>(`/api/${path}/${encodeURIComponent(id)}`, parameters, signal)
}

/** Makes an object and returns its identifier. */
export async function createObject(path: string, values: Values): Promise<string> {
  const response = await postJson(`/api/${path}`, values)
  const answer = (await response.json()) as { response?: { uid?: string } }
  return answer.response?.uid ?? ''
}

/** Changes only what differs, so that what others change at the same time stays. */
export async function changeObject(path: string, id: string, before: Values, after: Values): Promise<void> {
  await send(`/api/${path}/${encodeURIComponent(id)}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json-patch+json' },
    body: JSON.stringify(patchOf(before, after)),
  })
}

export interface PatchStep {
  readonly op: 'add' | 'remove'
  readonly path: string
  readonly value?: unknown
}

/** The JSON patch from one state to another, a step for each member that differs; `add` replaces what is there. */
export function patchOf(before: Values, after: Values): PatchStep[] {
  return changedNames(before, after).map((name) =>
    isUnset(after[name]) ? { op: 'remove', path: `/${name}` } : { op: 'add', path: `/${name}`, value: after[name] },
  )
}

export function changedNames(before: Values, after: Values): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => !isSame(before[name], after[name]))
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function isSame(a: unknown, b: unknown): boolean {
  return (isUnset(a) && isUnset(b)) || JSON.stringify(a) === JSON.stringify(b)
}

export async function deleteObject(path: string, id: string): Promise<void> {
  await send(`/api/${path}/${encodeURIComponent(id)}`, { method: 'DELETE' })
}

export async function putPart(path: string, id: string, part: 'sharing' | 'translations', value: unknown): Promise<void> {
  await send(`/api/${path}/${encodeURIComponent(id)}/${part}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(value),
  })
}

/** Something that the server does not accept, and the property that it is about, if it is about one. */
export interface Problem {
  readonly text: string
  readonly property: string | undefined
}

interface ErrorReport {
  readonly message?: string
  readonly errorCode?: string
  readonly errorProperty?: string
}

/** Every problem in a refusal: those of the import report, or else its message. */
export function problemsIn(failure: Error): readonly Problem[] {
  if (!(failure instanceof ApiError)) return [{ text: String(failure), property: undefined }]
  const found: Problem[] = []
  collectReports(failure.answer, found)
  if (found.length > 0) return found
  return [{ text: failure.message || `HTTP ${failure.status}`, property: undefined }]
}

function collectReports(json: unknown, found: Problem[]) {
  if (typeof json !== 'object' || json === null) return
  for (const [name, value] of Object.entries(json)) {
    if (name === 'errorReports' && Array.isArray(value)) {
      for (const { message = '', errorCode = '', errorProperty } of value as ErrorReport[]) {
        found.push({ text: errorCode ? `${message} (${errorCode})` : message, property: errorProperty })
      }
    } else {
      collectReports(value, found)
    }
  }
}
