import type { Values } from './object.ts'

/** An object as it is sent: without what is unset, and references without the names that readers see. */
export function sent(values: Values): Values {
  return bare(values) as Values
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([name, member]) => member !== undefined && !(name === 'displayName' && 'id' in value))
  return Object.fromEntries(members.map(([name, member]) => [name, bare(member)]))
}
