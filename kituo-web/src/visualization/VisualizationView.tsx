import { useQuery } from '@tanstack/react-query'
import { Suspense, lazy, useMemo } from 'react'
import { t } from '../app/messages.ts'
import { ErrorNotice, NoticeBox } from '../ui/NoticeBox.tsx'
import { Loading } from '../ui/Loading.tsx'
import {
  type AnalyticsAnswer,
  type Cube,
  cubeOf,
  filterNames,
  sortedAndCut,
  withoutEmpty,
  yearOverYearCube,
} from './cube.ts'
import { Freshness } from './Freshness.tsx'
import { type LegendSetOf, useLegendSets } from './legend.ts'
import { PivotTable } from './PivotTable.tsx'
import { isYearOverYear, questionsOf, yearsOf } from './question.ts'
import { SingleValue } from './SingleValue.tsx'
import { drawnTypes } from './types.ts'
import { useFigures } from './useFigures.ts'
import { type Visualization, fetchVisualization } from './visualization.ts'
import './visualization.css'

const Chart = lazy(() => import('./Chart.tsx'))

interface VisualizationViewProps {
  readonly id: string
  readonly isVisible: boolean
  readonly asTable: boolean
}

/** A stored visualization: fetches it, asks for its figures, and draws them. */
export function VisualizationView({ id, isVisible, asTable }: VisualizationViewProps) {
  const visualization = useQuery({
    queryKey: ['visualization', id],
    queryFn: ({ signal }) => fetchVisualization(id, signal),
    enabled: isVisible,
    staleTime: 60_000,
  })
  if (visualization.data) return <Answered visualization={visualization.data} isVisible={isVisible} asTable={asTable} />
  if (visualization.error) return <ErrorNotice error={visualization.error} onRetry={() => void visualization.refetch()} />
  return <Loading />
}

interface AnsweredProps {
  readonly visualization: Visualization
  readonly isVisible: boolean
  readonly asTable: boolean
}

function Answered({ visualization, isVisible, asTable }: AnsweredProps) {
  const addresses = useMemo(() => questionsOf(visualization), [visualization])
  const figures = useFigures(addresses, isVisible)
  const { answers } = figures
  const cube = useMemo(() => answers && arrange(visualization, answers), [visualization, answers])
  const legendSetOf = useLegendSets(visualization, cube)
  if (!cube || !answers) {
    return figures.error ? <ErrorNotice error={figures.error} onRetry={figures.retry} /> : <Loading />
  }
  return (
    <div className="visualization">
      {!visualization.hideSubtitle && <p className="visualization-subtitle">{subtitle(visualization, answers)}</p>}
      <div className="visualization-body">
        {cube.isEmpty ? (
          <NoticeBox title={t('visualization.noData')}>
            <p>{t('visualization.noData.hint')}</p>
          </NoticeBox>
        ) : (
          <Picture {...{ visualization, cube, legendSetOf, asTable }} />
        )}
      </div>
      <Freshness figures={figures} />
    </div>
  )
}

function arrange(visualization: Visualization, answers: readonly AnalyticsAnswer[]): Cube {
  const [answer] = answers
  const isTable = visualization.type === 'PIVOT_TABLE'
  const cube =
    isYearOverYear(visualization) || !answer
      ? yearOverYearCube(answers, yearsOf(visualization))
      : cubeOf(answer, visualization.columns, visualization.rows)
  const shown = withoutEmpty(cube, {
    rows: visualization.hideEmptyRows === true,
    columns: isTable && visualization.hideEmptyColumns === true,
  })
  return sortedAndCut(shown, visualization.sortOrder ?? 0, visualization.topLimit ?? 0)
}

interface PictureProps {
  readonly visualization: Visualization
  readonly cube: Cube
  readonly legendSetOf: LegendSetOf
  readonly asTable: boolean
}

function Picture({ visualization, cube, legendSetOf, asTable }: PictureProps) {
  const title = visualization.title || visualization.displayName
  if (visualization.type === 'SINGLE_VALUE' && !asTable) {
    const caption = cube.columns.tuples[0]?.map((id) => cube.name(id)).join(', ') ?? ''
    return <SingleValue {...{ visualization, cube, legendSetOf, caption }} />
  }
  if (drawnTypes.has(visualization.type) && !asTable) {
    return (
      <Suspense fallback={<Loading />}>
        <Chart label={t('visualization.chartOf', { title })} {...{ visualization, cube, legendSetOf }} />
      </Suspense>
    )
  }
  const isMeantAsTable = asTable || visualization.type === 'PIVOT_TABLE'
  return (
    <>
      {!isMeantAsTable && <p className="hint">{t('visualization.shownAsTable', { type: visualization.type })}</p>}
      <PivotTable {...{ visualization, cube, title, legendSetOf }} />
    </>
  )
}

/** The visualization's own subtitle, or what its figures are restricted to. */
function subtitle(visualization: Visualization, answers: readonly AnalyticsAnswer[]): string {
  if (visualization.subtitle) return visualization.subtitle
  return answers[0] ? filterNames(visualization.filters, answers[0]) : ''
}
