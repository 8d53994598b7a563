/** From the properties of a type to the fields of its form: which there are, of which kind, in which group. */
import { type Property, type Schema, type Schemas, inWords, jsonName, pathOf } from './schema.ts'

/** How a property is shown and entered. */
export type Kind =
  | 'text'
  | 'longText'
  | 'password'
  | 'number'
  | 'boolean'
  | 'constant'
  | 'periodType'
  | 'date'
  | 'color'
  | 'reference'
  | 'references'
  | 'constants'
  | 'words'
  | 'part'
  | 'parts'
  | 'attributes'
  | 'json'

export type Group = 'basic' | 'details' | 'related' | 'advanced'

export interface Field {
  readonly property: Property
  /** The member of the object's JSON. */
  readonly name: string
  readonly label: string
  readonly kind: Kind
  readonly group: Group
  readonly required: boolean
  /** Where the objects that a reference can name are: `dataElements`; for attributes the type that has them. */
  readonly path: string
  /** The fields of the parts of a part; empty for other kinds. */
  readonly parts: readonly Field[]
}

/** Shown in places of their own, kept by the server itself, or said better by other properties. */
const NOT_IN_FORMS = new Set(
  [
    'id created lastUpdated createdBy lastUpdatedBy user sharing translations favorites subscribers href',
    'lastLogin passwordLastUpdated lastCheckedInterpretations twoFactorType emailVerificationToken verifiedEmail',
    'restoreToken idToken restoreExpiry invitation',
  ].flatMap((names) => names.split(' ')),
)

const FIRST = ['name', 'username', 'firstName', 'surname', 'shortName', 'code', 'description', 'formName']

/** These are one line, however long they may be. */
const NAMES = new Set(['name', 'shortName', 'formName', 'code', 'username'])

/** A text that may be longer than this gets more than a line. */
const LONG = 255

export function fieldsOf(schema: Schema, schemas: Schemas, depth = 0): readonly Field[] {
  return schema.properties
    .filter((property) => property.writable && property.persisted && property.owner !== false)
    .filter((property) => !NOT_IN_FORMS.has(jsonName(property)))
    .filter((property) => !isOfAttributes(property) || mayHaveAttributes(schema, schemas))
    .map((property) => fieldOf(property, schemas, schema, depth))
    .toSorted((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label))
}

function isOfAttributes({ klass }: Property): boolean {
  return klass.endsWith('.AttributeValues')
}

/** Whether attributes can be made for a type: some types have values of attributes, but no attribute can name them. */
function mayHaveAttributes({ singular }: Schema, schemas: Schemas): boolean {
  const attribute = schemas.ofKlass('org.hisp.dhis.attribute.Attribute')
  return attribute?.properties.some(({ name }) => name === `${singular}Attribute`) ?? false
}

/** The fields of a part, without the one that leads back to the object that it is a part of. */
function partsOf(schema: Schema, schemas: Schemas, owner: string, depth: number): readonly Field[] {
  return fieldsOf(schema, schemas, depth).filter(({ property }) => property.klass !== owner)
}

function fieldOf(property: Property, schemas: Schemas, owner: Schema, depth: number): Field {
  const kind = kindOf(property, schemas, depth)
  const target = schemas.ofKlass(property.itemKlass ?? property.klass)
  const partSchema = kind === 'part' || kind === 'parts' ? target : undefined
  const name = jsonName(property)
  return {
    property,
    name,
    label: inWords(name),
    kind,
    group: groupOf(property, kind, name),
    required: property.required === true,
    path: kind === 'attributes' ? owner.singular : kind === 'reference' || kind === 'references' ? pathOf(target ?? property) : '',
    parts: partSchema ? partsOf(partSchema, schemas, owner.klass, depth + 1) : [],
  }
}

/** Parts of parts of parts are edited as JSON: no form is readable that deep. */
const DEEPEST = 2

function kindOf(property: Property, schemas: Schemas, depth: number): Kind {
  const { propertyType, itemPropertyType, klass, itemKlass } = property
  if (klass.endsWith('.PeriodType')) return 'periodType'
  if (isOfAttributes(property)) return 'attributes'
  const target = schemas.ofKlass(itemKlass ?? klass)
  const isListed = target !== undefined && schemas.listed.includes(target)
  switch (propertyType) {
    case 'TEXT':
      return (property.length ?? LONG) > LONG && !NAMES.has(property.name) ? 'longText' : 'text'
    case 'IDENTIFIER':
    case 'URL':
    case 'EMAIL':
    case 'PHONENUMBER':
      return 'text'
    case 'PASSWORD':
      return 'password'
    case 'COLOR':
      return 'color'
    case 'INTEGER':
    case 'NUMBER':
      return 'number'
    case 'BOOLEAN':
      return 'boolean'
    case 'DATE':
      return 'date'
    case 'CONSTANT':
      return property.constants ? 'constant' : 'text'
    case 'REFERENCE':
      return isListed && !property.embeddedObject ? 'reference' : 'json'
    case 'COMPLEX':
      return target && depth < DEEPEST ? 'part' : 'json'
    case 'COLLECTION':
      if (itemPropertyType === 'REFERENCE' && isListed && !property.embeddedObject) return 'references'
      if (itemPropertyType === 'CONSTANT' && property.constants) return 'constants'
      if (itemPropertyType === 'TEXT' || itemPropertyType === 'INTEGER') return 'words'
      return target && depth < DEEPEST ? 'parts' : 'json'
    default:
      return 'json'
  }
}

function groupOf(property: Property, kind: Kind, name: string): Group {
  if (kind === 'json') return 'advanced'
  if (kind === 'references' || kind === 'parts' || kind === 'part') return 'related'
  return property.required || FIRST.includes(name) ? 'basic' : 'details'
}

function rank(field: Field): number {
  const first = FIRST.indexOf(field.name)
  if (first >= 0) return first
  if (field.kind === 'longText') return FIRST.length + 2
  if (field.kind === 'boolean') return FIRST.length + 3
  return FIRST.length + (field.required ? 0 : 1)
}

/** What to ask for to fill the form: references with their names, parts with all that they own. */
export function fieldsParameter(fields: readonly Field[]): string {
  return fields
    .map(({ name, kind, property }) => {
      if (kind === 'reference' || kind === 'references') return `${name}[id,displayName]`
      if (kind === 'attributes') return `${name}[value,attribute[id]]`
      const isOfObjects = property.itemPropertyType === 'REFERENCE' || property.itemPropertyType === 'COMPLEX'
      return kind === 'part' || kind === 'parts' || (kind === 'json' && isOfObjects) ? `${name}[:owner]` : name
    })
    .join(',')
}
