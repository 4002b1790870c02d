import { sha256 } from '#core/approvals/audit-log.ts'
import { assessBid } from '#core/bids/assess-bid.ts'
import type { CoreContext } from '#core/context.ts'
import { findContest } from '#core/contests/contest-store.ts'
import { createRecent } from '#core/recent.ts'
import { ownPacks } from '#core/rules/pack-store.ts'
import type { Assessment } from '#shared/bids/assessment.ts'
import type { Bid } from '#shared/bids/bid.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { canonicalJson } from '#shared/pricing/approval-log.ts'
import type { Tender } from '#shared/tenders/tender.ts'

const mostKept = 200
/** Judgements of this run of the program, by everything they depend on: in memory, where no edit of the file reaches them. */
const kept = createRecent<Assessment>(mostKept)

/** Simulates and judges a bid, once for the same content, rules and day. */
export async function judgement(bid: Bid, tender: Tender, context: CoreContext): Promise<Assessment> {
  const { db } = context.workspace
  const key = sha256(canonicalJson([bid.estimate, bid.lotNo, bid.stage, tender, (await findContest(db, bid.id)).contest, await ownPacks(db), beijingDay(context.now().toISOString())]))
  const known = kept.get(key)
  if (known !== undefined) return known
  const assessment = await assessBid(bid, tender, context)
  kept.set(key, assessment)
  return assessment
}
