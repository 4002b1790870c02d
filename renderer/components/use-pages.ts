import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

export const pageSize = 200
const keptBehindMs = 15_000

/** `isCounted` false: `total` is only what is known so far. */
export type Page<Row> = { rows: readonly Row[]; total: number; isCounted?: boolean }

export type PageSource<Row> = {
  key: readonly unknown[]
  fetch: (offset: number, signal: AbortSignal) => Promise<Page<Row>>
  /** For a source whose pages do not wait for the count. */
  count?: { key: readonly unknown[]; fetch: (signal: AbortSignal) => Promise<number> }
}

export type Pages<Row> = {
  /** At least so many while `isCounted` is false. */
  total: number | undefined
  isCounted: boolean
  /** Undefined while the row's page is on its way. */
  rowAt: (index: number) => Row | undefined
  onVisible: (first: number, last: number) => void
  /** The rows are still those of the filter before. */
  isStale: boolean
  isFailed: boolean
  retry: () => void
}

/** A list of any length, fetched in pages of `pageSize` as they come into sight. */
export function usePages<Row>({ key, fetch, count }: PageSource<Row>): Pages<Row> {
  const [[from, to], setRange] = useState<readonly [number, number]>([0, 0])
  const page = (index: number) => ({
    queryKey: [...key, index] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) => fetch(index * pageSize, signal),
    gcTime: keptBehindMs,
  })
  const first = useQuery({ ...page(0), placeholderData: keepPreviousData })
  const isTotal = first.data?.isCounted ?? true
  const counted = useQuery({
    queryKey: count?.key ?? [...key, 'count'],
    queryFn: ({ signal }) => count?.fetch(signal) ?? 0,
    enabled: count !== undefined && !isTotal && !first.isPlaceholderData,
    gcTime: keptBehindMs,
  })
  const total = isTotal ? first.data?.total : (counted.data ?? first.data?.total)
  // The pages beside those in sight are fetched ahead, so that scrolling meets no empty rows, and the last, where End leads; pages left behind are let go.
  const lastPage = Math.floor(Math.max(0, (total ?? 0) - 1) / pageSize)
  const nearby = Array.from({ length: to - from + 3 }, (_, at) => from - 1 + at)
  const later = [...new Set(isTotal ? [...nearby, lastPage] : nearby)].filter((index) => index > 0 && index <= lastPage)
  const rest = useQueries({ queries: later.map(page) })

  const onVisible = useCallback((firstRow: number, lastRow: number) => {
    const next = [Math.floor(firstRow / pageSize), Math.floor(lastRow / pageSize)] as const
    setRange((before) => (before[0] === next[0] && before[1] === next[1] ? before : next))
  }, [])
  const rowAt = (index: number): Row | undefined => {
    const at = Math.floor(index / pageSize)
    const found = at === 0 ? first.data : rest[later.indexOf(at)]?.data
    return found?.rows[index % pageSize]
  }
  return { total, isCounted: isTotal || counted.data !== undefined, rowAt, onVisible, isStale: first.isPlaceholderData || first.isFetching, isFailed: first.isError, retry: () => void first.refetch() }
}
