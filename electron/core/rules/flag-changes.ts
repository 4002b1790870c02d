import { approvalState } from '#core/approvals/approval-state.ts'
import { readLog } from '#core/approvals/audit-log.ts'
import { assessmentOf } from '#core/bids/assess-bid.ts'
import { allBids } from '#core/bids/bid-store.ts'
import type { CoreContext } from '#core/context.ts'
import { findContest } from '#core/contests/contest-store.ts'
import { ownPacks } from '#core/rules/pack-store.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import { assess } from '#shared/bids/assess.ts'
import { isUndecided } from '#shared/bids/bid.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import type { EstimatePolicy } from '#shared/estimate/estimate.ts'
import type { RulePack } from '#shared/pricing/rule-pack.ts'
import type { FlagChange } from '#shared/rules/contract.ts'

/** What would be different: other limits, or other packs of the company's own. */
export type ChangedRules = { policy?: EstimatePolicy; own?: readonly RulePack[] }

/** The bids still open whose verdict a change of the rules would change. Nothing is simulated anew: neither limits nor packs move a cost. */
export async function flagChanges({ policy, own }: ChangedRules, context: CoreContext): Promise<FlagChange[]> {
  const { db } = context.workspace
  const today = beijingDay(context.now().toISOString())
  const packs = own ?? (await ownPacks(db))
  const log = await readLog(context.workspace)
  const changes: FlagChange[] = []
  for (const stored of await allBids(db)) {
    const { bid } = stored
    if (!isUndecided(bid)) continue
    const [tender, before] = [await findTender(db, bid.tenderId), await assessmentOf(stored, context)]
    if (!tender || !before) continue
    const estimate = policy === undefined ? bid.estimate : { ...bid.estimate, policy }
    const after = assess({ ...bid, estimate }, tender, today, before.lossProbability, { contest: (await findContest(db, bid.id)).contest, ownPacks: packs })
    if (after.verdict === before.verdict) continue
    const { status } = await approvalState({ bid, tender, assessment: before }, context, log)
    changes.push({ bidId: bid.id, title: bid.title, before: before.verdict, after: after.verdict, losesApproval: status === 'approved' || status === 'waiting' })
  }
  return changes
}
