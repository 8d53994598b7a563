import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formQueryKey, noteSaved } from '../../src/entry/formQuery.ts'
import type { FieldAddress, FormValues } from '../../src/entry/formValues.ts'

const field: FieldAddress = {
  dataSet: 'ds',
  orgUnit: 'ou',
  period: '202401',
  attribute: undefined,
  dataElement: 'de',
  categoryOptionCombo: 'coc',
}
const formWith = (value?: string): FormValues => ({
  values: new Map(value === undefined ? [] : [['de.coc', value]]),
  ranges: new Map(),
  lock: 'OPEN',
  completion: undefined,
})

describe('a figure that is saved while its form is being loaded', () => {
  const queryKey = formQueryKey(field)
  let client: QueryClient
  let answers: ((form: FormValues) => void)[]
  let stop: () => void
  const shown = () => client.getQueryData<FormValues>(queryKey)?.values.get('de.coc')
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

  beforeEach(() => {
    client = new QueryClient()
    answers = []
    const queryFn = () => new Promise<FormValues>((resolve) => answers.push(resolve))
    stop = new QueryObserver(client, { queryKey, queryFn, structuralSharing: false, retry: false }).subscribe(() => undefined)
  })
  afterEach(() => stop())

  it('is not lost to an answer from before', async () => {
    answers[0]?.(formWith())
    await settle()
    void client.invalidateQueries({ queryKey })
    await settle()
    expect(answers).toHaveLength(2)
    noteSaved(client, field, '78')
    answers[1]?.(formWith())
    await settle()
    expect(shown()).toBe('78')
    answers[2]?.(formWith('78'))
    await settle()
    expect(shown()).toBe('78')
  })

  it('is in the form even when that had never been loaded', async () => {
    noteSaved(client, field, '78')
    await settle()
    answers[0]?.(formWith())
    await settle()
    expect(shown()).toBeUndefined()
    answers[1]?.(formWith('78'))
    await settle()
    expect(shown()).toBe('78')
  })

  it('costs no question when none is under way', async () => {
    answers[0]?.(formWith('1'))
    await settle()
    noteSaved(client, field, '2')
    await settle()
    expect(shown()).toBe('2')
    expect(answers).toHaveLength(1)
  })
})
