import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import type { TenderRow, TenderSort } from '#shared/tenders/contract.ts'
import type { TenderFilter } from '#shared/tenders/filter.ts'

export type TenderOrder = { sort: TenderSort; descending: boolean }
const pageSize = 200
const keptBehindMs = 15_000

export type TenderPages = {
  /** At least so many while `isCounted` is false. */
  total: number | undefined
  isCounted: boolean
  /** Undefined while the row's page is on its way. */
  rowAt: (index: number) => TenderRow | undefined
  onVisible: (first: number, last: number) => void
  /** The rows are still those of the filter before. */
  isStale: boolean
  isFailed: boolean
  retry: () => void
}

/** A list of any length, fetched in pages of 200 as they come into sight. */
export function useTenderPages(asked: TenderFilter & TenderOrder): TenderPages {
  const core = useCore()
  const [[from, to], setRange] = useState<readonly [number, number]>([0, 0])
  const page = (index: number) => ({
    queryKey: ['tenders', 'search', asked, index] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) => core.tenders.search({ ...asked, limit: pageSize, offset: index * pageSize, counting: 'later' }, { signal }),
  })
  const first = useQuery({ ...page(0), placeholderData: keepPreviousData, gcTime: keptBehindMs })
  const { sort: _sort, descending: _descending, ...filter } = asked
  const isTotal = first.data?.isCounted ?? true
  const counted = useQuery({ queryKey: ['tenders', 'count', filter], queryFn: ({ signal }) => core.tenders.count(filter, { signal }), enabled: !isTotal && !first.isPlaceholderData, gcTime: keptBehindMs })
  const total = isTotal ? first.data?.total : (counted.data?.total ?? first.data?.total)
  // The pages beside those in sight are fetched ahead, so that scrolling meets no empty rows, and the last, where End leads; pages left behind are let go.
  const lastPage = Math.floor(Math.max(0, (total ?? 0) - 1) / pageSize)
  const nearby = Array.from({ length: to - from + 3 }, (_, at) => from - 1 + at)
  const later = [...new Set(isTotal ? [...nearby, lastPage] : nearby)].filter((index) => index > 0 && index <= lastPage)
  const rest = useQueries({ queries: later.map((index) => ({ ...page(index), gcTime: keptBehindMs })) })

  const onVisible = useCallback((firstRow: number, lastRow: number) => {
    const next = [Math.floor(firstRow / pageSize), Math.floor(lastRow / pageSize)] as const
    setRange((before) => (before[0] === next[0] && before[1] === next[1] ? before : next))
  }, [])
  const rowAt = (index: number): TenderRow | undefined => {
    const at = Math.floor(index / pageSize)
    const found = at === 0 ? first.data : rest[later.indexOf(at)]?.data
    return found?.tenders[index % pageSize]
  }
  return { total, isCounted: isTotal || counted.data !== undefined, rowAt, onVisible, isStale: first.isPlaceholderData || first.isFetching, isFailed: first.isError, retry: () => void first.refetch() }
}
