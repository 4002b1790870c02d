import { bidsOfTenders } from '#core/bids/bid-store.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { progressOfTenders } from '#core/tenders/notice-store.ts'
import type { FoundTender } from '#core/tenders/tender-search.ts'
import type { TenderRow } from '#shared/tenders/contract.ts'

/** Found tenders with how far each has come and the verdict of our newest bid on it. */
export async function rowsOf(db: WorkspaceDb, found: readonly FoundTender[]): Promise<TenderRow[]> {
  const ids = found.map(({ tender }) => tender.id)
  const progress = await progressOfTenders(db, ids)
  const bids = await bidsOfTenders(db, ids)
  const bidByTender = new Map(bids.map(({ bid, assessment }) => [bid.tenderId, { id: bid.id, assessment }]))
  return found.map(({ tender: { description: _description, ...tender }, desk }) => ({ ...tender, desk, progress: progress.get(tender.id) ?? 'open', bid: bidByTender.get(tender.id) ?? null }))
}
