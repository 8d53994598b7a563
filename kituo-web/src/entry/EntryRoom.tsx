import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../app/messages.ts'
import { navigate, usePlace } from '../app/router.ts'
import { type OrgUnit, fetchUnit } from '../orgunit/orgUnit.ts'
import { OrgUnitFinder } from '../orgunit/OrgUnitFinder.tsx'
import { useMe } from '../session/me.ts'
import { ErrorNotice } from '../ui/NoticeBox.tsx'
import { Loading } from '../ui/Loading.tsx'
import { type DataSetMetadata, type DataSetName, fetchDataSet, fetchDataSetsOf, isDefaultCombo } from './dataSet.ts'
import { EntryForm } from './EntryForm.tsx'
import { AttributePickers, DataSetPicker, PeriodPicker } from './Selectors.tsx'
import type { FormAddress } from './formValues.ts'
import './entry.css'

/** What is chosen, as it stands in the address bar. */
interface Selection {
  readonly ou: string | undefined
  readonly ds: string | undefined
  readonly pe: string | undefined
  /** Attribute options, one per category of the data set's attribute combo. */
  readonly ao: readonly string[]
}

function readSelection(query: URLSearchParams): Selection {
  return {
    ou: query.get('ou') ?? undefined,
    ds: query.get('ds') ?? undefined,
    pe: query.get('pe') ?? undefined,
    ao: query.get('ao')?.split(',') ?? [],
  }
}

