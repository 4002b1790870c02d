import { bidsOfTenders, forgetAssessments, saveAssessment, type StoredBid } from '#core/bids/bid-store.ts'
import type { CoreContext } from '#core/context.ts'
import { findContest } from '#core/contests/contest-store.ts'
import { ownPacks } from '#core/rules/pack-store.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import { assess, canSimulate } from '#shared/bids/assess.ts'
import type { Assessment } from '#shared/bids/assessment.ts'
import { type Bid, isUndecided } from '#shared/bids/bid.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { defaultSamples } from '#shared/estimate/simulate.ts'
import type { Tender } from '#shared/tenders/tender.ts'

/** The figures a stored verdict was made with: the seed is fixed so that the same bid always reads the same. */
export const ASSESSMENT_SEED = 20260801

/** Simulates and judges a bid as it stands today. */
export async function assessBid(bid: Bid, tender: Tender, context: CoreContext, signal?: AbortSignal, samples = defaultSamples): Promise<Assessment> {
  const today = beijingDay(context.now().toISOString())
  const simulation = canSimulate(bid.estimate, today) ? await context.simulate({ estimate: bid.estimate, seed: ASSESSMENT_SEED, samples, today }, signal) : null
  const { contest } = await findContest(context.workspace.db, bid.id)
  return assess(bid, tender, today, simulation?.lossProbability ?? null, { contest, ownPacks: await ownPacks(context.workspace.db) })
}

/** Judges the bids of a tender anew, now that its facts or its law are others. */
export async function judgeAgain(tenderId: string, context: CoreContext): Promise<void> {
  const { db } = context.workspace
  await forgetAssessments(db, tenderId)
  for (const stored of await bidsOfTenders(db, [tenderId])) await assessmentOf(stored, context)
}

/** The stored assessment while it is today's; prices expire overnight, so an older one is made anew. A decided bid keeps the one it was decided with. */
export async function assessmentOf({ bid, assessment }: StoredBid, context: CoreContext): Promise<Assessment | null> {
  if (assessment !== null && (!isUndecided(bid) || assessment.judgedOn === beijingDay(context.now().toISOString()))) return assessment
  const { db } = context.workspace
  const tender = await findTender(db, bid.tenderId)
  if (!tender) return assessment
  const fresh = await assessBid(bid, tender, context)
  await saveAssessment(db, bid.id, bid.version, fresh)
  return fresh
}
