import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { ShownColumn } from '#shared/saved-searches/contract.ts'
import { firstColumns, type TenderColumn } from '#shared/tenders/columns.ts'

export type ColumnLayout = { columns: readonly ShownColumn[]; save: (columns: ShownColumn[]) => void; resize: (id: TenderColumn, width: number) => void }

const key = ['tender-columns']
const restMs = 400

/** The table's columns as they were left; a width is written once the edge rests. */
export function useColumns(): ColumnLayout {
  const core = useCore()
  const queries = useQueryClient()
  const kept = useQuery({ queryKey: key, queryFn: ({ signal }) => core.savedSearches.columns(undefined, { signal }), staleTime: Infinity })
  const { mutate } = useMutation({ mutationFn: (columns: ShownColumn[]) => core.savedSearches.saveColumns(columns), onError: () => notifyFailure(m.save_failed()) })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const columns = kept.data ?? firstColumns.map((id) => ({ id, width: null }))
  const show = (next: ShownColumn[]) => queries.setQueryData(key, next)
  return {
    columns,
    save: (next) => {
      show(next)
      mutate(next)
    },
    resize: (id, width) => {
      const next = columns.map((column) => (column.id === id ? { ...column, width } : column))
      show(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => mutate(next), restMs)
    },
  }
}
