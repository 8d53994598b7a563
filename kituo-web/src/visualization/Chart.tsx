import { BarChart, GaugeChart, LineChart, PieChart, RadarChart } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  LegendScrollComponent,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
} from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { chartOption } from './chartOption.ts'
import type { Cube } from './cube.ts'
import type { LegendSetOf } from './legend.ts'
import type { Visualization } from './visualization.ts'

use([
  BarChart,
  GaugeChart,
  LineChart,
  PieChart,
  RadarChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  LegendScrollComponent,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
  LabelLayout,
  SVGRenderer,
])

interface ChartProps {
  readonly visualization: Visualization
  readonly cube: Cube
  readonly label: string
  readonly legendSetOf: LegendSetOf
}

/** An ECharts picture that follows its box, and moves to new figures instead of being drawn anew. */
export default function Chart({ visualization, cube, label, legendSetOf }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)

  useEffect(() => {
    const element = box.current
    if (!element) return
    const drawn = init(element, undefined, { renderer: 'svg' })
    chart.current = drawn
    const observer = new ResizeObserver(() => drawn.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      drawn.dispose()
      chart.current = undefined
    }
  }, [])

  useEffect(() => {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const option = chartOption(visualization, cube, legendSetOf, box.current?.clientWidth ?? 0)
    chart.current?.setOption({ ...option, animation: !still }, { replaceMerge: ['series'] })
  }, [visualization, cube, legendSetOf])

  return <div ref={box} className="chart" role="img" aria-label={label} />
}
