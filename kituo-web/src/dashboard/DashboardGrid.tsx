import { type CSSProperties, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../app/messages.ts'
import { MapView } from '../map/MapView.tsx'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { NoticeBox } from '../ui/NoticeBox.tsx'
import { useScrollable } from '../ui/useScrollable.ts'
import { useVisible } from '../ui/useVisible.ts'
import { drawnTypes } from '../visualization/types.ts'
import { VisualizationView } from '../visualization/VisualizationView.tsx'
import { type DashboardItem, inReadingOrder, placeOf } from './dashboard.ts'
import { RichText } from './RichText.tsx'

/** The items at their places in a grid of 60 columns; on a narrow screen one below the other. */
export function DashboardGrid({ items }: { readonly items: readonly DashboardItem[] }) {
  return (
    <div className="dashboard-grid">
      {inReadingOrder(items).map((item) =>
        item.text === SPACER ? <div key={item.id} className="tile-space" style={styleOf(item)} /> : <Tile key={item.id} item={item} />,
      )}
    </div>
  )
}

/** What DHIS2 writes into text items that only keep a place free. */
const SPACER = 'SPACER_ITEM_FOR_DASHBOARD_LAYOUT_CONVENIENCE'

function styleOf(item: DashboardItem): CSSProperties {
  const { x, y, width, height } = placeOf(item)
  return { '--x': x + 1, '--y': y + 1, '--w': width, '--h': height } as CSSProperties
}

/** Words in a tile this low are a heading over what follows. */
const HEADING_HEIGHT = 4

/** What a tile can be switched to besides its table; undefined for tiles that are words or tables anyway. */
function pictureKind({ type, visualization }: DashboardItem): string | undefined {
  if (type === 'MAP') return t('dashboard.map')
  return visualization && drawnTypes.has(visualization.type ?? '') ? t('dashboard.chart') : undefined
}

function Tile({ item }: { readonly item: DashboardItem }) {
  const tile = useRef<HTMLElement>(null)
  const isVisible = useVisible(tile)
  const [asTable, setAsTable] = useState(false)
  const body = useRef<HTMLDivElement>(null)
  const isScrollable = useScrollable(body)
  const title = item.visualization?.displayName ?? item.map?.displayName
  const kind = pictureKind(item)
  const isHeading = item.type === 'TEXT' && placeOf(item).height <= HEADING_HEIGHT
  return (
    <article ref={tile} className={`tile tile-${item.type.toLowerCase()}${isHeading ? ' tile-heading' : ''}`} style={styleOf(item)} aria-label={title}>
      {title !== undefined && (
        <header className="tile-head">
          <h2>{title}</h2>
          {kind !== undefined && (
            <Button
              className="tile-switch"
              aria-label={`${asTable ? t('dashboard.asPicture', { kind }) : t('dashboard.asTable')}: ${title}`}
              onPress={() => setAsTable(!asTable)}
            >
              {asTable ? t('dashboard.asPicture', { kind }) : t('dashboard.asTable')}
            </Button>
          )}
        </header>
      )}
      <div ref={body} className="tile-body" {...(isScrollable ? { tabIndex: 0, role: 'group', 'aria-label': title ?? t('dashboard.words') } : {})}>
        <ErrorBoundary>
          <Content item={item} isVisible={isVisible} asTable={asTable} />
        </ErrorBoundary>
      </div>
    </article>
  )
}

interface ContentProps {
  readonly item: DashboardItem
  readonly isVisible: boolean
  readonly asTable: boolean
}

function Content({ item, isVisible, asTable }: ContentProps) {
  if (item.visualization) return <VisualizationView id={item.visualization.id} isVisible={isVisible} asTable={asTable} />
  if (item.map) return <MapView id={item.map.id} isVisible={isVisible} asTable={asTable} />
  if (item.type === 'TEXT') return <RichText text={item.text ?? ''} />
  return <NoticeBox title={t('dashboard.unsupported', { type: item.type })} />
}
