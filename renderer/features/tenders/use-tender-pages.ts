import { useCore } from '#renderer/app/core.tsx'
import { pageSize, usePages, type Pages } from '#renderer/components/use-pages.ts'
import type { TenderRow, TenderSort } from '#shared/tenders/contract.ts'
import type { TenderFilter } from '#shared/tenders/filter.ts'

export type TenderOrder = { sort: TenderSort; descending: boolean }
export type TenderPages = Pages<TenderRow>

/** The tenders of a filter; how many there are comes after the first page. */
export function useTenderPages(asked: TenderFilter & TenderOrder): TenderPages {
  const core = useCore()
  const { sort: _sort, descending: _descending, ...filter } = asked
  return usePages({
    key: ['tenders', 'search', asked],
    fetch: async (offset, signal) => {
      const { tenders: rows, total, isCounted } = await core.tenders.search({ ...asked, limit: pageSize, offset, counting: 'later' }, { signal })
      return { rows, total, isCounted }
    },
    count: { key: ['tenders', 'count', filter], fetch: async (signal) => (await core.tenders.count(filter, { signal })).total },
  })
}
