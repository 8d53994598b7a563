import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Button } from 'react-aria-components'
import { languageTag, t } from '../app/messages.ts'
import { DialogBox } from '../ui/DialogBox.tsx'
import { ErrorNotice } from '../ui/NoticeBox.tsx'
import { type CellQuery, type QueryAction, type QueryStep, askAbout, queriesKey, takeStep } from './cellQueries.ts'
import type { FieldAddress } from './formValues.ts'

interface CellQueryDialogProps {
  readonly field: FieldAddress
  readonly label: string
  readonly queries: readonly CellQuery[]
  readonly onClose: () => void
}

/** What was asked and answered about one figure, and the next word. */
export function CellQueryDialog({ field, label, queries, onClose }: CellQueryDialogProps) {
  const current = queries.find(({ status }) => status !== 'CLOSED')
  return (
    <DialogBox title={t('query.title', { name: label })} onClose={onClose}>
      {queries.toReversed().map((query) => (
        <Conversation key={query.id} query={query} />
      ))}
      <NextWord key={current?.id} {...{ field, current, onClose }} />
    </DialogBox>
  )
}

function Conversation({ query }: { readonly query: CellQuery }) {
  const assignee = query.user?.name ?? query.userGroup?.name
  return (
    <section className={`query query-${query.status.toLowerCase()}`}>
      <p className="query-status">
        {t(`query.status.${query.status}`)}
        {assignee && query.status === 'OPEN' && ` ${t('query.assigned', { name: assignee })}`}
      </p>
      <ol className="query-steps">
        {query.steps.map((step) => (
          <Step key={step.at} step={step} />
        ))}
      </ol>
    </section>
  )
}

function Step({ step }: { readonly step: QueryStep }) {
  const when = new Intl.DateTimeFormat(languageTag(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(step.at))
  return (
    <li>
      <p className="query-who">{t(`query.did.${step.action}`, { who: step.by, when })}</p>
      {step.text && <p className="query-text">{step.text}</p>}
      <p className="query-value">{step.value === undefined ? t('query.noValue') : t('query.value', { value: step.value })}</p>
    </li>
  )
}

interface NextWordProps {
  readonly field: FieldAddress
  readonly current: CellQuery | undefined
  readonly onClose: () => void
}

function NextWord({ field, current, onClose }: NextWordProps) {
  const [text, setText] = useState('')
  const id = useId()
  const client = useQueryClient()
  const saying = useMutation({
    mutationFn: (action: QueryAction | undefined) =>
      current && action ? takeStep(current, action, text.trim()) : askAbout(field, text.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queriesKey(field) })
      onClose()
    },
  })
  const isEmpty = text.trim() === ''
  function choice(action: QueryAction | undefined, primary: boolean) {
    return (
      <Button
        className={primary ? 'button button-primary' : 'button'}
        isDisabled={saying.isPending || (isEmpty && action !== 'close')}
        onPress={() => saying.mutate(action)}
      >
        {t(`query.${action ?? 'ask'}`)}
      </Button>
    )
  }
  return (
    <div className="query-next">
      <label htmlFor={id}>{t(current ? 'query.say' : 'query.question')}</label>
      <textarea id={id} rows={3} value={text} onChange={(event) => setText(event.target.value)} />
      {saying.error && <ErrorNotice error={saying.error} />}
      <div className="dialog-actions">
        {!current && choice(undefined, true)}
        {current && choice('answer', current.status === 'OPEN')}
        {current?.status === 'ANSWERED' && choice('reopen', false)}
        {current && choice('close', current.status === 'ANSWERED')}
      </div>
    </div>
  )
}
