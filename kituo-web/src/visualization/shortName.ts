import { languageTag } from '../app/messages.ts'

/** The names of the months, long and short, in the language of the application. */
function months(): readonly (readonly [long: string, short: string])[] {
  const tag = languageTag()
  const name = (style: 'long' | 'short') => new Intl.DateTimeFormat(tag, { month: style, timeZone: 'UTC' })
  const [long, short] = [name('long'), name('short')]
  return Array.from({ length: 12 }, (_, month) => {
    const day = new Date(Date.UTC(2024, month, 1))
    return [long.format(day), short.format(day)] as const
  })
}

/** A name for an axis, where room is dear: "November 2025" as "Nov 2025", a week without its days. */
export function shortName(name: string): string {
  const week = /^(\S+ \d+) - \d{4}-\d\d-\d\d - \d{4}-\d\d-\d\d$/.exec(name)
  if (week?.[1]) return week[1]
  const month = months().find(([long]) => name.startsWith(`${long} `) || name === long)
  return month ? month[1] + name.slice(month[0].length) : name
}
