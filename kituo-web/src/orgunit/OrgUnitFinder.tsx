import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Button, Input, Label, SearchField } from 'react-aria-components'
import { t } from '../app/messages.ts'
import { useMe } from '../session/me.ts'
import { ErrorNotice, NoticeBox } from '../ui/NoticeBox.tsx'
import { Loading } from '../ui/Loading.tsx'
import { type FoundUnit, type OrgUnit, fetchTopUnits, searchUnits } from './orgUnit.ts'
import { OrgUnitTree } from './OrgUnitTree.tsx'

interface OrgUnitFinderProps {
  readonly selected: OrgUnit | undefined
  readonly onSelect: (unit: OrgUnit) => void
}

/** The shortest text worth asking the server for. */
const SEARCH_FROM = 2

/** The tree of the user's organisation units, with a search box over it whose results take the tree's place. */
export function OrgUnitFinder({ selected, onSelect }: OrgUnitFinderProps) {
  const own = useMe().organisationUnits
  const top = useQuery({
    queryKey: ['orgUnitRoots'],
    queryFn: ({ signal }) => fetchTopUnits(signal),
    enabled: own.length === 0,
    staleTime: 5 * 60_000,
  })
  const roots = own.length > 0 ? own : top.data
  const [text, setText] = useState('')
  const searched = useDeferredValue(text.trim())

  return (
    <div className="finder">
      <SearchField className="field search" value={text} onChange={setText}>
        <Label>{t('orgunit.search')}</Label>
        <div className="search-box">
          <Input />
          <Button className="search-clear">
            <span aria-hidden="true">×</span>
          </Button>
        </div>
      </SearchField>
      {searched.length >= SEARCH_FROM ? (
        <Results text={searched} withinHierarchy={own.length > 0} selected={selected} onSelect={onSelect} />
      ) : roots === undefined ? (
        top.error ? <ErrorNotice error={top.error} onRetry={() => void top.refetch()} /> : <Loading />
      ) : roots.length === 0 ? (
        <NoticeBox title={t('orgunit.noRoots')} tone="warning">
          <p>{t('orgunit.noRoots.hint')}</p>
        </NoticeBox>
      ) : (
        <OrgUnitTree roots={roots} selected={selected} onSelect={onSelect} />
      )}
    </div>
  )
}

interface ResultsProps extends OrgUnitFinderProps {
  readonly text: string
  readonly withinHierarchy: boolean
}

function Results({ text, withinHierarchy, selected, onSelect }: ResultsProps) {
  const found = useQuery({
    queryKey: ['orgUnitSearch', text, withinHierarchy],
    queryFn: ({ signal }) => searchUnits(text, withinHierarchy, signal),
    placeholderData: (before) => before,
    staleTime: 60_000,
  })
  if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading />
  const { units, more } = found.data
  if (units.length === 0) return <p role="status">{t('orgunit.none')}</p>
  return (
    <>
      <p role="status" className="finder-count">
        {more ? t('orgunit.more', { n: units.length }) : t('orgunit.results', { n: units.length })}
      </p>
      <ul className="finder-results">
        {units.map((unit) => (
          <li key={unit.id}>
            <button type="button" aria-pressed={unit.id === selected?.id} onClick={() => onSelect(unit)}>
              <span>{unit.displayName}</span>
              <small>{trail(unit)}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Where the unit lies: the names above it. */
function trail(unit: FoundUnit): string {
  return unit.ancestors.map((ancestor) => ancestor.displayName).join(' › ')
}
