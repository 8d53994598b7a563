import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { Button } from 'react-aria-components'
import { languageTag, t } from '../app/messages.ts'
import { ErrorNotice } from '../ui/NoticeBox.tsx'
import type { DataSetMetadata } from './dataSet.ts'
import { cellKey } from './formLayout.ts'
import { formQueryKey, isSameForm } from './formQuery.ts'
import { type Completion, type FieldAddress, type FormAddress, type FormValues, saveCompletion } from './formValues.ts'
import type { OutboxCounts } from './outbox.ts'
import { useOutboxCounts } from './OutboxProvider.tsx'

interface FormStatusProps {
  readonly metadata: DataSetMetadata
  readonly form: FormAddress
  readonly values: FormValues
  readonly mayWrite: boolean
}

/** The bar below the form: what is saved and what is not, and the one action at the end: complete. */
export function FormStatus({ metadata, form, values, mayWrite }: FormStatusProps) {
  const counts = useOutboxCounts(useCallback((field: FieldAddress) => isSameForm(field, form), [form]))
  const client = useQueryClient()
  const completing = useMutation({
    mutationFn: (completed: boolean) => saveCompletion(form, completed),
    onSettled: () => client.invalidateQueries({ queryKey: formQueryKey(form) }),
  })
  const missing = missingFields(metadata, values)
  const isBlocked = (metadata.dataSet.compulsoryFieldsCompleteOnly ?? false) && missing > 0
  const unsent = counts.saving + counts.queued + counts.rejected > 0
  const { completion } = values
  return (
    <footer className="form-status">
      {completing.error && <ErrorNotice error={completing.error} />}
      <p className={`form-status-text form-status-${toneOf(counts)}`} role="status">
        {statusText(counts)}
      </p>
      <p className="form-status-keys">{t('entry.keys')}</p>
      {completion?.complete && <p className="form-status-completed">{completedText(completion)}</p>}
      {isBlocked && !completion?.complete && <p>{t('entry.missing', { n: missing })}</p>}
      {completion && mayWrite && values.lock === 'OPEN' && (
        <Button
          className={completion.complete ? 'button' : 'button button-primary'}
          isDisabled={completing.isPending || (!completion.complete && (isBlocked || unsent))}
          onPress={() => completing.mutate(!completion.complete)}
        >
          {t(completion.complete ? 'entry.incomplete' : 'entry.complete')}
        </Button>
      )}
    </footer>
  )
}

function toneOf(counts: OutboxCounts): 'rejected' | 'queued' | 'saving' | 'saved' | 'none' {
  if (counts.rejected > 0) return 'rejected'
  if (counts.queued > 0) return 'queued'
  if (counts.saving > 0) return 'saving'
  return counts.saved > 0 ? 'saved' : 'none'
}

function statusText(counts: OutboxCounts): string {
  switch (toneOf(counts)) {
    case 'rejected':
      return t('entry.status.rejected', { n: counts.rejected })
    case 'queued':
      return t('entry.status.queued', { n: counts.queued })
    case 'saving':
      return t('entry.status.saving', { n: counts.saving })
    case 'saved':
      return t('entry.status.saved')
    case 'none':
      return t('entry.status.none')
  }
}

function completedText({ by, at }: Completion): string {
  if (!by || !at) return t('entry.completed.plain')
  const when = new Intl.DateTimeFormat(languageTag(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
  return t('entry.completed', { who: by, when })
}

/** How many of the fields that the data set requires are still empty. */
function missingFields({ dataSet }: DataSetMetadata, { values }: FormValues): number {
  return (dataSet.compulsoryDataElementOperands ?? []).filter(
    ({ dataElement, categoryOptionCombo }) => !values.get(cellKey(dataElement.id, categoryOptionCombo?.id ?? '')),
  ).length
}
