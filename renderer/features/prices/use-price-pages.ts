import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { PriceQuery } from '#shared/prices/contract.ts'
import type { PriceItem } from '#shared/prices/price-item.ts'

export type PriceFilter = Pick<PriceQuery, 'query' | 'kind' | 'categories' | 'status' | 'isDomestic'>
const pageSize = 200

export type PricePages = {
  total: number | undefined
  inBook: number
  rowAt: (index: number) => PriceItem | undefined
  onVisible: (first: number, last: number) => void
  isStale: boolean
  isFailed: boolean
  retry: () => void
}

/** The book in pages of 200 as they come into sight. */
export function usePricePages(filter: PriceFilter): PricePages {
  const core = useCore()
  const [[from, to], setRange] = useState<readonly [number, number]>([0, 0])
  const page = (index: number) => ({
    queryKey: ['prices', 'list', filter, index] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) => core.prices.list(PriceQuery.parse({ ...filter, limit: pageSize, offset: index * pageSize }), { signal }),
  })
  const first = useQuery({ ...page(0), placeholderData: keepPreviousData })
  const later = Array.from({ length: to - from + 1 }, (_, at) => from + at).filter((index) => index > 0)
  const rest = useQueries({ queries: later.map(page) })
  const onVisible = useCallback((firstRow: number, lastRow: number) => {
    const next = [Math.floor(firstRow / pageSize), Math.floor(lastRow / pageSize)] as const
    setRange((before) => (before[0] === next[0] && before[1] === next[1] ? before : next))
  }, [])
  const rowAt = (index: number): PriceItem | undefined => {
    const at = Math.floor(index / pageSize)
    const found = at === 0 ? first.data : rest[later.indexOf(at)]?.data
    return found?.items[index % pageSize]
  }
  return { total: first.data?.total, inBook: first.data?.inBook ?? 0, rowAt, onVisible, isStale: first.isPlaceholderData || first.isFetching, isFailed: first.isError, retry: () => void first.refetch() }
}

/** After a change of the book: every list, detail and bid check that reads it. */
export function usePriceRefresh(): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(() => queries.invalidateQueries({ queryKey: ['prices'] }), [queries])
}
