import type { FormAddress } from './formValues.ts'

/** Where the figures of a form lie in the cache of answers. */
export function formQueryKey(form: FormAddress): readonly unknown[] {
  return ['form', form.dataSet, form.orgUnit, form.period, form.attribute?.combo ?? '', form.attribute?.options.join(';') ?? '']
}

export function isSameForm(a: FormAddress, b: FormAddress): boolean {
  return formQueryKey(a).join('/') === formQueryKey(b).join('/')
}
