import {
  type GeoJSONSource,
  type LayerSpecification,
  Map as MapLibre,
  type MapLayerMouseEvent,
  NavigationControl,
  Popup,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useRef, useState } from 'react'
import { t } from '../app/messages.ts'
import type { DrawnLayer } from './drawnLayer.ts'
import type { Bounds } from './geoFeature.ts'

setWorkerUrl(workerUrl)

/** Nothing below our own shapes: no tiles, fonts or pictures from elsewhere, so that the map works without a line. */
const EMPTY: StyleSpecification = {
  version: 8,
  sources: {},
  layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#eef2f6' } }],
}

/** From this width in pixels the key stands beside the country instead of over it. */
const KEY_BESIDE = 480
const KEY_WIDTH = 216

interface MapCanvasProps {
  readonly layers: readonly DrawnLayer[]
  readonly bounds: Bounds
  readonly label: string
  /** Called when the device has no graphics to draw a map with. */
  readonly onImpossible: () => void
}

/** The map itself. New figures change its colours; the part of the country that is looked at stays. */
export default function MapCanvas({ layers, bounds, label, onImpossible }: MapCanvasProps) {
  const box = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapLibre>()
  const [west, south, east, north] = bounds

  useEffect(() => {
    if (!box.current) return
    let created: MapLibre
    try {
      created = new MapLibre({
        container: box.current,
        style: EMPTY,
        bounds: [west, south, east, north],
        fitBoundsOptions: { padding: paddingFor(box.current) },
        attributionControl: false,
        cooperativeGestures: true,
        dragRotate: false,
        pitchWithRotate: false,
        locale: {
          'NavigationControl.ZoomIn': t('map.zoomIn'),
          'NavigationControl.ZoomOut': t('map.zoomOut'),
          'Map.Title': label,
        },
      })
    } catch {
      onImpossible()
      return
    }
    created.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    created.on('load', () => setMap(created))
    const observer = new ResizeObserver(() => created.resize())
    observer.observe(box.current)
    return () => {
      observer.disconnect()
      setMap(undefined)
      created.remove()
    }
  }, [west, south, east, north, label, onImpossible])

  useEffect(() => {
    if (map) for (const layer of layers) showLayer(map, layer)
  }, [map, layers])

  return <div ref={box} className="map-canvas" data-drawn={map !== undefined} />
}

/** Room for the key at the start side, where the box is wide enough to spare it. */
function paddingFor({ clientWidth }: HTMLElement) {
  const forKey = clientWidth >= KEY_BESIDE ? KEY_WIDTH : 16
  const rtl = document.documentElement.dir === 'rtl'
  return { top: 16, bottom: 16, left: rtl ? 16 : forKey, right: rtl ? forKey : 16 }
}

function showLayer(map: MapLibre, layer: DrawnLayer) {
  const source = map.getSource<GeoJSONSource>(layer.id)
  if (source) {
    source.setData(layer.shapes)
    return
  }
  map.addSource(layer.id, { type: 'geojson', data: layer.shapes })
  for (const specification of specificationsOf(layer)) {
    map.addLayer(specification)
    if (specification.type !== 'line') explainOnHover(map, specification.id)
  }
}

function specificationsOf({ id, kind, opacity }: DrawnLayer): LayerSpecification[] {
  const outline: LayerSpecification = {
    id: `${id}-outline`,
    type: 'line',
    source: id,
    filter: ['!=', ['geometry-type'], 'Point'],
    paint: { 'line-color': kind === 'outline' ? '#39516b' : '#5d6f82', 'line-width': kind === 'outline' ? 1.2 : 0.8 },
  }
  const points: LayerSpecification = {
    id: `${id}-points`,
    type: 'circle',
    source: id,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-color': ['get', 'color'],
      'circle-radius': ['get', 'radius'],
      'circle-opacity': opacity,
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 1.25,
    },
  }
  if (kind === 'outline') return [outline, points]
  const fill: LayerSpecification = {
    id: `${id}-areas`,
    type: 'fill',
    source: id,
    filter: ['!=', ['geometry-type'], 'Point'],
    paint: { 'fill-color': ['get', 'color'], 'fill-opacity': opacity },
  }
  return [fill, outline, points]
}

/** Shows the name and figure of the place under the pointer, or under the finger. */
function explainOnHover(map: MapLibre, layerId: string) {
  const popup = new Popup({ closeButton: false, closeOnClick: true, className: 'map-popup' })
  const show = (event: MapLayerMouseEvent) => {
    const properties = event.features?.[0]?.properties
    if (!properties) return
    const content = document.createElement('div')
    const name = document.createElement('strong')
    name.textContent = String(properties['name'])
    const text = document.createElement('div')
    text.textContent = String(properties['text'])
    content.append(name, text)
    popup.setLngLat(event.lngLat).setDOMContent(content).addTo(map)
  }
  map.on('mousemove', layerId, show)
  map.on('click', layerId, show)
  map.on('mouseleave', layerId, () => popup.remove())
}
