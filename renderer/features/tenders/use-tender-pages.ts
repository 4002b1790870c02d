import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import type { TenderRow, TenderSearch } from '#shared/tenders/contract.ts'

export type TenderFilter = Pick<TenderSearch, 'query' | 'stages' | 'sort' | 'descending' | 'deadlineFrom'>
export const pageSize = 500

export type TenderPages = {
  total: number | undefined
  /** Undefined while the row's page is on its way. */
  rowAt: (index: number) => TenderRow | undefined
  onVisible: (first: number, last: number) => void
  /** The rows are still those of the filter before. */
  isStale: boolean
  isFailed: boolean
  retry: () => void
}

/** A list of any length, fetched in pages of 500 as they come into sight. */
export function useTenderPages(filter: TenderFilter): TenderPages {
  const core = useCore()
  const [[from, to], setRange] = useState<readonly [number, number]>([0, 0])
  const page = (index: number) => ({
    queryKey: ['tenders', 'search', filter, index] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) => core.tenders.search({ ...filter, limit: pageSize, offset: index * pageSize }, { signal }),
  })
  const first = useQuery({ ...page(0), placeholderData: keepPreviousData })
  const later = Array.from({ length: to - from + 1 }, (_, at) => from + at).filter((index) => index > 0)
  const rest = useQueries({ queries: later.map(page) })

  const onVisible = useCallback((firstRow: number, lastRow: number) => {
    const next = [Math.floor(firstRow / pageSize), Math.floor(lastRow / pageSize)] as const
    setRange((before) => (before[0] === next[0] && before[1] === next[1] ? before : next))
  }, [])
  const rowAt = (index: number): TenderRow | undefined => {
    const at = Math.floor(index / pageSize)
    const found = at === 0 ? first.data : rest[later.indexOf(at)]?.data
    return found?.tenders[index % pageSize]
  }
  return { total: first.data?.total, rowAt, onVisible, isStale: first.isPlaceholderData || first.isFetching, isFailed: first.isError, retry: () => void first.refetch() }
}
