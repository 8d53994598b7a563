import { describe, expect, it } from 'vitest'
import { ApiError } from '../../src/api/http.ts'
import { moved } from '../../src/maintenance/fields/TransferField.tsx'
import { fieldsOf, fieldsParameter } from '../../src/maintenance/fields.ts'
import { patchOf, problemsIn } from '../../src/maintenance/object.ts'
import { type Property, type Schema, Schemas, inWords, mayCreate } from '../../src/maintenance/schema.ts'
import { sent } from '../../src/maintenance/sent.ts'
import { levelsOf, sharingJson } from '../../src/maintenance/sharing.ts'

function property(name: string, propertyType: string, more: Partial<Property> = {}): Property {
  return { name, fieldName: name, klass: 'java.lang.String', propertyType, persisted: true, owner: true, writable: true, ...more }
}

function schema(name: string, properties: readonly Property[], more: Partial<Schema> = {}): Schema {
  return {
    klass: `org.hisp.dhis.${name}`,
    name,
    singular: name,
    plural: `${name}s`,
    displayName: name,
    metadata: true,
    shareable: true,
    translatable: true,
    relativeApiEndpoint: `/${name}s`,
    properties,
    ...more,
  }
}

const unit = schema('unit', [property('name', 'TEXT')])
const legend = schema('legend', [property('name', 'TEXT'), property('set', 'REFERENCE', { klass: 'org.hisp.dhis.set' })], {
  metadata: false,
  embeddedObject: true,
})
const set = schema('set', [
  property('created', 'DATE'),
  property('zeroIsSignificant', 'BOOLEAN'),
  property('description', 'TEXT', { length: 5000 }),
  property('name', 'TEXT', { length: 2000, required: true }),
  property('periodType', 'TEXT', { klass: 'org.hisp.dhis.period.PeriodType' }),
  property('unit', 'REFERENCE', { klass: unit.klass }),
  property('unit', 'COLLECTION', { collection: true, collectionName: 'units', itemKlass: unit.klass, itemPropertyType: 'REFERENCE' }),
  property('legend', 'COLLECTION', { collection: true, collectionName: 'legends', itemKlass: legend.klass, itemPropertyType: 'REFERENCE', embeddedObject: true }),
  property('geometry', 'COMPLEX', { klass: 'org.locationtech.jts.geom.Geometry' }),
  property('user', 'COLLECTION', { collection: true, collectionName: 'members', owner: false, itemPropertyType: 'REFERENCE' }),
  property('level', 'INTEGER', { writable: false }),
])
const schemas = new Schemas([unit, legend, set])

describe('the form of a type', () => {
  const fields = fieldsOf(set, schemas)

  it('has a field for each property that can be written, by kind, names first', () => {
    expect(fields.map(({ name, kind }) => `${name}:${kind}`)).toEqual([
      'name:text',
      'description:longText',
      'geometry:json',
      'legends:parts',
      'periodType:periodType',
      'unit:reference',
      'units:references',
      'zeroIsSignificant:boolean',
    ])
  })

  it('leaves out of a part what leads back to the whole', () => {
    expect(fields.find(({ name }) => name === 'legends')?.parts.map(({ name }) => name)).toEqual(['name'])
  })

  it('asks for references with names and for parts with all they own', () => {
    expect(fieldsParameter(fields)).toBe(
      'name,description,geometry,legends[:owner],periodType,unit[id,displayName],units[id,displayName],zeroIsSignificant',
    )
  })
})

describe('a change', () => {
  it('is sent as a patch of what differs, without the names of references', () => {
    const before = { name: 'a', code: 'c', unit: { id: 'u1', displayName: 'One' }, tags: ['x'] }
    const after = { name: 'b', code: undefined, unit: { id: 'u1', displayName: 'Uno' }, tags: ['x', 'y'] }
    expect(patchOf(sent(before), sent(after))).toEqual([
      { op: 'add', path: '/name', value: 'b' },
      { op: 'remove', path: '/code' },
      { op: 'add', path: '/tags', value: ['x', 'y'] },
    ])
  })

  it('is none where nothing was and nothing is', () => {
    expect(patchOf({ code: null }, { code: '' })).toEqual([])
  })
})

describe('a refusal', () => {
  it('is taken apart into problems with their properties', () => {
    const answer = { response: { errorReports: [{ message: 'Missing', errorCode: 'E4000', errorProperty: 'name' }] } }
    expect(problemsIn(new ApiError('see report', 409, undefined, '', answer))).toEqual([{ text: 'Missing (E4000)', property: 'name' }])
  })

  it('without a report is its message', () => {
    expect(problemsIn(new ApiError('No', 403, undefined, '', {}))).toEqual([{ text: 'No', property: undefined }])
  })
})

describe('chosen objects', () => {
  const chosen = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
  const order = (marked: string[], step: -1 | 1) => moved(chosen, new Set(marked), step).map(({ id }) => id).join('')

  it('move together and stop at the ends', () => {
    expect(order(['c', 'd'], -1)).toBe('acdb')
    expect(order(['a', 'b'], -1)).toBe('abcd')
    expect(order(['a', 'b'], 1)).toBe('cabd')
    expect(order(['d'], 1)).toBe('abcd')
  })
})

describe('rights', () => {
  it('to make objects come from any of the authorities of the type, or from ALL', () => {
    const guarded = schema('x', [], { authorities: [{ type: 'CREATE_PUBLIC', authorities: ['F_X_PUBLIC_ADD'] }] })
    expect(mayCreate(guarded, ['F_X_DELETE'])).toBe(false)
    expect(mayCreate(guarded, ['F_X_PUBLIC_ADD'])).toBe(true)
    expect(mayCreate(guarded, ['ALL'])).toBe(true)
  })

  it('of users and groups are written apart', () => {
    const grants = [
      { id: 'g1', name: 'Clerks', isGroup: true, access: 'r-rw----' },
      { id: 'u1', name: 'Amina', isGroup: false, access: 'rw------' },
    ]
    expect(sharingJson({ owner: 'u2', external: false, publicAccess: '--------', grants })).toEqual({
      owner: 'u2',
      external: false,
      public: '--------',
      users: { u1: { id: 'u1', access: 'rw------' } },
      userGroups: { g1: { id: 'g1', access: 'r-rw----' } },
    })
    expect(levelsOf('r-rw----')).toEqual({ metadata: 'r-', data: 'rw' })
  })
})

describe('names in words', () => {
  it.each([
    ['aggregationLevels', 'Aggregation levels'],
    ['AVERAGE_SUM_ORG_UNIT', 'Average sum org unit'],
    ['oAuth2Clients', 'OAuth2 clients'],
    ['sqlViews', 'SQL views'],
  ])('%s', (name, words) => expect(inWords(name)).toBe(words))
})
