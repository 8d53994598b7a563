import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../app/messages.ts'
import { DialogBox } from '../ui/DialogBox.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ErrorNotice } from '../ui/NoticeBox.tsx'
import { type Change, type Version, fetchChangesSince, fetchVersions, restoreVersion } from './history.ts'
import { type ListedObject, nameOf } from './object.ts'
import { moment } from './ObjectList.tsx'
import { Refused } from './Refused.tsx'
import { type Schema, pathOf } from './schema.ts'

interface HistoryDialogProps {
  readonly schema: Schema
  readonly object: ListedObject
  /** Whether the user may make the object what it was. */
  readonly mayRestore: boolean
  readonly onClose: () => void
}

/** What an object was: its versions, what changed in each, and a way back. */
export function HistoryDialog({ schema, object, mayRestore, onClose }: HistoryDialogProps) {
  const path = pathOf(schema)
  const [chosen, setChosen] = useState<number>()
  const versions = useQuery({
    queryKey: ['history', path, object.id],
    queryFn: ({ signal }) => fetchVersions(path, object.id, signal),
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <DialogBox title={t('history.of', { name: nameOf(object) })} onClose={onClose} isWide>
      {versions.error && <ErrorNotice error={versions.error} onRetry={() => void versions.refetch()} />}
      {!versions.data && !versions.error && <Loading />}
      {chosen === undefined ? (
        <ol className="history" reversed>
          {versions.data?.map((version, index) => (
            <VersionEntry key={version.version} version={version} onRestore={mayRestore && index > 0 && version.action !== 'DELETE' ? setChosen : undefined} />
          ))}
        </ol>
      ) : (
        <Restoring path={path} id={object.id} version={chosen} onBack={() => setChosen(undefined)} onClose={onClose} />
      )}
    </DialogBox>
  )
}

interface VersionEntryProps {
  readonly version: Version
  readonly onRestore: ((version: number) => void) | undefined
}

function VersionEntry({ version, onRestore }: VersionEntryProps) {
  const when = moment(version.at)
  return (
    <li>
      <p>
        {t('maintenance.whenBy', { when, who: version.by?.username ?? '–' })}
        {version.action !== 'UPDATE' && ` – ${t(version.action === 'CREATE' ? 'history.created' : 'history.deleted')}`}
      </p>
      <Changes changes={version.changes} />
      {onRestore && (
        <Button className="button" aria-label={t('history.restoreOf', { when })} onPress={() => onRestore(version.version)}>
          {t('history.restore')}
        </Button>
      )}
    </li>
  )
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <ul>
      {changes.map(({ property, words }) => (
        <li key={property}>{words}</li>
      ))}
    </ul>
  )
}

interface RestoringProps {
  readonly path: string
  readonly id: string
  readonly version: number
  readonly onBack: () => void
  readonly onClose: () => void
}

/** What has changed since a version, before it is undone. */
function Restoring({ path, id, version, onBack, onClose }: RestoringProps) {
  const client = useQueryClient()
  const changes = useQuery({
    queryKey: ['history', path, id, 'since', version],
    queryFn: ({ signal }) => fetchChangesSince(path, id, version, signal),
    staleTime: 0,
    gcTime: 0,
  })
  const restoring = useMutation({
    mutationFn: () => restoreVersion(path, id, version),
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['object', path, id] })
      await client.invalidateQueries({ queryKey: ['objects', path] })
    },
  })
  return (
    <>
      <Refused error={restoring.error} />
      {changes.error && <ErrorNotice error={changes.error} onRetry={() => void changes.refetch()} />}
      <p>{t('history.undone')}</p>
      {changes.data ? <Changes changes={changes.data} /> : !changes.error && <Loading />}
      <div className="dialog-actions">
        <Button className="button" onPress={onBack} autoFocus>
          {t('app.cancel')}
        </Button>
        <Button className="button button-primary" isDisabled={restoring.isPending} onPress={() => restoring.mutate()}>
          {t('history.restore')}
        </Button>
      </div>
    </>
  )
}
