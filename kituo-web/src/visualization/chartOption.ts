/**
 * From a cube to what ECharts draws. The columns of a visualization are the series, its rows are the categories.
 */
import type { BarSeriesOption, GaugeSeriesOption, LineSeriesOption, PieSeriesOption, RadarSeriesOption } from 'echarts/charts'
import type {
  AriaComponentOption,
  GridComponentOption,
  LegendComponentOption,
  MarkLineComponentOption,
  TooltipComponentOption,
} from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { type Cube, type Tuple, nameOfTuple } from './cube.ts'
import { formatNumber, round } from './numbers.ts'
import { shortName } from './shortName.ts'
import { colorAt, palette } from './palette.ts'
import { type LegendSetOf, legendOf } from './legend.ts'
import type { Visualization } from './visualization.ts'

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | PieSeriesOption
  | RadarSeriesOption
  | GaugeSeriesOption
  | AriaComponentOption
  | GridComponentOption
  | LegendComponentOption
  | MarkLineComponentOption
  | TooltipComponentOption
>

const text = '#212934'
const quiet = '#4a5768'
const line = '#e3e8ee'

/** Different marks, so that lines differ by more than their colour. */
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'] as const

const base: ChartOption = {
  color: [...palette],
  // Measured by a canvas, which knows no `inherit`: the family must be named.
  textStyle: { fontFamily: "Roboto, 'Segoe UI', 'Noto Sans', Arial, sans-serif", color: text },
  animationDuration: 250,
  animationDurationUpdate: 250,
}

/** Below this width, in CSS pixels, charts use smaller labels. */
const NARROW = 420

/** Draws a cube as the visualization's type wants it, in a box of a width in CSS pixels. */
export function chartOption(visualization: Visualization, cube: Cube, legendSetOf: LegendSetOf, width: number): ChartOption {
  switch (visualization.type) {
    case 'PIE':
      return pie(visualization, cube, width)
    case 'RADAR':
      return radar(visualization, cube, width)
    case 'GAUGE':
      return gauge(visualization, cube, legendSetOf)
    default:
      return cartesian(visualization, cube, width)
  }
}

function write(visualization: Visualization) {
  return (value: unknown) =>
    typeof value === 'number' ? formatNumber(round(value, 2), visualization.digitGroupSeparator) : '–'
}

/** About how wide a letter of a label is, in pixels: enough to tell whether labels fit. */
const LETTER = 6.4

/** Names along the lower edge: side by side where all fit, else slanted, and only some of them when there are many. */
function labelsBelow(labels: readonly string[], width: number) {
  const longest = Math.max(0, ...labels.map((label) => label.length)) * LETTER
  const room = (width - 70) / Math.max(1, labels.length)
  if (longest + 10 <= room) return { interval: 0 }
  return { interval: room >= 16 ? 0 : ('auto' as const), rotate: 40, width: 110, overflow: 'truncate' as const, hideOverlap: true }
}

/** The most lines that a legend may take from the picture; a longer one is scrolled. */
const LEGEND_LINES = 3
const LEGEND_LINE = 22

/** What the colours mean, in as many lines as the names need, and the height of it all in pixels. */
function legendBox(visualization: Visualization, names: readonly string[], width: number) {
  const narrow = width < NARROW
  const mark = 12
  const gap = 16
  const longest = narrow ? 130 : 300
  let lines = 1
  let used = 0
  for (const name of names) {
    const size = mark + 5 + Math.min(longest, name.length * LETTER) + gap
    if (used > 0 && used + size > width) {
      lines += 1
      used = 0
    }
    used += size
  }
  const isScrolled = lines > LEGEND_LINES
  const isLong = names.some((name) => name.length * LETTER > longest)
  const option: LegendComponentOption = {
    show: !visualization.hideLegend && names.length > 0,
    type: isScrolled ? 'scroll' : 'plain',
    bottom: 0,
    icon: 'roundRect',
    itemWidth: mark,
    itemHeight: mark,
    itemGap: gap,
    textStyle: { color: text, fontSize: narrow ? 11 : 12, ...(isLong ? { overflow: 'truncate' as const, width: longest } : {}) },
    data: [...names],
    tooltip: { show: true },
  }
  return { option, height: (isScrolled ? 1 : lines) * LEGEND_LINE }
}

/** Short labels for large numbers on an axis: 12 k, 3.4 M. */
export function axisLabel(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e9) return `${round(value / 1e9, 2)} G`
  if (size >= 1e6) return `${round(value / 1e6, 2)} M`
  if (size >= 1e4) return `${round(value / 1e3, 1)} k`
  return String(round(value, 4))
}

interface Drawn {
  readonly kind: 'bar' | 'line'
  readonly area: boolean
  readonly stacked: boolean
  readonly horizontal: boolean
}

function drawnAs(type: string): Drawn {
  const isLine = type.includes('LINE') || type.includes('AREA')
  return {
    kind: isLine ? 'line' : 'bar',
    area: type.includes('AREA'),
    stacked: type.startsWith('STACKED'),
    horizontal: type.endsWith('BAR'),
  }
}

