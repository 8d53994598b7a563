import { describe, expect, it } from 'vitest'
import { automatic, byLegendSet } from '../../src/map/classes.ts'
import { drawLayer, periodsOf, questionOf } from '../../src/map/drawnLayer.ts'
import { boundsOf, geometryOf } from '../../src/map/geoFeature.ts'

describe('shapes', () => {
  it('are told apart by their nesting', () => {
    expect(geometryOf('[10.5,4.25]')?.type).toBe('Point')
    expect(geometryOf('[[[0,0],[1,0],[1,1],[0,0]]]')?.type).toBe('Polygon')
    expect(geometryOf('[[[[0,0],[1,0],[1,1],[0,0]]]]')?.type).toBe('MultiPolygon')
    expect(geometryOf('nonsense')).toBeUndefined()
  })

  it('have a box around them', () => {
    const point = geometryOf('[-3,7]')
    const area = geometryOf('[[[0,0],[1,0],[1,1],[0,0]]]')
    if (!point || !area) throw new Error('no shape')
    expect(boundsOf([{ geometry: point }, { geometry: area }])).toEqual([-3, 0, 1, 7])
    expect(boundsOf([])).toBeUndefined()
  })
})

describe('classes', () => {
  const values = [1, 2, 3, 4, 100]

  it('make equal steps', () => {
    const { classes, classOf } = automatic(values, { count: 5, method: 2 })
    expect(classes).toHaveLength(5)
    expect(classOf(4)).toBe(classes[0])
    expect(classOf(100)).toBe(classes[4])
  })

  it('hold equally many places', () => {
    const { classes, classOf } = automatic(values, { count: 5, method: 3 })
    expect(values.map((value) => classes.indexOf(classOf(value) ?? { name: '', color: '' }))).toEqual([0, 1, 2, 3, 4])
  })

  it('are one when all figures are the same, and none without figures', () => {
    expect(automatic([7, 7], {}).classes).toHaveLength(1)
    expect(automatic([], {}).classes).toHaveLength(0)
  })

  it('leave out what no legend covers', () => {
    const legends = [{ id: 'a', displayName: 'Low', startValue: 0, endValue: 10, color: '#ffffff' }]
    expect(byLegendSet({ id: 's', displayName: 'S', legends }).classOf(11)).toBeUndefined()
  })
})

describe('a thematic layer', () => {
  const geometry = { type: 'Point' as const, coordinates: [1, 2] }
  const places = ['north', 'south'].map((id) => ({ id, name: id, geometry, groups: {} }))
  const answer = {
    headers: [{ name: 'dx' }, { name: 'ou' }, { name: 'value' }],
    metaData: { items: { cases: { name: 'Cases' } }, dimensions: { dx: ['cases'], ou: ['north', 'south'] } },
    rows: [['cases', 'north', '1250']],
  }

  it('colours what has a figure and says what has none', () => {
    const layer = { id: 'l', layer: 'thematic', columns: [{ dimension: 'dx' }], rows: [{ dimension: 'ou' }] }
    const drawn = drawLayer(layer, places, answer)
    expect(drawn.name).toBe('Cases')
    expect(drawn.figures.map(({ value }) => value)).toEqual([1250, undefined])
    expect(drawn.shapes.features[1]?.properties.text).toBe('No figure')
    expect(drawn.key.at(-1)?.name).toBe('No figure')
  })
})

describe('a timeline', () => {
  const layer = {
    id: 'l',
    layer: 'thematic',
    renderingStrategy: 'TIMELINE' as const,
    columns: [{ dimension: 'dx' }],
    rows: [{ dimension: 'ou', items: [{ id: 'north' }] }],
    filters: [{ dimension: 'pe', items: [{ id: 'LAST_12_MONTHS' }] }],
  }
  const answer = {
    headers: [{ name: 'dx' }, { name: 'ou' }, { name: 'pe' }, { name: 'value' }],
    metaData: {
      items: { '202401': { name: 'January 2024' } },
      dimensions: { dx: ['cases'], ou: ['north'], pe: ['202401', '202402'] },
    },
    rows: [
      ['cases', 'north', '202401', '10'],
      ['cases', 'north', '202402', '90'],
    ],
  }
  const places = [{ id: 'north', name: 'North', geometry: { type: 'Point' as const, coordinates: [1, 2] }, groups: {} }]

  it('asks for the figures of each period', () => {
    const { rows, filters } = questionOf(layer)
    expect(rows.map(({ dimension }) => dimension)).toEqual(['ou', 'pe'])
    expect(filters).toEqual([])
    expect(periodsOf(layer, answer).map(({ name }) => name)).toEqual(['January 2024', '202402'])
  })

  it('shows one period, in the colours of all', () => {
    const [january, february] = ['202401', '202402'].map((period) => drawLayer(layer, places, answer, period))
    expect([january, february].map((drawn) => drawn?.figures[0]?.value)).toEqual([10, 90])
    expect(january?.key).toEqual(february?.key)
    expect(january?.shapes.features[0]?.properties.color).not.toBe(february?.shapes.features[0]?.properties.color)
  })
})
