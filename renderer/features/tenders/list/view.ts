import { z } from 'zod'
import { TenderSort } from '#shared/tenders/contract.ts'
import { TenderStage } from '#shared/tenders/tender.ts'

/** How the list is looked at: kept while the window is open. */
export const View = z.object({ query: z.string(), stages: z.array(TenderStage), sort: TenderSort, descending: z.boolean(), active: z.int(), isOpenOnly: z.boolean(), mode: z.enum(['list', 'board', 'calendar']) })
export type View = z.infer<typeof View>
export const firstView: View = { query: '', stages: [], sort: 'deadline', descending: false, active: 0, isOpenOnly: false, mode: 'list' }
