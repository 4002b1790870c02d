import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { pageSize, usePages, type Pages } from '#renderer/components/use-pages.ts'
import { PriceQuery } from '#shared/prices/contract.ts'
import type { PriceItem } from '#shared/prices/price-item.ts'

export type PriceFilter = Pick<PriceQuery, 'query' | 'kind' | 'categories' | 'status' | 'isDomestic'>
export type PricePages = Pages<PriceItem>

/** The prices of a filter, by name. */
export function usePricePages(filter: PriceFilter): PricePages {
  const core = useCore()
  return usePages({
    key: ['prices', 'list', filter],
    fetch: async (offset, signal) => {
      const { items: rows, total } = await core.prices.list(PriceQuery.parse({ ...filter, limit: pageSize, offset }), { signal })
      return { rows, total }
    },
  })
}

/** After a change of the book: every list, detail and bid check that reads it. */
export function usePriceRefresh(): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(() => queries.invalidateQueries({ queryKey: ['prices'] }), [queries])
}
