import { type Parameter, getJson } from '../api/http.ts'
import type { DataInputPeriod } from '../period/openPeriods.ts'

interface Reference {
  readonly id: string
}

export interface DataSetName {
  readonly id: string
  readonly displayName: string
  readonly periodType: string
}

export interface OptionSet {
  readonly id: string
  readonly options: readonly { readonly code: string; readonly displayName: string; readonly sortOrder?: number }[]
}

export interface DataElement {
  readonly id: string
  readonly displayName: string
  readonly displayFormName?: string
  readonly displayDescription?: string
  readonly valueType: string
  readonly categoryCombo: Reference
  readonly optionSet?: OptionSet
}

interface OperandReference {
  readonly dataElement: Reference
  readonly categoryOptionCombo?: Reference
}

export interface Section {
  readonly id: string
  readonly displayName: string
  readonly description?: string
  readonly sortOrder?: number
  readonly showRowTotals?: boolean
  readonly showColumnTotals?: boolean
  readonly disableDataElementAutoGroup?: boolean
  readonly dataElements: readonly Reference[]
  readonly greyedFields?: readonly OperandReference[]
}

export interface DataSet extends DataSetName {
  readonly formType: 'DEFAULT' | 'SECTION' | 'CUSTOM' | 'SECTION_MULTIORG'
  readonly openFuturePeriods?: number
  readonly dataInputPeriods?: readonly DataInputPeriod[]
  readonly compulsoryFieldsCompleteOnly?: boolean
  /** The attributes that a whole form is about, such as a funder. */
  readonly categoryCombo: Reference
  readonly compulsoryDataElementOperands?: readonly OperandReference[]
  readonly dataSetElements: readonly { readonly dataElement: DataElement; readonly categoryCombo?: Reference }[]
  readonly sections?: readonly Section[]
  readonly access?: { readonly data?: { readonly write?: boolean } }
}

export interface Category {
  readonly id: string
  readonly displayName: string
  readonly categoryOptions: readonly { readonly id: string; readonly displayName: string }[]
}

export interface CategoryCombo {
  readonly id: string
  readonly displayName: string
  readonly isDefault?: boolean
  readonly categories: readonly Category[]
  readonly categoryOptionCombos: readonly {
    readonly id: string
    readonly displayName: string
    readonly categoryOptions: readonly Reference[]
  }[]
}

/** A data set with all category combos that its elements and its attributes use. */
export interface DataSetMetadata {
  readonly dataSet: DataSet
  readonly combos: ReadonlyMap<string, CategoryCombo>
}

const dataSetFields =
  'id,displayName,periodType,formType,openFuturePeriods,compulsoryFieldsCompleteOnly,access[data[write]],' +
  'dataInputPeriods[period[id],openingDate,closingDate],categoryCombo[id],' +
  'compulsoryDataElementOperands[dataElement[id],categoryOptionCombo[id]],' +
  'dataSetElements[categoryCombo[id],dataElement[id,displayName,displayFormName,displayDescription,valueType,' +
  'categoryCombo[id],optionSet[id,options[code,displayName,sortOrder]]]],' +
  'sections[id,displayName,description,sortOrder,showRowTotals,showColumnTotals,disableDataElementAutoGroup,' +
  'dataElements[id],greyedFields[dataElement[id],categoryOptionCombo[id]]]'

const comboFields =
  'id,displayName,isDefault,categories[id,displayName,categoryOptions[id,displayName]],' +
  'categoryOptionCombos[id,displayName,categoryOptions[id]]'

/** The data sets that a unit reports. */
export async function fetchDataSetsOf(orgUnit: string, signal?: AbortSignal): Promise<readonly DataSetName[]> {
  const parameters: Parameter[] = [
    ['filter', `organisationUnits.id:eq:${orgUnit}`],
    ['fields', 'id,displayName,periodType'],
    ['order', 'displayName:asc'],
    ['paging', 'false'],
  ]
  return (await getJson<{ dataSets: DataSetName[] }>('/api/dataSets', parameters, signal)).dataSets
}

export async function fetchDataSet(id: string, signal?: AbortSignal): Promise<DataSetMetadata> {
  const dataSet = await getJson<DataSet>(`/api/dataSets/${encodeURIComponent(id)}`, [['fields', dataSetFields]], signal)
  const comboIds = new Set([dataSet.categoryCombo.id, ...dataSet.dataSetElements.map(comboOf)])
  const parameters: Parameter[] = [
    ['filter', `id:in:[${[...comboIds].join(',')}]`],
    ['fields', comboFields],
    ['paging', 'false'],
  ]
  const answer = await getJson<{ categoryCombos: CategoryCombo[] }>('/api/categoryCombos', parameters, signal)
  return { dataSet, combos: new Map(answer.categoryCombos.map((combo) => [combo.id, combo])) }
}

/** The disaggregation of an element in this data set, which may differ from the element's own. */
export function comboOf(element: DataSet['dataSetElements'][number]): string {
  return element.categoryCombo?.id ?? element.dataElement.categoryCombo.id
}

/** True for the combo that stands for "not disaggregated". */
export function isDefaultCombo(combo: CategoryCombo): boolean {
  return combo.isDefault ?? (combo.categoryOptionCombos.length === 1 && combo.displayName === 'default')
}
