/**
 * From a data set to tables. A form is a list of sections; a section's data elements are grouped by category combo,
 * and each group is one table: a row per element, a column per combination of category options, and above the columns
 * one header row per category, so that three categories of 2, 3 and 4 options give headers that span 12, 4 and 1 of
 * 24 columns.
 */
import { type CategoryCombo, type DataElement, type DataSetMetadata, type Section, comboOf, isDefaultCombo } from './dataSet.ts'

export interface HeaderCell {
  readonly name: string
  readonly span: number
}

export interface FormColumn {
  readonly categoryOptionCombo: string
  /** The options' names, joined: what a screen reader says for a cell. */
  readonly name: string
}

export interface FormCell {
  readonly key: string
  readonly required: boolean
}

export interface FormRow {
  readonly element: DataElement
  readonly name: string
  /** One per column; undefined where nothing is collected. */
  readonly cells: readonly (FormCell | undefined)[]
}

export interface FormTable {
  readonly id: string
  readonly headerRows: readonly (readonly HeaderCell[])[]
  readonly columns: readonly FormColumn[]
  readonly rows: readonly FormRow[]
  readonly rowTotals: boolean
  readonly columnTotals: boolean
}

export interface FormSection {
  readonly id: string
  /** Empty for a form without sections. */
  readonly name: string
  readonly description: string | undefined
  readonly tables: readonly FormTable[]
}

/** Names a field of a form: data element and category option combo. */
export function cellKey(dataElement: string, categoryOptionCombo: string): string {
  return `${dataElement}.${categoryOptionCombo}`
}

const NUMERIC = new Set([
  'NUMBER',
  'INTEGER',
  'INTEGER_POSITIVE',
  'INTEGER_NEGATIVE',
  'INTEGER_ZERO_OR_POSITIVE',
  'PERCENTAGE',
  'UNIT_INTERVAL',
])

export function isNumeric(valueType: string): boolean {
  return NUMERIC.has(valueType)
}

interface PlacedElement {
  readonly element: DataElement
  readonly combo: CategoryCombo
}

export function layOut({ dataSet, combos }: DataSetMetadata): FormSection[] {
  const placed = new Map<string, PlacedElement>()
  for (const member of dataSet.dataSetElements) {
    const combo = combos.get(comboOf(member))
    if (combo) placed.set(member.dataElement.id, { element: member.dataElement, combo })
  }
  const required = new Set(
    (dataSet.compulsoryDataElementOperands ?? []).map((operand) =>
      cellKey(operand.dataElement.id, operand.categoryOptionCombo?.id ?? ''),
    ),
  )
  const sections = dataSet.sections ?? []
  if (sections.length === 0 || dataSet.formType === 'DEFAULT') return [defaultSection([...placed.values()], required)]
  return sections
    .toSorted((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0))
    .map((section) => formSection(section, placed, required))
}

/** A form without sections: the combos by name, in each the elements by name. */
function defaultSection(elements: PlacedElement[], required: ReadonlySet<string>): FormSection {
  const byName = elements.toSorted((a, b) => nameOf(a.element).localeCompare(nameOf(b.element)))
  const tables = groupByCombo(byName, false)
    .toSorted((a, b) => comboOrder(a) - comboOrder(b))
    .map((group, index) => {
      const disaggregated = (group[0]?.combo.categoryOptionCombos.length ?? 0) > 1
      return formTable(`t${index}`, group, { required, greyed: new Set(), rowTotals: disaggregated, columnTotals: false })
    })
  return { id: 'form', name: '', description: undefined, tables }
}

function comboOrder(group: readonly PlacedElement[]): number {
  return group[0]?.combo.categoryOptionCombos.length ?? 0
}