function cartesian(visualization: Visualization, cube: Cube, width: number): ChartOption {
  const narrow = width < NARROW
  const drawn = drawnAs(visualization.type)
  const categories = cube.rows.tuples.map((row) => nameOfTuple(cube, row))
  const labels = categories.map(shortName)
  const names = cube.columns.tuples.map((column) => nameOfTuple(cube, column))
  const range = visualization.axes?.find((axis) => axis.type === 'RANGE' && axis.index === 0)
  const domain = visualization.axes?.find((axis) => axis.type === 'DOMAIN')
  const percent = visualization.percentStackedValues && drawn.stacked
  const valueAxis = {
    type: 'value' as const,
    min: range?.minValue,
    max: percent ? 100 : range?.maxValue,
    name: range?.title?.text,
    nameLocation: 'middle' as const,
    nameGap: 44,
    axisLabel: { color: quiet, formatter: axisLabel },
    splitLine: { lineStyle: { color: line } },
  }
  const categoryAxis = {
    type: 'category' as const,
    data: categories,
    name: domain?.title?.text,
    nameLocation: 'middle' as const,
    nameGap: 30,
    inverse: drawn.horizontal,
    boundaryGap: drawn.kind === 'bar',
    axisLabel: {
      color: quiet,
      formatter: shortName,
      ...(drawn.horizontal ? { width: narrow ? 90 : 170, overflow: 'truncate' as const } : labelsBelow(labels, width)),
    },
    axisTick: { alignWithLabel: true, show: false },
    axisLine: { lineStyle: { color: '#a0adba' } },
  }
  const legend = legendBox(visualization, names, width)
  const second = visualization.series?.some((series) => series.axis === 1) ?? false
  const valueAxes = second ? [valueAxis, { ...valueAxis, name: '', splitLine: { show: false } }] : [valueAxis]
  return {
    ...base,
    aria: { enabled: true, label: { enabled: false }, decal: { show: visualization.colorSet === 'PATTERNS' } },
    grid: { top: 16, left: 8, right: narrow ? 12 : 20, bottom: visualization.hideLegend ? 8 : 12 + legend.height, containLabel: true },
    legend: legend.option,
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: drawn.kind === 'bar' ? 'shadow' : 'line' },
      confine: true,
      order: 'seriesDesc',
      valueFormatter: write(visualization),
    },
    xAxis: drawn.horizontal ? valueAxes : categoryAxis,
    yAxis: drawn.horizontal ? categoryAxis : valueAxes,
    series: cube.columns.tuples.map((column, index) => seriesOf(visualization, cube, column, index, drawn)),
  }
}

function seriesOf(
  visualization: Visualization,
  cube: Cube,
  column: Tuple,
  index: number,
  drawn: Drawn,
): BarSeriesOption | LineSeriesOption {
  const own = visualization.series?.find((series) => column.includes(series.dimensionItem))
  const kind = own?.type === 'LINE' ? 'line' : own?.type === 'COLUMN' ? 'bar' : drawn.kind
  const data = valuesOf(visualization, cube, column, drawn.stacked).map((value) => value ?? null)
  const shared = {
    id: column.join('|'),
    name: nameOfTuple(cube, column),
    data,
    label: {
      show: visualization.showData === true && data.length * cube.columns.tuples.length <= 40,
      formatter: ({ value }: { value: unknown }) => write(visualization)(value),
      position: drawn.stacked ? ('inside' as const) : drawn.horizontal ? ('right' as const) : ('top' as const),
    },
    labelLayout: { hideOverlap: true },
    itemStyle: { color: colorAt(index) },
    ...(drawn.stacked ? { stack: 'all' } : {}),
    ...(own?.axis === 1 ? (drawn.horizontal ? { xAxisIndex: 1 } : { yAxisIndex: 1 }) : {}),
    ...(index === 0 ? { markLine: markedLines(visualization, drawn.horizontal) } : {}),
  }
  if (kind === 'bar') return { ...shared, type: 'bar', barMaxWidth: 48 }
  return {
    ...shared,
    type: 'line',
    symbol: symbols[index % symbols.length],
    symbolSize: 7,
    showAllSymbol: 'auto',
    lineStyle: { width: 2.25 },
    ...(drawn.area ? { areaStyle: { opacity: drawn.stacked ? 0.75 : 0.18 } } : {}),
  }
}

/** The series' values along the categories, cumulated or as per cent of the stack if so wanted. */
function valuesOf(visualization: Visualization, cube: Cube, column: Tuple, stacked: boolean): (number | undefined)[] {
  const { columns, rows } = cube
  let running = 0
  return rows.tuples.map((row) => {
    const value = cube.value(column, row)
    if (visualization.percentStackedValues && stacked) {
      const whole = columns.tuples.reduce((sum, other) => sum + (cube.value(other, row) ?? 0), 0)
      return value === undefined || whole === 0 ? undefined : round((100 * value) / whole, 2)
    }
    if (!visualization.cumulativeValues) return value
    running += value ?? 0
    return running
  })
}

