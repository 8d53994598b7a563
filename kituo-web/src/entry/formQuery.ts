import type { QueryClient } from '@tanstack/react-query'
import { cellKey } from './formLayout.ts'
import type { FieldAddress, FormAddress, FormValues } from './formValues.ts'

/** Where the figures of a form lie in the cache of answers. */
export function formQueryKey(form: FormAddress): readonly unknown[] {
  return ['form', form.dataSet, form.orgUnit, form.period, form.attribute?.combo ?? '', form.attribute?.options.join(';') ?? '']
}

export function isSameForm(a: FormAddress, b: FormAddress): boolean {
  return formQueryKey(a).join('/') === formQueryKey(b).join('/')
}

/**
 * Puts a figure that the server has just accepted among the known values of its form. A question for the form that is
 * under way may have been answered before the figure was saved, so its answer is not waited for: it is asked again.
 */
export function noteSaved(client: QueryClient, field: FieldAddress, value: string): void {
  const queryKey = formQueryKey(field)
  const isBeingAsked = client.isFetching({ queryKey }) > 0
  if (isBeingAsked) void client.cancelQueries({ queryKey }, { silent: true })
  client.setQueryData<FormValues>(queryKey, (form) => form && withValue(form, field, value))
  if (isBeingAsked) void client.invalidateQueries({ queryKey })
}

function withValue(form: FormValues, field: FieldAddress, value: string): FormValues {
  const values = new Map(form.values)
  values.set(cellKey(field.dataElement, field.categoryOptionCombo), value)
  return { ...form, values }
}