function formSection(
  section: Section,
  placed: ReadonlyMap<string, PlacedElement>,
  required: ReadonlySet<string>,
): FormSection {
  const elements = section.dataElements.flatMap(({ id }) => placed.get(id) ?? [])
  const greyed = new Set(
    (section.greyedFields ?? []).map((field) => cellKey(field.dataElement.id, field.categoryOptionCombo?.id ?? '')),
  )
  const totals = { rowTotals: section.showRowTotals ?? false, columnTotals: section.showColumnTotals ?? false }
  const tables = groupByCombo(elements, section.disableDataElementAutoGroup ?? false).map((group, index) =>
    formTable(`${section.id}-${index}`, group, { required, greyed, ...totals }),
  )
  return { id: section.id, name: section.displayName, description: section.description, tables }
}

/** Elements of one combo come together; with `keepOrder` only neighbours do. */
function groupByCombo(elements: readonly PlacedElement[], keepOrder: boolean): PlacedElement[][] {
  const groups: PlacedElement[][] = []
  for (const element of elements) {
    const sameCombo = (group: PlacedElement[] | undefined) => group?.[0]?.combo.id === element.combo.id
    const group = keepOrder ? (sameCombo(groups.at(-1)) ? groups.at(-1) : undefined) : groups.find(sameCombo)
    if (group) group.push(element)
    else groups.push([element])
  }
  return groups
}

interface TableOptions {
  readonly required: ReadonlySet<string>
  readonly greyed: ReadonlySet<string>
  readonly rowTotals: boolean
  readonly columnTotals: boolean
}

function formTable(id: string, group: readonly PlacedElement[], options: TableOptions): FormTable {
  const combo = group[0]?.combo
  const columns = combo ? columnsOf(combo) : []
  const rows = group.map(({ element }) => ({
    element,
    name: nameOf(element),
    cells: columns.map((column) => {
      const key = cellKey(element.id, column.categoryOptionCombo)
      return options.greyed.has(key) ? undefined : { key, required: options.required.has(key) }
    }),
  }))
  const numeric = group.some(({ element }) => isNumeric(element.valueType) && !element.optionSet)
  return {
    id,
    headerRows: combo && !isDefaultCombo(combo) ? headerRows(combo) : [],
    columns,
    rows,
    rowTotals: options.rowTotals && numeric && columns.length > 1,
    columnTotals: options.columnTotals && numeric && rows.length > 1,
  }
}

function nameOf(element: DataElement): string {
  return element.displayFormName ?? element.displayName
}

/** All combinations of options in the order of the categories, each with the option combo that stands for it. */
function columnsOf(combo: CategoryCombo): FormColumn[] {
  if (isDefaultCombo(combo)) {
    return combo.categoryOptionCombos.map(({ id }) => ({ categoryOptionCombo: id, name: '' }))
  }
  const byOptions = new Map(
    combo.categoryOptionCombos.map((coc) => [optionsKey(coc.categoryOptions.map(({ id }) => id)), coc.id]),
  )
  let combinations: { ids: string[]; names: string[] }[] = [{ ids: [], names: [] }]
  for (const category of combo.categories) {
    combinations = combinations.flatMap(({ ids, names }) =>
      category.categoryOptions.map((option) => ({
        ids: [...ids, option.id],
        names: [...names, option.displayName],
      })),
    )
  }
  return combinations.map(({ ids, names }) => ({
    categoryOptionCombo: byOptions.get(optionsKey(ids)) ?? '',
    name: names.join(', '),
  }))
}

function optionsKey(ids: readonly string[]): string {
  return ids.toSorted().join(';')
}

function headerRows(combo: CategoryCombo): HeaderCell[][] {
  let span = combo.categories.reduce((product, category) => product * category.categoryOptions.length, 1)
  let repeat = 1
  return combo.categories.map((category) => {
    span /= category.categoryOptions.length
    const once = category.categoryOptions.map((option) => ({ name: option.displayName, span }))
    const row = Array.from({ length: repeat }, () => once).flat()
    repeat *= category.categoryOptions.length
    return row
  })
}
