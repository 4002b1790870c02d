import { useState } from 'react'
import { useNow } from '#renderer/app/clock.tsx'
import { useCore } from '#renderer/app/core.tsx'
import { pageSize, usePages, type Pages } from '#renderer/components/use-pages.ts'
import type { TenderOrder, TenderRow } from '#shared/tenders/contract.ts'
import type { TenderFilter } from '#shared/tenders/filter.ts'

export type TenderPages = Pages<TenderRow>

/** The tenders of a filter; how many there are comes after the first page. */
export function useTenderPages(asked: TenderFilter & TenderOrder): TenderPages {
  const core = useCore()
  // Closing times are given to the minute: within one, a list asked for again is found as it was.
  const minute = `${useNow().slice(0, 16)}:00.000Z`
  const [{ asOf, ...since }, setMoment] = useState({ asked, asOf: minute })
  const { sort, descending, ...filter } = asked
  const pages = usePages({
    key: ['tenders', 'search', asked, asOf],
    fetch: async (offset, signal) => {
      const { tenders: rows, total, isCounted } = await core.tenders.search({ ...asked, asOf, limit: pageSize, offset, counting: 'later' }, { signal })
      return { rows, total, isCounted }
    },
    count: { key: ['tenders', 'count', filter, asOf], fetch: async (signal) => (await core.tenders.count({ ...filter, asOf }, { signal })).total },
  })
  const soonest = sort === 'deadline' && !descending ? pages.rowAt(0)?.bidDeadline : null
  const hasClosed = soonest !== null && soonest !== undefined && soonest > asOf && soonest <= minute
  if (since.asked !== asked || hasClosed) setMoment({ asked, asOf: minute })
  return pages
}