function select(selection: Selection) {
  const query = Object.entries(selection)
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value] as const)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${value}`)
  navigate(`/entry?${query.join('&')}`, { replace: true })
}

/** Somebody who reports for one facility alone need not choose it. */
function onlyWorkplace(units: readonly OrgUnit[]): string | undefined {
  const [first] = units
  return units.length === 1 && first?.leaf ? first.id : undefined
}

/** Data entry: the organisation unit at the side, data set and period on top, and the form in the middle. */
export default function EntryRoom() {
  const selection = readSelection(usePlace().query)
  const { ou, ds } = selection
  const workplace = onlyWorkplace(useMe().organisationUnits)
  useEffect(() => {
    if (ou === undefined && workplace !== undefined) select({ ...readSelection(new URLSearchParams()), ou: workplace })
  }, [ou, workplace])
  const unit = useQuery({
    queryKey: ['orgUnit', ou],
    queryFn: ({ signal }) => fetchUnit(ou ?? '', signal),
    enabled: ou !== undefined,
    staleTime: 5 * 60_000,
  })
  const dataSets = useQuery({
    queryKey: ['dataSetsOf', ou],
    queryFn: ({ signal }) => fetchDataSetsOf(ou ?? '', signal),
    enabled: ou !== undefined,
    staleTime: 60_000,
  })
  const isAssigned = dataSets.data?.some((dataSet) => dataSet.id === ds) ?? false
  const metadata = useQuery({
    queryKey: ['dataSet', ds],
    queryFn: ({ signal }) => fetchDataSet(ds ?? '', signal),
    enabled: isAssigned,
    staleTime: 60_000,
  })
  const failed = [unit, dataSets, metadata].find((query) => query.error)

  return (
    <div className="entry">
      <UnitPanel isUnset={ou === undefined} unit={unit.data} onSelect={(chosen) => select({ ...selection, ou: chosen.id })} />
      <main className="entry-main" id="content" tabIndex={-1}>
        <h1 className="only-read-out">{t('app.entry')}</h1>
        {failed?.error ? (
          <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />
        ) : (
          <FormChoice selection={selection} unit={unit.data} dataSets={dataSets.data} metadata={metadata.data} />
        )}
      </main>
    </div>
  )
}

interface UnitPanelProps {
  readonly unit: OrgUnit | undefined
  /** True as long as no unit has ever been chosen: then the folded tree opens by itself. */
  readonly isUnset: boolean
  readonly onSelect: (unit: OrgUnit) => void
}

/** The tree: beside the form where there is room, and folded above it on a phone. */
function UnitPanel({ unit, isUnset, onSelect }: UnitPanelProps) {
  const [isOpen, setOpen] = useState(isUnset)
  return (
    <aside className="entry-side" data-open={isOpen} aria-label={t('orgunit.tree')}>
      <Button className="entry-side-toggle" onPress={() => setOpen(!isOpen)} aria-expanded={isOpen}>
        <small>{t('orgunit.chosen')}</small>
        <span>{unit?.displayName ?? t('orgunit.choose')}</span>
      </Button>
      <div className="entry-side-body">
        <OrgUnitFinder
          selected={unit}
          onSelect={(chosen) => {
            onSelect(chosen)
            if (chosen.leaf) setOpen(false)
          }}
        />
      </div>
    </aside>
  )
}

interface FormChoiceProps {
  readonly selection: Selection
  readonly unit: OrgUnit | undefined
  readonly dataSets: readonly DataSetName[] | undefined
  readonly metadata: DataSetMetadata | undefined
}

/** The selectors, each shown when the ones before it are settled, and then the form. */
function FormChoice({ selection, unit, dataSets, metadata }: FormChoiceProps) {
  if (!selection.ou) return <Advice>{t('entry.start.unit')}</Advice>
  if (!unit || !dataSets) return <Loading />
  const chosen = dataSets.find((dataSet) => dataSet.id === selection.ds)
  if (dataSets.length === 0) return <Advice unit={unit}>{t('entry.dataSet.none', { name: unit.displayName })}</Advice>
  return (
    <>
      <div className="selectors">
        <div className="selectors-unit">
          <small>{t('orgunit.chosen')}</small>
          <strong>{unit.displayName}</strong>
        </div>
        <DataSetPicker
          dataSets={dataSets}
          value={chosen?.id}
          onChange={(ds) => select({ ...selection, ds, pe: samePeriodType(dataSets, selection.ds, ds) ? selection.pe : undefined, ao: [] })}
        />
        {metadata && chosen && (
          <>
            <PeriodPicker
              key={metadata.dataSet.id}
              dataSet={metadata.dataSet}
              value={selection.pe}
              onChange={(pe) => select({ ...selection, pe })}
            />
            <AttributePickers metadata={metadata} value={selection.ao} onChange={(ao) => select({ ...selection, ao })} />
          </>
        )}
      </div>
      {!chosen ? <Advice>{t('entry.start.dataSet')}</Advice> : <ChosenForm selection={selection} metadata={metadata} />}
    </>
  )
}

function samePeriodType(dataSets: readonly DataSetName[], before: string | undefined, after: string): boolean {
  const typeOf = (id: string | undefined) => dataSets.find((dataSet) => dataSet.id === id)?.periodType
  return typeOf(before) === typeOf(after)
}

function ChosenForm({ selection, metadata }: { readonly selection: Selection; readonly metadata: DataSetMetadata | undefined }) {
  const { ou, pe, ao } = selection
  if (!metadata) return <Loading />
  const combo = metadata.combos.get(metadata.dataSet.categoryCombo.id)
  const attributes = combo && !isDefaultCombo(combo) ? combo : undefined
  if (!pe) return <Advice>{t('entry.start.period')}</Advice>
  const unset = attributes?.categories.find((_, index) => !ao[index])
  if (unset) return <Advice>{t('entry.start.option', { name: unset.displayName })}</Advice>
  const form: FormAddress = {
    dataSet: metadata.dataSet.id,
    orgUnit: ou ?? '',
    period: pe,
    attribute: attributes && { combo: attributes.id, options: ao },
  }
  return <RememberedForm key={JSON.stringify(form)} metadata={metadata} form={form} />
}

/** Holds the form's address still, so that its cells are not drawn again when something else changes. */
function RememberedForm({ metadata, form }: { readonly metadata: DataSetMetadata; readonly form: FormAddress }) {
  const [address] = useState(form)
  return <EntryForm metadata={metadata} form={address} />
}

function Advice({ unit, children }: { readonly unit?: OrgUnit; readonly children: ReactNode }) {
  return (
    <div className="advice">
      <p className="advice-title">{unit?.displayName ?? t('entry.start')}</p>
      <p>{children}</p>
    </div>
  )
}
