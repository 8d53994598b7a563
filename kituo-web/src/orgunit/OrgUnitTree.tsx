import { useQueries } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { t } from '../app/messages.ts'
import { ErrorNotice } from '../ui/NoticeBox.tsx'
import { type OrgUnit, fetchChildren } from './orgUnit.ts'
import { type TreeRow, moveInTree, typeAhead, visibleRows } from './treeRows.ts'

/** Letters typed within this many milliseconds of each other count as one word. */
const TYPE_AHEAD_PAUSE = 700

interface OrgUnitTreeProps {
  readonly roots: readonly OrgUnit[]
  readonly selected: OrgUnit | undefined
  readonly onSelect: (unit: OrgUnit) => void
}

/**
 * The organisation units as a WAI-ARIA tree with one tab stop: arrows move, open and close, Home and End go to the
 * ends, letters jump, Enter selects. Children are loaded when their parent is opened.
 */
export function OrgUnitTree({ roots, selected, onSelect }: OrgUnitTreeProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => initiallyOpen(roots, selected))
  const [focused, setFocused] = useState<string>()
  const tree = useRef<HTMLUListElement>(null)
  const typed = useRef({ text: '', at: 0 })

  useEffect(() => {
    setOpen((before) => new Set([...before, ...initiallyOpen(roots, selected)]))
  }, [roots, selected])

  const openIds = useMemo(() => [...open], [open])
  const loaded = useQueries({
    queries: openIds.map((id) => ({
      queryKey: ['orgUnitChildren', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetchChildren(id, signal),
      staleTime: 5 * 60_000,
    })),
  })
  const children = new Map(openIds.map((id, index) => [id, loaded[index]?.data]))
  const failed = loaded.find((query) => query.error)
  const rows = visibleRows(roots, (id) => children.get(id), open)
  const current = rows.find((row) => row.unit.id === (focused ?? selected?.id)) ?? rows[0]

  function focus(id: string) {
    setFocused(id)
    tree.current?.querySelector<HTMLElement>(`[data-unit="${id}"]`)?.focus()
  }

  function toggle(id: string, isOpen: boolean) {
    setOpen((before) => {
      const next = new Set(before)
      if (isOpen) next.add(id)
      else next.delete(id)
      return next
    })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!current || event.ctrlKey || event.metaKey || event.altKey) return
    const rtl = document.documentElement.dir === 'rtl'
    const move = moveInTree(rows, current.unit.id, event.key, rtl)
    if (move) {
      event.preventDefault()
      if (move.focus) focus(move.focus)
      if (move.open) toggle(move.open, true)
      if (move.close) toggle(move.close, false)
      if (move.select) onSelect(current.unit)
    } else if (event.key.length === 1) {
      const continues = event.timeStamp - typed.current.at < TYPE_AHEAD_PAUSE
      typed.current = { text: (continues ? typed.current.text : '') + event.key, at: event.timeStamp }
      const target = typeAhead(rows, current.unit.id, typed.current.text)
      if (target) focus(target)
    }
  }

  return (
    <>
      {failed?.error && <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />}
      <ul className="tree" role="tree" aria-label={t('orgunit.tree')} ref={tree} onKeyDown={onKeyDown}>
        {rows.map((row) => (
          <TreeItem
            key={row.unit.path}
            row={row}
            isSelected={row.unit.id === selected?.id}
            isTabStop={row === current}
            onFocus={() => setFocused(row.unit.id)}
            onToggle={() => toggle(row.unit.id, !row.isOpen)}
            onSelect={() => onSelect(row.unit)}
          />
        ))}
      </ul>
    </>
  )
}

/** A single root, and whatever lies above the selected unit. */
function initiallyOpen(roots: readonly OrgUnit[], selected: OrgUnit | undefined): ReadonlySet<string> {
  const open = new Set<string>()
  const only = roots.length === 1 ? roots[0] : undefined
  if (only && !only.leaf) open.add(only.id)
  const above = selected?.path.split('/').slice(1, -1) ?? []
  const from = above.findIndex((id) => roots.some((root) => root.id === id))
  if (from >= 0) for (const id of above.slice(from)) open.add(id)
  return open
}

interface TreeItemProps {
  readonly row: TreeRow
  readonly isSelected: boolean
  readonly isTabStop: boolean
  readonly onFocus: () => void
  readonly onToggle: () => void
  readonly onSelect: () => void
}

function TreeItem({ row, isSelected, isTabStop, onFocus, onToggle, onSelect }: TreeItemProps) {
  const { unit, depth, isOpen, isLoading } = row
  return (
    <li
      role="treeitem"
      data-unit={unit.id}
      aria-level={depth}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={isSelected}
      aria-expanded={unit.leaf ? undefined : isOpen}
      aria-busy={isLoading || undefined}
      aria-label={unit.displayName}
      tabIndex={isTabStop ? 0 : -1}
      className="tree-item"
      style={{ paddingInlineStart: `${(depth - 1) * 1.15}rem` }}
      onFocus={onFocus}
      onClick={onSelect}
    >
      <span
        className={unit.leaf ? 'tree-mark tree-mark-leaf' : 'tree-mark'}
        aria-hidden="true"
        onClick={(event) => {
          if (unit.leaf) return
          event.stopPropagation()
          onToggle()
        }}
      />
      <span className="tree-name">{unit.displayName}</span>
      {isLoading && <span className="tree-loading">{t('orgunit.loading', { name: unit.displayName })}</span>}
    </li>
  )
}
