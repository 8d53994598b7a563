import { useQueries, useQuery } from '@tanstack/react-query'
import { Suspense, lazy, useCallback, useMemo, useState } from 'react'
import { t } from '../app/messages.ts'
import { ErrorNotice, NoticeBox } from '../ui/NoticeBox.tsx'
import { Loading } from '../ui/Loading.tsx'
import { type AnalyticsAnswer, filterNames } from '../visualization/cube.ts'
import { Freshness } from '../visualization/Freshness.tsx'
import { formatNumber } from '../visualization/numbers.ts'
import { analyticsAddress } from '../visualization/question.ts'
import { useFigures } from '../visualization/useFigures.ts'
import { type DrawnLayer, drawLayer, isDrawn, isThematic, periodsOf, questionOf } from './drawnLayer.ts'
import { type Place, boundsOf, fetchPlaces } from './geoFeature.ts'
import { type MapLayer, type StoredMap, fetchMap } from './thematicMap.ts'
import './map.css'

const MapCanvas = lazy(() => import('./MapCanvas.tsx'))

interface MapViewProps {
  readonly id: string
  readonly isVisible: boolean
  readonly asTable: boolean
}

/** A stored map: fetches it, the shapes and the figures of its layers, and draws them. */
export function MapView({ id, isVisible, asTable }: MapViewProps) {
  const map = useQuery({
    queryKey: ['map', id],
    queryFn: ({ signal }) => fetchMap(id, signal),
    enabled: isVisible,
    staleTime: 60_000,
  })
  if (map.data) return <Layers map={map.data} isVisible={isVisible} asTable={asTable} />
  return map.error ? <ErrorNotice error={map.error} onRetry={() => void map.refetch()} /> : <Loading />
}

interface LayersProps {
  readonly map: StoredMap
  readonly isVisible: boolean
  readonly asTable: boolean
}

function unitsOf(layer: MapLayer) {
  return [...(layer.rows ?? []), ...(layer.filters ?? []), ...(layer.columns ?? [])].find(({ dimension }) => dimension === 'ou')
}

function Layers({ map, isVisible, asTable }: LayersProps) {
  const shown = useMemo(() => map.mapViews.filter((layer) => isDrawn(layer) && !layer.hidden), [map])
  const unknown = map.mapViews.filter((layer) => !isDrawn(layer))
  const thematic = useMemo(() => shown.filter(isThematic), [shown])
  const addresses = useMemo(() => thematic.map((layer) => analyticsAddress(questionOf(layer))), [thematic])
  const figures = useFigures(addresses, isVisible)
  const places = useQueries({
    queries: shown.map((layer) => ({
      queryKey: ['places', unitsOf(layer), layer.layer === 'facility'],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        fetchPlaces(unitsOf(layer) ?? { dimension: 'ou' }, layer.layer === 'facility', signal),
      enabled: isVisible,
      staleTime: 10 * 60_000,
    })),
    combine: (results) => ({
      all: results.every(({ data }) => data) ? results.map(({ data }) => data as Place[]) : undefined,
      error: results.find(({ error }) => error)?.error,
    }),
  })
  const periods = useMemo(
    () => thematic.flatMap((layer, index) => (figures.answers?.[index] ? periodsOf(layer, figures.answers[index]) : [])),
    [thematic, figures.answers],
  )
  const [chosenPeriod, setPeriod] = useState<string>()
  const period = periods.find(({ id }) => id === chosenPeriod) ?? periods.at(-1)
  const ready = thematic.length === 0 || figures.answers !== undefined
  const layers = useMemo(
    () =>
      ready && places.all
        ? shown.map((layer, index) =>
            drawLayer(layer, places.all?.[index] ?? [], figures.answers?.[thematic.indexOf(layer)], period?.id),
          )
        : undefined,
    [ready, places.all, shown, thematic, figures.answers, period?.id],
  )
  const failure = places.error ?? (figures.answers ? undefined : figures.error)
  if (failure) return <ErrorNotice error={failure} onRetry={figures.retry} />
  if (!layers) return <Loading />
  return (
    <div className="visualization">
      <p className="visualization-subtitle">{subtitle(thematic, figures.answers ?? [])}</p>
      {unknown.map((layer) => (
        <p key={layer.id} className="hint">
          {t('map.unsupported', { layer: layer.layer })}
        </p>
      ))}
      <Drawn title={map.displayName} layers={layers} asTable={asTable} />
      {period && <Timeline periods={periods} period={period} onChange={setPeriod} />}
      {thematic.length > 0 && <Freshness figures={figures} />}
    </div>
  )
}