/** Base line and target line of the range axis. */
function markedLines(visualization: Visualization, horizontal: boolean): MarkLineComponentOption {
  const axes = (visualization.axes ?? []).filter((axis) => axis.type === 'RANGE')
  const lines = axes.flatMap(({ baseLine, targetLine }) => [baseLine, targetLine])
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: text, type: 'dashed' },
    label: { color: text, position: 'insideEndTop' },
    data: lines
      .filter((each) => each?.value !== undefined)
      .map((each) => {
        const label = { formatter: each?.title?.text ?? String(each?.value) }
        return horizontal ? { xAxis: each?.value, label } : { yAxis: each?.value, label }
      }),
  }
}

function sumOfColumn(cube: Cube, column: Tuple): number | undefined {
  const values = cube.rows.tuples.map((row) => cube.value(column, row)).filter((value) => value !== undefined)
  return values.length === 0 ? undefined : values.reduce((a, b) => a + b, 0)
}

/** Slices are the columns; a pie with one column is cut along its rows instead. */
function pie(visualization: Visualization, cube: Cube, width: number): ChartOption {
  const narrow = width < NARROW
  const only = cube.columns.tuples[0]
  const alongRows = cube.columns.tuples.length === 1 && cube.rows.dimensions.length > 0
  const slices = alongRows
    ? cube.rows.tuples.map((row) => ({ name: nameOfTuple(cube, row), value: cube.value(only ?? [], row) }))
    : cube.columns.tuples.map((column) => ({ name: nameOfTuple(cube, column), value: sumOfColumn(cube, column) }))
  return {
    ...base,
    tooltip: { trigger: 'item', confine: true, valueFormatter: write(visualization) },
    legend: legendBox(
      visualization,
      slices.map(({ name }) => name),
      width,
    ).option,
    series: [
      {
        type: 'pie',
        radius: ['0%', narrow ? '55%' : '66%'],
        center: ['50%', '46%'],
        itemStyle: { borderColor: '#ffffff', borderWidth: 2 },
        label: {
          color: text,
          lineHeight: 16,
          formatter: ({ name, percent }) => `${name}\n${percent ?? 0} %`,
          overflow: 'truncate',
          width: narrow ? 80 : 130,
        },
        data: slices.filter(({ value }) => value !== undefined),
      },
    ],
  }
}

function radar(visualization: Visualization, cube: Cube, width: number): ChartOption {
  const largest = Math.max(
    0,
    ...cube.rows.tuples.flatMap((row) => cube.columns.tuples.map((column) => cube.value(column, row) ?? 0)),
  )
  const names = cube.columns.tuples.map((column) => nameOfTuple(cube, column))
  return {
    ...base,
    legend: legendBox(visualization, names, width).option,
    tooltip: { trigger: 'item', confine: true, valueFormatter: write(visualization) },
    radar: {
      center: ['50%', '46%'],
      radius: '62%',
      indicator: cube.rows.tuples.map((row) => ({ name: nameOfTuple(cube, row), max: largest })),
      axisName: { color: text },
    },
    series: [
      {
        type: 'radar',
        data: cube.columns.tuples.map((column, index) => ({
          name: names[index],
          value: cube.rows.tuples.map((row) => cube.value(column, row) ?? 0),
          itemStyle: { color: colorAt(index) },
          symbol: symbols[index % symbols.length],
        })),
      },
    ],
  } as ChartOption
}

/** A half circle from the axis' least to its greatest value, its arc coloured by the legend's classes. */
function gauge(visualization: Visualization, cube: Cube, legendSetOf: LegendSetOf): ChartOption {
  const column = cube.columns.tuples[0] ?? []
  const value = sumOfColumn(cube, column) ?? 0
  const range = visualization.axes?.find((axis) => axis.type === 'RANGE')
  const min = range?.minValue ?? 0
  const max = range?.maxValue ?? Math.max(100, value)
  const set = legendSetOf(visualization.columns[0]?.items?.[0]?.id)
  const color = (set && legendOf(set, value)?.color) ?? colorAt(0)
  return {
    ...base,
    series: [
      {
        type: 'gauge',
        min,
        max,
        startAngle: 180,
        endAngle: 0,
        center: ['50%', '68%'],
        radius: '100%',
        progress: { show: true, width: 26, itemStyle: { color } },
        pointer: { show: false },
        axisLine: { lineStyle: { width: 26, color: [[1, '#e3e8ee']] } },
        axisTick: { show: false },
        splitLine: { show: false },
        axisLabel: {
          distance: -42,
          color: quiet,
          formatter: (mark: number) => (mark === min || mark === max ? axisLabel(mark) : ''),
        },
        title: { offsetCenter: [0, '20%'], color: text, fontSize: 13, lineHeight: 17, width: 300, overflow: 'break' },
        detail: {
          offsetCenter: [0, '-14%'],
          color: text,
          fontSize: 34,
          fontWeight: 600,
          formatter: write(visualization),
        },
        data: [{ value, name: nameOfTuple(cube, column) }],
      },
    ],
  } as ChartOption
}
