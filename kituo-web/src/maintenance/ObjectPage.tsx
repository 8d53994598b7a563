import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../app/messages.ts'
import { follow, navigate } from '../app/router.ts'
import { ErrorNotice, NoticeBox } from '../ui/NoticeBox.tsx'
import { Loading } from '../ui/Loading.tsx'
import { DeleteDialog } from './DeleteDialog.tsx'
import { type Field, fieldsOf } from './fields.ts'
import { HistoryDialog } from './HistoryDialog.tsx'
import { type LoadedObject, type Values, fetchObject, nameOf } from './object.ts'
import { ObjectForm } from './ObjectForm.tsx'
import { moment } from './ObjectList.tsx'
import { type Schema, type Schemas, inWords, pathOf, pluralInWords } from './schema.ts'
import { SharingDialog } from './SharingDialog.tsx'
import { TranslationDialog } from './TranslationDialog.tsx'

interface ObjectPageProps {
  readonly schema: Schema
  readonly schemas: Schemas
  /** Undefined for an object that is still to be made. */
  readonly id: string | undefined
}

/** One object: its form, and what can be done with it. */
export function ObjectPage({ schema, schemas, id }: ObjectPageProps) {
  const path = pathOf(schema)
  const fields = useMemo(() => fieldsOf(schema, schemas), [schema, schemas])
  const loaded = useQuery({
    queryKey: ['object', path, id],
    queryFn: ({ signal }) => fetchObject(path, id ?? '', fields, signal),
    enabled: id !== undefined,
    // What is being edited is not exchanged under the user's hands.
    refetchOnWindowFocus: false,
    staleTime: 0,
    gcTime: 0,
  })
  const typeName = inWords(schema.singular)
  return (
    <>
      <p className="trail">
        <a href={`/maintenance/${path}`} onClick={(event) => follow(event, `/maintenance/${path}`)}>
          {pluralInWords(schema)}
        </a>
      </p>
      <header className="maintenance-head">
        <h1>{id === undefined ? t('maintenance.newOf', { type: typeName }) : loaded.data ? nameOf(loaded.data) : typeName}</h1>
        {loaded.data && <Actions schema={schema} object={loaded.data} />}
      </header>
      {loaded.error && <ErrorNotice error={loaded.error} onRetry={() => void loaded.refetch()} />}
      {id === undefined ? (
        <Editable schema={schema} fields={fields} object={undefined} />
      ) : loaded.data ? (
        <>
          <About object={loaded.data} />
          <Editable key={loaded.dataUpdatedAt} schema={schema} fields={fields} object={loaded.data} />
        </>
      ) : (
        !loaded.error && <Loading />
      )}
    </>
  )
}

interface EditableProps {
  readonly schema: Schema
  readonly fields: readonly Field[]
  readonly object: (LoadedObject & Values) | undefined
}

function Editable({ schema, fields, object }: EditableProps) {
  const client = useQueryClient()
  const path = pathOf(schema)
  const isReadOnly = object?.access?.update === false
  async function onSaved(id: string) {
    await client.invalidateQueries({ queryKey: ['objects', path] })
    if (object) await client.invalidateQueries({ queryKey: ['object', path, id] })
    else navigate(`/maintenance/${path}/${id}`, { replace: true })
  }
  return (
    <>
      {isReadOnly && <NoticeBox title={t('maintenance.readOnly')} />}
      <ObjectForm path={path} fields={fields} object={object} isReadOnly={isReadOnly} onSaved={onSaved} />
    </>
  )
}

/** Who made the object and who changed it last. */
function About({ object }: { readonly object: LoadedObject }) {
  const by = (user: { readonly displayName?: string } | undefined) => user?.displayName ?? '–'
  return (
    <dl className="about">
      <dt>{t('maintenance.id')}</dt>
      <dd>
        <code>{object.id}</code>
      </dd>
      {object.created && (
        <>
          <dt>{t('maintenance.created')}</dt>
          <dd>{t('maintenance.whenBy', { when: moment(object.created), who: by(object.createdBy) })}</dd>
        </>
      )}
      {object.lastUpdated && (
        <>
          <dt>{t('maintenance.lastUpdated')}</dt>
          <dd>{t('maintenance.whenBy', { when: moment(object.lastUpdated), who: by(object.lastUpdatedBy) })}</dd>
        </>
      )}
    </dl>
  )
}

function Actions({ schema, object }: { readonly schema: Schema; readonly object: LoadedObject }) {
  const [open, setOpen] = useState<'share' | 'translate' | 'history' | 'delete'>()
  const close = () => setOpen(undefined)
  const { access } = object
  return (
    <div className="head-actions">
      {schema.shareable && access?.manage !== false && (
        <Button className="button" onPress={() => setOpen('share')}>
          {t('maintenance.share')}
        </Button>
      )}
      {schema.translatable && access?.update !== false && (
        <Button className="button" onPress={() => setOpen('translate')}>
          {t('maintenance.translate')}
        </Button>
      )}
      <Button className="button" onPress={() => setOpen('history')}>
        {t('history.show')}
      </Button>
      {access?.delete !== false && (
        <Button className="button button-danger" onPress={() => setOpen('delete')}>
          {t('maintenance.delete')}
        </Button>
      )}
      {open === 'share' && <SharingDialog schema={schema} object={object} onClose={close} />}
      {open === 'translate' && <TranslationDialog schema={schema} object={object} onClose={close} />}
      {open === 'history' && <HistoryDialog schema={schema} object={object} mayRestore={access?.update !== false} onClose={close} />}
      {open === 'delete' && (
        <DeleteDialog schema={schema} object={object} onClose={close} onDeleted={() => navigate(`/maintenance/${pathOf(schema)}`, { replace: true })} />
      )}
    </div>
  )
}