function subtitle(thematic: readonly MapLayer[], answers: readonly AnalyticsAnswer[]): string {
  const names = thematic.flatMap(({ filters = [] }, index) => (answers[index] ? filterNames(filters, answers[index]) : []))
  return [...new Set(names)].join(' · ')
}

interface TimelineProps {
  readonly periods: readonly { readonly id: string; readonly name: string }[]
  readonly period: { readonly id: string; readonly name: string }
  readonly onChange: (id: string) => void
}

/** A slider through the periods of the map. */
function Timeline({ periods, period, onChange }: TimelineProps) {
  return (
    <label className="timeline">
      <span className="timeline-name">{period.name}</span>
      <input
        type="range"
        min={0}
        max={periods.length - 1}
        value={periods.indexOf(period)}
        aria-label={t('map.period')}
        aria-valuetext={period.name}
        onChange={(event) => onChange(periods[Number(event.target.value)]?.id ?? period.id)}
      />
    </label>
  )
}

interface DrawnProps {
  readonly title: string
  readonly layers: readonly DrawnLayer[]
  readonly asTable: boolean
}

function Drawn({ title, layers, asTable }: DrawnProps) {
  const [impossible, setImpossible] = useState(false)
  const onImpossible = useCallback(() => setImpossible(true), [])
  const bounds = useMemo(() => boundsOf(layers.flatMap(({ shapes }) => shapes.features)), [layers])
  if (asTable || impossible) {
    return (
      <>
        {impossible && <p className="hint">{t('map.noGraphics')}</p>}
        <FigureTable title={title} layers={layers} />
      </>
    )
  }
  if (!bounds) {
    return (
      <NoticeBox title={t('map.noPlaces')} tone="warning">
        <p>{t('map.noPlaces.hint')}</p>
      </NoticeBox>
    )
  }
  return (
    <div className="map">
      <Suspense fallback={<Loading />}>
        <MapCanvas layers={layers} bounds={bounds} label={t('map.mapOf', { title })} onImpossible={onImpossible} />
      </Suspense>
      <MapKey layers={layers} />
    </div>
  )
}

function MapKey({ layers }: { readonly layers: readonly DrawnLayer[] }) {
  return (
    <div className="map-key">
      {layers
        .filter(({ key }) => key.length > 0)
        .map((layer) => (
          <div key={layer.id}>
            <p className="map-key-title">{layer.name}</p>
            <ul>
              {layer.key.map(({ name, color }) => (
                <li key={name}>
                  <span className="swatch" style={{ background: color }} aria-hidden="true" />
                  {name}
                </li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  )
}

/** The map's figures in words, for those who cannot see it. */
function FigureTable({ title, layers }: { readonly title: string; readonly layers: readonly DrawnLayer[] }) {
  return (
    <div className="pivot-scroll" tabIndex={0} role="region" aria-label={t('visualization.tableOf', { title })}>
      {layers
        .filter(({ figures }) => figures.length > 0)
        .map((layer) => (
          <table key={layer.id}>
            <thead>
              <tr>
                <th scope="col">{t('map.place')}</th>
                <th scope="col">{layer.name}</th>
              </tr>
            </thead>
            <tbody>
              {layer.figures.map(({ id, name, value }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{value === undefined ? '' : formatNumber(value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
    </div>
  )
}
