import { plain } from '../ui/plain.ts'
import type { OrgUnit } from './orgUnit.ts'

/** One visible line of the tree. Depth 1 is a root, as in `aria-level`. */
export interface TreeRow {
  readonly unit: OrgUnit
  readonly depth: number
  readonly parent: string | undefined
  readonly position: number
  readonly siblings: number
  readonly isOpen: boolean
  /** Open, but its children are not here yet. */
  readonly isLoading: boolean
}

/** The lines that are visible: the roots, and below each open unit its children, as far as they are loaded. */
export function visibleRows(
  roots: readonly OrgUnit[],
  childrenOf: (id: string) => readonly OrgUnit[] | undefined,
  open: ReadonlySet<string>,
): TreeRow[] {
  const rows: TreeRow[] = []
  const add = (units: readonly OrgUnit[], depth: number, parent: string | undefined) => {
    units.forEach((unit, index) => {
      const isOpen = !unit.leaf && open.has(unit.id)
      const children = isOpen ? childrenOf(unit.id) : undefined
      rows.push({
        unit,
        depth,
        parent,
        position: index + 1,
        siblings: units.length,
        isOpen,
        isLoading: isOpen && children === undefined,
      })
      if (children) add(children, depth + 1, unit.id)
    })
  }
  add(roots, 1, undefined)
  return rows
}

/** What a key does to the tree: where the focus goes, and which unit opens or closes. */
export interface TreeMove {
  readonly focus?: string
  readonly open?: string
  readonly close?: string
  readonly select?: string
}

/** The keyboard of a WAI-ARIA tree; undefined for keys that it leaves alone. Left and right swap in RTL. */
export function moveInTree(rows: readonly TreeRow[], focused: string, key: string, rtl: boolean): TreeMove | undefined {
  const at = rows.findIndex((row) => row.unit.id === focused)
  const row = rows[at]
  if (!row) return undefined
  const go = (target: TreeRow | undefined): TreeMove => (target ? { focus: target.unit.id } : {})
  switch (rtl && key === 'ArrowRight' ? 'ArrowLeft' : rtl && key === 'ArrowLeft' ? 'ArrowRight' : key) {
    case 'ArrowDown':
      return go(rows[at + 1])
    case 'ArrowUp':
      return go(rows[at - 1])
    case 'Home':
      return go(rows[0])
    case 'End':
      return go(rows.at(-1))
    case 'ArrowRight':
      if (row.unit.leaf) return {}
      if (!row.isOpen) return { open: row.unit.id }
      return rows[at + 1]?.parent === row.unit.id ? go(rows[at + 1]) : {}
    case 'ArrowLeft':
      if (row.isOpen) return { close: row.unit.id }
      return row.parent === undefined ? {} : { focus: row.parent }
    case 'Enter':
    case ' ':
      return { select: row.unit.id }
    default:
      return undefined
  }
}

/** The next line, after the focused one and around, whose name begins with what was typed. */
export function typeAhead(rows: readonly TreeRow[], focused: string, typed: string): string | undefined {
  const start = rows.findIndex((row) => row.unit.id === focused)
  const first = typed.length > 1 ? start : start + 1
  for (let step = 0; step < rows.length; step++) {
    const row = rows[(first + step + rows.length) % rows.length]
    if (row && plain(row.unit.displayName).startsWith(plain(typed))) return row.unit.id
  }
  return undefined
}
