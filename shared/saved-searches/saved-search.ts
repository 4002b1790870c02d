import { z } from 'zod'
import { TenderSort } from '#shared/tenders/contract.ts'
import { TenderFilter } from '#shared/tenders/filter.ts'

/** A named way to look at the tenders; one of them may be what the list opens with. */
export const SavedSearch = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(60),
  isDefault: z.boolean(),
  filter: TenderFilter,
  sort: TenderSort,
  descending: z.boolean(),
})
export type SavedSearch = z.infer<typeof SavedSearch>
