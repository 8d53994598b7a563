import { getJson } from '../api/http.ts'

/** A property of a metadata type, as `/api/schemas` describes it. */
export interface Property {
  readonly name: string
  readonly fieldName: string
  readonly klass: string
  readonly propertyType: string
  readonly itemKlass?: string
  readonly itemPropertyType?: string
  readonly collectionName?: string
  readonly collection?: boolean
  readonly ordered?: boolean
  readonly persisted?: boolean
  readonly owner?: boolean
  readonly writable?: boolean
  readonly required?: boolean
  readonly unique?: boolean
  readonly translatable?: boolean
  readonly translationKey?: string
  readonly embeddedObject?: boolean
  readonly length?: number
  readonly max?: number
  readonly min?: number
  readonly constants?: readonly string[]
  readonly relativeApiEndpoint?: string
}

/** A metadata type. */
export interface Schema {
  readonly klass: string
  readonly name: string
  readonly singular: string
  readonly plural: string
  readonly displayName: string
  readonly collectionName?: string
  readonly metadata: boolean
  readonly embeddedObject?: boolean
  readonly shareable: boolean
  readonly dataShareable?: boolean
  readonly translatable: boolean
  readonly relativeApiEndpoint?: string
  readonly authorities?: readonly { readonly type: string; readonly authorities: readonly string[] }[]
  readonly properties: readonly Property[]
}

/** All types, found by what refers to them. */
export class Schemas {
  /** The types with lists of their own. */
  readonly listed: readonly Schema[]
  private readonly byKlass: ReadonlyMap<string, Schema>
  private readonly byPath: ReadonlyMap<string, Schema>

  constructor(all: readonly Schema[]) {
    this.listed = all.filter(({ metadata, embeddedObject, relativeApiEndpoint }) => metadata && !embeddedObject && relativeApiEndpoint)
    this.byKlass = new Map(all.map((schema) => [schema.klass, schema]))
    this.byPath = new Map(this.listed.map((schema) => [pathOf(schema), schema]))
  }

  ofKlass(klass: string): Schema | undefined {
    return this.byKlass.get(klass)
  }

  /** The type whose objects are at `/api/{path}`. */
  ofPath(path: string): Schema | undefined {
    return this.byPath.get(path)
  }
}

export async function fetchSchemas(signal?: AbortSignal): Promise<Schemas> {
  const answer = await getJson<{ schemas: Schema[] }>('/api/schemas', [], signal)
  return new Schemas(answer.schemas)
}

/** The last part of the address of a type's objects: `dataElements`. */
export function pathOf({ relativeApiEndpoint }: { readonly relativeApiEndpoint?: string }): string {
  return (relativeApiEndpoint ?? '').replace(/^\//, '')
}

/** The name of a property in the JSON of an object. */
export function jsonName(property: Property): string {
  return property.collection ? (property.collectionName ?? property.name) : property.name
}

/** `aggregationLevels` and `AVERAGE_SUM_ORG_UNIT` as words. */
export function inWords(name: string): string {
  const words = name
    .replace(/_/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\bo auth2\b/, 'OAuth2')
    .replace(/\b(api|sql|sms|url|id|html|css)\b/g, (word) => word.toUpperCase())
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The plural of a type in words, for headings: `categories` as "Categories". */
export function pluralInWords(schema: Schema): string {
  return inWords(schema.plural)
}

const CREATES = /^CREATE/

/** Whether a user with these authorities may make objects of the type. */
export function mayCreate(schema: Schema, authorities: readonly string[]): boolean {
  const wanted = (schema.authorities ?? []).filter(({ type }) => CREATES.test(type)).flatMap((each) => each.authorities)
  return wanted.length === 0 || authorities.includes('ALL') || wanted.some((authority) => authorities.includes(authority))
}
