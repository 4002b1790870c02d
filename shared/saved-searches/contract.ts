import { oc } from '@orpc/contract'
import { z } from 'zod'
import { SavedSearch } from '#shared/saved-searches/saved-search.ts'
import { TenderColumn } from '#shared/tenders/columns.ts'

/** In the order a person gave them, each with how many tenders it finds now. */
export const CountedSearches = z.array(SavedSearch.extend({ count: z.int() }))
export type CountedSearches = z.infer<typeof CountedSearches>

export const ShownColumn = z.object({ id: TenderColumn, width: z.int().min(40).max(1200).nullable() })
export type ShownColumn = z.infer<typeof ShownColumn>

export const savedSearchesContract = {
  list: oc.output(CountedSearches),
  /** The whole list, in order: saved, renamed, moved and removed alike. */
  save: oc
    .errors({ NAME_TWICE: {} })
    .input(z.array(SavedSearch).max(50))
    .output(CountedSearches),
  /** The table's columns in order; null: never chosen. */
  columns: oc.output(z.array(ShownColumn).nullable()),
  saveColumns: oc.input(z.array(ShownColumn).min(1).max(40).nullable()).output(z.array(ShownColumn).nullable()),
}
