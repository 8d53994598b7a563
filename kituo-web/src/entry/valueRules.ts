import { type MessageKey } from '../app/messages.ts'

const NUMBER = /^-?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/
const INTEGER = /^-?\d{1,10}$/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const COORDINATE = /^\[\s*-?\d+(\.\d+)?\s*,\s*-?\d+(\.\d+)?\s*\]$/

/** DHIS2's longest text value, in characters. */
const LONGEST = 50_000

type Rule = (value: string) => MessageKey | undefined

const integer = (accepts: (n: number) => boolean, otherwise: MessageKey): Rule => {
  return (value) => (INTEGER.test(value) && accepts(Number(value)) ? undefined : otherwise)
}
const between = (low: number, high: number, otherwise: MessageKey): Rule => {
  return (value) => (NUMBER.test(value) && Number(value) >= low && Number(value) <= high ? undefined : otherwise)
}
const matches = (pattern: RegExp, otherwise: MessageKey): Rule => {
  return (value) => (pattern.test(value) ? undefined : otherwise)
}

const rules: Readonly<Record<string, Rule>> = {
  NUMBER: matches(NUMBER, 'invalid.number'),
  INTEGER: integer(() => true, 'invalid.integer'),
  INTEGER_POSITIVE: integer((n) => n > 0, 'invalid.positive'),
  INTEGER_ZERO_OR_POSITIVE: integer((n) => n >= 0, 'invalid.zeroOrPositive'),
  INTEGER_NEGATIVE: integer((n) => n < 0, 'invalid.negative'),
  PERCENTAGE: between(0, 100, 'invalid.percentage'),
  UNIT_INTERVAL: between(0, 1, 'invalid.unitInterval'),
  LETTER: matches(/^\p{Letter}$/u, 'invalid.letter'),
  EMAIL: matches(EMAIL, 'invalid.email'),
  COORDINATE: matches(COORDINATE, 'invalid.coordinate'),
}

/** What is wrong with a value of this type, or undefined; empty is always right. The server has the last word. */
export function problemOfValue(valueType: string, value: string): MessageKey | undefined {
  if (value === '') return undefined
  if (value.length > LONGEST) return 'invalid.text'
  return rules[valueType]?.(value)
}
