import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../app/messages.ts'
import { DialogBox } from '../ui/DialogBox.tsx'
import { ErrorNotice } from '../ui/NoticeBox.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Picker } from '../ui/Picker.tsx'
import { type ListedObject, nameOf, putPart, search } from './object.ts'
import { Refused } from './Refused.tsx'
import { type Schema, pathOf } from './schema.ts'
import { type Grant, type Sharing, accessString, fetchSharing, levelsOf, sharingJson } from './sharing.ts'

interface SharingDialogProps {
  readonly schema: Schema
  readonly object: ListedObject
  readonly onClose: () => void
}

/** Who may see and change an object, and the figures under it where the type knows such. */
export function SharingDialog({ schema, object, onClose }: SharingDialogProps) {
  const path = pathOf(schema)
  const loaded = useQuery({
    queryKey: ['sharing', path, object.id],
    queryFn: ({ signal }) => fetchSharing(path, object.id, signal),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  return (
    <DialogBox title={t('sharing.of', { name: nameOf(object) })} onClose={onClose} isWide>
      {loaded.error && <ErrorNotice error={loaded.error} />}
      {loaded.data ? <Grants schema={schema} object={object} first={loaded.data} onClose={onClose} /> : !loaded.error && <Loading />}
    </DialogBox>
  )
}

interface GrantsProps extends SharingDialogProps {
  readonly first: Sharing
}

function Grants({ schema, object, first, onClose }: GrantsProps) {
  const client = useQueryClient()
  const path = pathOf(schema)
  const [sharing, setSharing] = useState(first)
  const hasData = schema.dataShareable === true
  const saving = useMutation({
    mutationFn: () => putPart(path, object.id, 'sharing', sharingJson(sharing)),
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['objects', path] })
    },
  })
  const change = (id: string, access: string | undefined) =>
    setSharing({
      ...sharing,
      grants: sharing.grants.flatMap((grant) => (grant.id !== id ? [grant] : access === undefined ? [] : [{ ...grant, access }])),
    })
  return (
    <>
      <Refused error={saving.error} />
      <AddGrant sharing={sharing} onAdd={(grant) => setSharing({ ...sharing, grants: [...sharing.grants, grant] })} />
      <h3>{t('sharing.now')}</h3>
      <ul className="grants">
        <GrantRow
          name={t('sharing.everyone')}
          kind={t('sharing.everyone.hint')}
          access={sharing.publicAccess}
          hasData={hasData}
          mayBeNone
          onChange={(publicAccess) => setSharing({ ...sharing, publicAccess })}
        />
        {sharing.grants.map((grant) => (
          <GrantRow
            key={grant.id}
            name={grant.name}
            kind={grant.isGroup ? t('sharing.group') : t('sharing.user')}
            access={grant.access}
            hasData={hasData}
            onChange={(access) => change(grant.id, access)}
            onRemove={() => change(grant.id, undefined)}
          />
        ))}
      </ul>
      <div className="dialog-actions">
        <Button className="button" onPress={onClose}>
          {t('app.cancel')}
        </Button>
        <Button className="button button-primary" isDisabled={saving.isPending} onPress={() => saving.mutate()}>
          {t('maintenance.save')}
        </Button>
      </div>
    </>
  )
}

const SHOWN = 15

/** Finds users and groups by name and adds the chosen one with the right to see. */
function AddGrant({ sharing, onAdd }: { readonly sharing: Sharing; readonly onAdd: (grant: Grant) => void }) {
  const [text, setText] = useState('')
  const found = useQuery({
    queryKey: ['sharingWith', text],
    queryFn: async ({ signal }) => {
      const [groups, users] = await Promise.all([search('userGroups', text, SHOWN, signal), search('users', text, SHOWN, signal)])
      return [...groups.map((each) => ({ each, isGroup: true })), ...users.map((each) => ({ each, isGroup: false }))]
    },
    placeholderData: (before) => before,
  })
  const choices = (found.data ?? []).filter(({ each }) => !sharing.grants.some(({ id }) => id === each.id))
  return (
    <Picker
      label={t('sharing.add')}
      placeholder={t('sharing.add.choose')}
      search={t('sharing.add.find')}
      emptyText={found.isPending ? t('app.loading') : t('app.noMatch')}
      onSearch={setText}
      value={undefined}
      choices={choices.map(({ each, isGroup }) => ({
        id: each.id,
        name: nameOf(each),
        mark: <small className="hint"> {isGroup ? t('sharing.group') : t('sharing.user')}</small>,
      }))}
      onChange={(id) => {
        const chosen = choices.find(({ each }) => each.id === id)
        if (chosen) onAdd({ id, name: nameOf(chosen.each), isGroup: chosen.isGroup, access: accessString('r-', '--') })
      }}
    />
  )
}

interface GrantRowProps {
  readonly name: string
  readonly kind: string
  readonly access: string
  readonly hasData: boolean
  readonly mayBeNone?: boolean
  readonly onChange: (access: string) => void
  readonly onRemove?: () => void
}

function GrantRow({ name, kind, access, hasData, mayBeNone = false, onChange, onRemove }: GrantRowProps) {
  const { metadata, data } = levelsOf(access)
  return (
    <li>
      <div className="grant-name">
        <strong>{name}</strong>
        <small className="hint">{kind}</small>
      </div>
      <label>
        <small>{t('sharing.metadata')}</small>
        <select className="input" value={metadata} onChange={(event) => onChange(accessString(event.target.value, data))}>
          {mayBeNone && <option value="--">{t('sharing.none')}</option>}
          <option value="r-">{t('sharing.view')}</option>
          <option value="rw">{t('sharing.edit')}</option>
        </select>
      </label>
      {hasData && (
        <label>
          <small>{t('sharing.data')}</small>
          <select className="input" value={data} onChange={(event) => onChange(accessString(metadata, event.target.value))}>
            <option value="--">{t('sharing.none')}</option>
            <option value="r-">{t('sharing.data.view')}</option>
            <option value="rw">{t('sharing.data.capture')}</option>
          </select>
        </label>
      )}
      {onRemove && (
        <Button className="button button-small" aria-label={t('sharing.remove', { name })} onPress={onRemove}>
          {t('maintenance.remove')}
        </Button>
      )}
    </li>
  )
}
