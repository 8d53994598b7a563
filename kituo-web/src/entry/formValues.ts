import { ApiError, type Parameter, getJson, postForm, postJson } from '../api/http.ts'
import { cellKey } from './formLayout.ts'

/** Which form: a data set at a place and time, and for data sets with attributes, which options. */
export interface FormAddress {
  readonly dataSet: string
  readonly orgUnit: string
  readonly period: string
  /** Absent when the data set has no attributes. */
  readonly attribute: { readonly combo: string; readonly options: readonly string[] } | undefined
}

/** One field of one form. */
export interface FieldAddress extends FormAddress {
  readonly dataElement: string
  readonly categoryOptionCombo: string
}

export interface Range {
  readonly min: number
  readonly max: number
}

export interface Completion {
  readonly complete: boolean
  readonly by: string | undefined
  readonly at: string | undefined
}

export interface FormValues {
  /** Values by {@link cellKey}. */
  readonly values: ReadonlyMap<string, string>
  readonly ranges: ReadonlyMap<string, Range>
  readonly lock: 'OPEN' | 'LOCKED' | 'APPROVED'
  /** Undefined when the server does not say, so that completion is not offered. */
  readonly completion: Completion | undefined
}

interface DataValue {
  readonly dataElement: string
  readonly categoryOptionCombo: string
  readonly value?: string
}

interface DataEntryAnswer {
  readonly dataValues: readonly DataValue[]
  readonly minMaxValues?: readonly {
    readonly dataElement: string
    readonly categoryOptionCombo: string
    readonly minValue: number
    readonly maxValue: number
  }[]
  readonly lockStatus?: FormValues['lock']
  readonly completeStatus?: { complete?: boolean; createdBy?: string; created?: string; lastUpdatedBy?: string; lastUpdated?: string }
}

function attributeParameters({ attribute }: FormAddress): Parameter[] {
  if (!attribute) return []
  return [
    ['cc', attribute.combo],
    ['cp', attribute.options.join(';')],
  ]
}

/**
 * The figures of a form, from the call made for data entry, or from the general export where a server lacks that.
 * `attributeOptionCombo` is what the export needs to tell forms of one data set apart.
 */
export async function fetchFormValues(
  form: FormAddress,
  attributeOptionCombo: string | undefined,
  signal?: AbortSignal,
): Promise<FormValues> {
  const parameters: Parameter[] = [
    ['ds', form.dataSet],
    ['pe', form.period],
    ['ou', form.orgUnit],
    ...attributeParameters(form),
  ]
  try {
    return readAnswer(await getJson<DataEntryAnswer>('/api/dataEntry/dataValues', parameters, signal))
  } catch (failure) {
    if (failure instanceof ApiError && failure.status === 404) return exportedValues(form, attributeOptionCombo, signal)
    throw failure
  }
}

function readAnswer(answer: DataEntryAnswer): FormValues {
  const { completeStatus: status } = answer
  return {
    values: byKey(answer.dataValues),
    ranges: new Map(
      (answer.minMaxValues ?? []).map((range) => [
        cellKey(range.dataElement, range.categoryOptionCombo),
        { min: range.minValue, max: range.maxValue },
      ]),
    ),
    lock: answer.lockStatus ?? 'OPEN',
    completion: {
      complete: status?.complete ?? false,
      by: status?.lastUpdatedBy ?? status?.createdBy,
      at: status?.lastUpdated ?? status?.created,
    },
  }
}

async function exportedValues(
  form: FormAddress,
  attributeOptionCombo: string | undefined,
  signal?: AbortSignal,
): Promise<FormValues> {
  const parameters: Parameter[] = [
    ['dataSet', form.dataSet],
    ['period', form.period],
    ['orgUnit', form.orgUnit],
    ...(attributeOptionCombo ? ([['attributeOptionCombo', attributeOptionCombo]] as const) : []),
  ]
  const answer = await getJson<{ dataValues?: DataValue[] }>('/api/dataValueSets', parameters, signal)
  return { values: byKey(answer.dataValues ?? []), ranges: new Map(), lock: 'OPEN', completion: undefined }
}

function byKey(values: readonly DataValue[]): ReadonlyMap<string, string> {
  return new Map(values.map((each) => [cellKey(each.dataElement, each.categoryOptionCombo), each.value ?? '']))
}

/** Saves one figure; an empty value deletes it. */
export async function saveValue(field: FieldAddress, value: string): Promise<void> {
  await postForm('/api/dataValues', [
    ['de', field.dataElement],
    ['pe', field.period],
    ['ou', field.orgUnit],
    ['co', field.categoryOptionCombo],
    ['ds', field.dataSet],
    ...attributeParameters(field),
    ['value', value],
  ])
}

/** Says that the form is finished, or takes that back. */
export async function saveCompletion(form: FormAddress, completed: boolean): Promise<void> {
  await postJson('/api/dataEntry/dataSetCompletion', {
    dataSet: form.dataSet,
    period: form.period,
    orgUnit: form.orgUnit,
    ...(form.attribute ? { attribute: form.attribute } : {}),
    completed,
  })
}
