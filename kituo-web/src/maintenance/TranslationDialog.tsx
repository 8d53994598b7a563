import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Button } from 'react-aria-components'
import { getJson } from '../api/http.ts'
import { languageTag, t } from '../app/messages.ts'
import { DialogBox } from '../ui/DialogBox.tsx'
import { ErrorNotice } from '../ui/NoticeBox.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Picker } from '../ui/Picker.tsx'
import { type ListedObject, type Values, nameOf, putPart } from './object.ts'
import { Refused } from './Refused.tsx'
import { type Property, type Schema, inWords, jsonName, pathOf } from './schema.ts'

interface Translation {
  readonly property: string
  readonly locale: string
  readonly value: string
}

interface TranslationDialogProps {
  readonly schema: Schema
  readonly object: ListedObject
  readonly onClose: () => void
}

/** Languages that are offered beside those in which the object is translated already. */
const LANGUAGES = 'af am ar as az bg bi bn bs ca ckb cs da de dz el en es et fa fi fr ha he hi hr hu id ig is it ja ka kk km kn ko ky lo lt lv mg mk ml mn mr ms my nb ne nl nn om or pa pl ps pt pt_BR ro ru rw si sk sl so sq sr st sv sw ta te tet tg th ti tk tl tn to tr uk ur uz vi wo xh yo zh zu'.split(' ')

/** The texts of an object in other languages. */
export function TranslationDialog({ schema, object, onClose }: TranslationDialogProps) {
  const path = pathOf(schema)
  const properties = schema.properties.filter(({ translatable, persisted }) => translatable && persisted)
  const loaded = useQuery({
    queryKey: ['translations', path, object.id],
    queryFn: ({ signal }) =>
      getJson<Values & { translations?: Translation[] }>(
        `/api/${path}/${object.id}`,
        [['fields', `translations,${properties.map(jsonName).join(',')}`]],
        signal,
      ),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  return (
    <DialogBox title={t('translation.of', { name: nameOf(object) })} onClose={onClose} isWide>
      {loaded.error && <ErrorNotice error={loaded.error} />}
      {loaded.data ? (
        <Texts path={path} id={object.id} properties={properties} texts={loaded.data} first={loaded.data.translations ?? []} onClose={onClose} />
      ) : (
        !loaded.error && <Loading />
      )}
    </DialogBox>
  )
}

interface TextsProps {
  readonly path: string
  readonly id: string
  readonly properties: readonly Property[]
  /** The object's own texts. */
  readonly texts: Values
  readonly first: readonly Translation[]
  readonly onClose: () => void
}

function Texts({ path, id, properties, texts, first, onClose }: TextsProps) {
  const [translations, setTranslations] = useState(first)
  const [locale, setLocale] = useState(first[0]?.locale)
  const fieldId = useId()
  const saving = useMutation({
    mutationFn: () => putPart(path, id, 'translations', { translations: translations.filter(({ value }) => value.trim() !== '') }),
    onSuccess: onClose,
  })
  const set = (property: string, value: string) => {
    if (locale === undefined) return
    const others = translations.filter((each) => each.property !== property || each.locale !== locale)
    setTranslations([...others, { property, locale, value }])
  }
  return (
    <>
      <Refused error={saving.error} />
      <Picker
        label={t('translation.language')}
        placeholder={t('maintenance.choose')}
        search={t('translation.find')}
        emptyText={t('app.noMatch')}
        choices={languagesWith(translations)}
        value={locale}
        onChange={setLocale}
      />
      {locale !== undefined &&
        properties.map((property) => {
          const key = property.translationKey ?? property.name
          const own = texts[jsonName(property)]
          return (
            <div key={key} className="field">
              <label htmlFor={`${fieldId}-${key}`}>{inWords(jsonName(property))}</label>
              <input
                id={`${fieldId}-${key}`}
                className="input"
                lang={locale.replace('_', '-')}
                value={translations.find((each) => each.property === key && each.locale === locale)?.value ?? ''}
                onChange={(event) => set(key, event.target.value)}
              />
              {typeof own === 'string' && <p className="hint">{own}</p>}
            </div>
          )
        })}
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

/** All languages by their names, those with translations marked. */
function languagesWith(translations: readonly Translation[]) {
  const used = new Set(translations.filter(({ value }) => value !== '').map(({ locale }) => locale))
  const names = new Intl.DisplayNames([languageTag()], { type: 'language' })
  return [...new Set([...used, ...LANGUAGES])]
    .map((id) => ({ id, name: languageName(names, id), mark: used.has(id) && <span aria-hidden="true"> ●</span> }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

function languageName(names: Intl.DisplayNames, locale: string): string {
  try {
    return names.of(locale.replace(/_/g, '-')) ?? locale
  } catch {
    return locale // one that only this server knows
  }
}
