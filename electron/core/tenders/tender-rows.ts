import { bidsOfTenders } from '#core/bids/bid-store.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import type { FoundTender } from '#core/tenders/tender-search.ts'
import type { TenderRow } from '#shared/tenders/contract.ts'

/** Found tenders with the verdict of our newest bid on each. */
export async function rowsOf(db: WorkspaceDb, found: readonly FoundTender[]): Promise<TenderRow[]> {
  const bids = await bidsOfTenders(db, found.map(({ tender }) => tender.id))
  const bidByTender = new Map(bids.map(({ bid, assessment }) => [bid.tenderId, { id: bid.id, assessment }]))
  return found.map(({ tender: { description: _description, ...tender }, desk }) => ({ ...tender, desk, bid: bidByTender.get(tender.id) ?? null }))
}
