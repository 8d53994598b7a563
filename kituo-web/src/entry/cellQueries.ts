import { getJson, postJson } from '../api/http.ts'
import { cellKey } from './formLayout.ts'
import { formQueryKey } from './formQuery.ts'
import type { FieldAddress, FormAddress } from './formValues.ts'

export type QueryStatus = 'OPEN' | 'ANSWERED' | 'CLOSED'
export type QueryAction = 'answer' | 'reopen' | 'close'

/** One thing that was said or done, with the figure at that time. */
export interface QueryStep {
  readonly at: string
  readonly by: string
  readonly action: 'OPEN' | 'ANSWER' | 'ASSIGN' | 'CLOSE' | 'REOPEN'
  readonly text?: string
  readonly value?: string
}

/** A question about the figure in a cell. */
export interface CellQuery {
  readonly id: string
  readonly status: QueryStatus
  readonly openedBy: string
  readonly dataElement: { readonly id: string }
  readonly categoryOptionCombo: { readonly id: string }
  readonly attributeOptionCombo: { readonly id: string }
  readonly user?: { readonly name: string }
  readonly userGroup?: { readonly name: string }
  readonly steps: readonly QueryStep[]
}

export type CellQueries = ReadonlyMap<string, readonly CellQuery[]>

/** Where the questions about a form's figures lie in the cache of answers. */
export function queriesKey(form: FormAddress): readonly unknown[] {
  return ['cellQueries', ...formQueryKey(form)]
}

/**
 * The questions about the figures of a form, by cell, the newest first.
 *
 * @param attributeOptionCombo tells apart the forms of a data set with attributes
 */
export async function fetchQueries(
  form: FormAddress,
  attributeOptionCombo: string | undefined,
  signal?: AbortSignal,
): Promise<CellQueries> {
  const { queries } = await getJson<{ queries: readonly CellQuery[] }>(
    '/api/kituo/queries',
    [
      ['dataSet', form.dataSet],
      ['orgUnit', form.orgUnit],
      ['period', form.period],
      ['paging', 'false'],
    ],
    signal,
  )
  return byCell(queries.filter((query) => !attributeOptionCombo || query.attributeOptionCombo.id === attributeOptionCombo))
}

export function byCell(queries: readonly CellQuery[]): CellQueries {
  const cells = new Map<string, CellQuery[]>()
  for (const query of queries) {
    const key = cellKey(query.dataElement.id, query.categoryOptionCombo.id)
    cells.set(key, [...(cells.get(key) ?? []), query])
  }
  return cells
}

/** The status of the newest question that is not closed; undefined where none is. */
export function unfinished(queries: readonly CellQuery[]): QueryStatus | undefined {
  return queries.find(({ status }) => status !== 'CLOSED')?.status
}

export async function askAbout(field: FieldAddress, text: string): Promise<void> {
  const { dataElement, categoryOptionCombo, orgUnit, period, dataSet, attribute } = field
  await postJson('/api/kituo/queries', {
    ...{ dataElement, categoryOptionCombo, orgUnit, period, dataSet, text },
    ...(attribute ? { attribute } : {}),
  })
}

export async function takeStep(query: CellQuery, action: QueryAction, text: string): Promise<void> {
  await postJson(`/api/kituo/queries/${query.id}/${action}`, text ? { text } : {})
}
