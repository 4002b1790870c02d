import { assessmentOf } from '#core/bids/assess-bid.ts'
import { allBids } from '#core/bids/bid-store.ts'
import type { CoreContext } from '#core/context.ts'
import { progressOfTenders } from '#core/tenders/notice-store.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import type { BidRow } from '#shared/bids/contract.ts'

/** Every bid with what its tender says and how it is judged. */
export async function bidRows(context: CoreContext): Promise<BidRow[]> {
  const rows: BidRow[] = []
  const { db } = context.workspace
  const bids = await allBids(db)
  const progress = await progressOfTenders(db, bids.map(({ bid }) => bid.tenderId))
  for (const stored of bids) {
    const tender = await findTender(db, stored.bid.tenderId)
    const { id, tenderId, title, lotNo, stage, version, updatedAt, isSample } = stored.bid
    rows.push({ id, tenderId, title, lotNo, stage, version, updatedAt, isSample, projectNo: tender?.projectNo ?? null, buyer: tender?.buyer ?? null, bidDeadline: tender?.bidDeadline ?? null, progress: progress.get(tenderId) ?? 'open', assessment: await assessmentOf(stored, context) })
  }
  return rows
}
