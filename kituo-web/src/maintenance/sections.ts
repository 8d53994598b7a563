import type { MessageKey } from '../app/messages.ts'
import { type Schema, inWords } from './schema.ts'

export interface MaintenanceSection {
  readonly title: MessageKey
  readonly schemas: readonly Schema[]
}

const programs = [
  'program',
  'programrule',
  'trackedentity',
  'trackedentityfilter',
  'programstagefilter',
  'programstageworkinglist',
  'relationship',
]
const analysis = ['visualization', 'eventvisualization', 'eventchart', 'eventreport', 'mapping', 'dashboard', 'report', 'legend']

/** Where the types of a DHIS2 package belong; the packages are the grouping that `/api/schemas` has. */
const sections: readonly { readonly title: MessageKey; readonly packages: readonly string[] }[] = [
  { title: 'maintenance.dataElements', packages: ['dataelement'] },
  { title: 'maintenance.dataSets', packages: ['dataset', 'dataentryform', 'dataapproval'] },
  { title: 'maintenance.categories', packages: ['category'] },
  { title: 'maintenance.indicators', packages: ['indicator', 'expressiondimensionitem'] },
  { title: 'maintenance.orgUnits', packages: ['organisationunit'] },
  { title: 'maintenance.programs', packages: programs },
  { title: 'maintenance.validation', packages: ['validation', 'predictor'] },
  { title: 'maintenance.users', packages: ['user', 'security'] },
  { title: 'maintenance.analysis', packages: analysis },
]

/** The types in the groups of the side bar; what fits nowhere comes last. */
export function sectionsOf(schemas: readonly Schema[]): readonly MaintenanceSection[] {
  const known = new Set(sections.flatMap(({ packages }) => packages))
  const within = (title: MessageKey, belongs: (packageName: string) => boolean) => ({
    title,
    schemas: schemas
      .filter((schema) => belongs(packageOf(schema)))
      .toSorted((a, b) => inWords(a.singular).localeCompare(inWords(b.singular))),
  })
  return [
    ...sections.map(({ title, packages }) => within(title, (name) => packages.includes(name))),
    within('maintenance.other', (name) => !known.has(name)),
  ].filter((section) => section.schemas.length > 0)
}

/** The package of a type below `org.hisp.dhis`. */
function packageOf({ klass }: Schema): string {
  return klass.split('.')[3] ?? ''
}
