import { z } from 'zod'
import { TenderSort } from '#shared/tenders/contract.ts'
import { emptyFilter, TenderFilter } from '#shared/tenders/filter.ts'

/** How the list is looked at: kept while the window is open. `searchId` is the saved search it began with. */
export const View = z.object({ filter: TenderFilter, sort: TenderSort, descending: z.boolean(), active: z.int(), mode: z.enum(['list', 'board', 'calendar']), searchId: z.string().nullable() })
export type View = z.infer<typeof View>
export const firstView: View = { filter: emptyFilter, sort: 'deadline', descending: false, active: 0, mode: 'list', searchId: null }

/** The filter with its words trimmed, as core is asked. */
export function askedFilter(filter: TenderFilter): TenderFilter {
  return { ...filter, query: filter.query.trim() }
}

export function isEmptyFilter(filter: TenderFilter): boolean {
  return JSON.stringify(askedFilter(filter)) === JSON.stringify(emptyFilter)
}

/** Does the list still show what a saved search says? */
export function isAsSaved(view: View, saved: { filter: TenderFilter; sort: TenderSort; descending: boolean }): boolean {
  return view.sort === saved.sort && view.descending === saved.descending && JSON.stringify(askedFilter(view.filter)) === JSON.stringify(TenderFilter.parse(saved.filter))
}
