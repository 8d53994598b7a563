import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Input, Label, SearchField } from 'react-aria-components'
import { t } from '../app/messages.ts'
import { follow, usePlace } from '../app/router.ts'
import { ErrorNotice, NoticeBox } from '../ui/NoticeBox.tsx'
import { Loading } from '../ui/Loading.tsx'
import { plain } from '../ui/plain.ts'
import { ObjectList } from './ObjectList.tsx'
import { ObjectPage } from './ObjectPage.tsx'
import { type Schemas, fetchSchemas, pathOf, pluralInWords } from './schema.ts'
import { sectionsOf } from './sections.ts'
import './maintenance.css'

/**
 * Maintenance of metadata: at the side all types, in the middle a list of objects or one of them. Nothing here knows a
 * type: lists, forms, rights and translations follow from `/api/schemas`.
 *
 * Addresses: `/maintenance`, `/maintenance/{type}`, `/maintenance/{type}/new`, `/maintenance/{type}/{id}`.
 */
export default function MaintenanceRoom() {
  const { path } = usePlace()
  const [, , type, id] = path.split('/')
  const schemas = useQuery({ queryKey: ['schemas'], queryFn: ({ signal }) => fetchSchemas(signal), staleTime: Infinity })
  if (schemas.error) {
    return (
      <main className="page-alone" id="content">
        <ErrorNotice error={schemas.error} onRetry={() => void schemas.refetch()} />
      </main>
    )
  }
  return (
    <div className="maintenance">
      {schemas.data ? <Types schemas={schemas.data} selected={type} /> : <aside className="maintenance-side" />}
      <main className="maintenance-main" id="content" tabIndex={-1}>
        {schemas.data ? <Place schemas={schemas.data} type={type} id={id} /> : <Loading />}
      </main>
    </div>
  )
}

interface PlaceProps {
  readonly schemas: Schemas
  readonly type: string | undefined
  readonly id: string | undefined
}

function Place({ schemas, type, id }: PlaceProps) {
  if (!type) return <Overview schemas={schemas} />
  const schema = schemas.ofPath(type)
  if (!schema) return <NoticeBox title={t('app.notFound')} tone="warning" />
  if (!id) return <ObjectList key={type} schema={schema} />
  return <ObjectPage key={`${type}/${id}`} schema={schema} schemas={schemas} id={id === 'new' ? undefined : id} />
}

interface TypesProps {
  readonly schemas: Schemas
  readonly selected: string | undefined
}

/** The side bar: every type, in groups, shortened to what is typed; folded on a phone. */
function Types({ schemas, selected }: TypesProps) {
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const current = selected === undefined ? undefined : schemas.ofPath(selected)
  const shown = schemas.listed.filter((schema) => plain(pluralInWords(schema)).includes(plain(text.trim())))
  return (
    <aside className="maintenance-side" data-open={isOpen} aria-label={t('maintenance.types')}>
      <Button className="maintenance-toggle" onPress={() => setOpen(!isOpen)} aria-expanded={isOpen}>
        {current ? pluralInWords(current) : t('maintenance.types')}
      </Button>
      <div className="maintenance-types">
        <SearchField className="field search" value={text} onChange={setText}>
          <Label>{t('maintenance.findType')}</Label>
          <Input />
        </SearchField>
        {shown.length === 0 && <p role="status">{t('app.noMatch')}</p>}
        <nav aria-label={t('maintenance.types')}>
          {sectionsOf(shown).map((section) => (
            <section key={section.title}>
              <h2>{t(section.title)}</h2>
              <ul>
                {section.schemas.map((schema) => (
                  <li key={schema.klass}>
                    <a
                      href={`/maintenance/${pathOf(schema)}`}
                      aria-current={schema === current ? 'page' : undefined}
                      onClick={(event) => {
                        setOpen(false)
                        follow(event, `/maintenance/${pathOf(schema)}`)
                      }}
                    >
                      {pluralInWords(schema)}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
      </div>
    </aside>
  )
}

function Overview({ schemas }: { readonly schemas: Schemas }) {
  return (
    <>
      <h1>{t('app.maintenance')}</h1>
      <p className="hint">{t('maintenance.intro')}</p>
      <div className="maintenance-cards">
        {sectionsOf(schemas.listed).map((section) => (
          <section key={section.title} className="card">
            <h2>{t(section.title)}</h2>
            <ul>
              {section.schemas.map((schema) => (
                <li key={schema.klass}>
                  <a href={`/maintenance/${pathOf(schema)}`} onClick={(event) => follow(event, `/maintenance/${pathOf(schema)}`)}>
                    {pluralInWords(schema)}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}
