import { useQuery } from '@tanstack/react-query'
import { type ReactNode, createContext, useCallback, useContext, useMemo, useState } from 'react'
import { type CellQuery, type QueryStatus, fetchQueries, queriesKey, unfinished } from './cellQueries.ts'
import { CellQueryDialog } from './CellQueryDialog.tsx'
import { cellKey } from './formLayout.ts'
import type { FieldAddress, FormAddress } from './formValues.ts'

interface CellQueryContext {
  readonly statusOf: (key: string) => QueryStatus | undefined
  readonly open: (field: FieldAddress, label: string) => void
}

const Context = createContext<CellQueryContext>({ statusOf: () => undefined, open: () => undefined })

interface ProviderProps {
  readonly form: FormAddress
  readonly attributeOptionCombo: string | undefined
  readonly children: ReactNode
}

const none: readonly CellQuery[] = []

/** Knows the questions about a form's figures, and shows those about one of them. */
export function CellQueryProvider({ form, attributeOptionCombo, children }: ProviderProps) {
  const [shown, setShown] = useState<{ field: FieldAddress; label: string }>()
  const { data } = useQuery({
    queryKey: queriesKey(form),
    queryFn: ({ signal }) => fetchQueries(form, attributeOptionCombo, signal),
    staleTime: 30_000,
    retry: false,
    structuralSharing: false,
  })
  const open = useCallback((field: FieldAddress, label: string) => setShown({ field, label }), [])
  const context = useMemo(() => ({ statusOf: (key: string) => unfinished(data?.get(key) ?? none), open }), [data, open])
  return (
    <Context value={context}>
      {children}
      {shown && (
        <CellQueryDialog
          {...shown}
          queries={data?.get(cellKey(shown.field.dataElement, shown.field.categoryOptionCombo)) ?? none}
          onClose={() => setShown(undefined)}
        />
      )}
    </Context>
  )
}

/** The status of the unfinished question about a cell, and the way to see and ask. */
export function useCellQuery(field: FieldAddress): { status: QueryStatus | undefined; open: (label: string) => void } {
  const { statusOf, open } = useContext(Context)
  return {
    status: statusOf(cellKey(field.dataElement, field.categoryOptionCombo)),
    open: (label) => open(field, label),
  }
}
