import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { assessBid } from '#core/bids/assess-bid.ts'
import { insertBid, saveAssessment } from '#core/bids/bid-store.ts'
import type { CoreContext } from '#core/context.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { saveScores, writeDecision } from '#core/go-no-go/handlers.ts'
import { saveOutcome } from '#core/outcomes/outcome-store.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import { SampleDesk, storeSampleDesk } from '#core/sample/desk.ts'
import { SampleOpenBids, storeOpenBidsPast } from '#core/sample/open-past.ts'
import { PastBid, pastEstimate } from '#core/sample/past-bid.ts'
import { contextOn, firstNoticeText, LaterNotice, laterNoticeText, SampleTender, storeNotice, storeTender } from '#core/sample/tender.ts'
import type { Assessment } from '#shared/bids/assessment.ts'
import type { Bid } from '#shared/bids/bid.ts'
import { addDays } from '#shared/calendar/day.ts'
import { defaultScorecard, GoDecision, type Scores } from '#shared/go-no-go/scorecard.ts'
import type { Outcome } from '#shared/outcomes/outcome.ts'

const criteria = defaultScorecard.criteria.map(({ id }) => id)
const ScoreRow = z.array(z.int()).length(criteria.length)
const PastTender = SampleTender.extend({ owner: z.string(), scores: ScoreRow, later: z.array(LaterNotice) })
type PastTender = z.infer<typeof PastTender>

const Past = SampleDesk.extend(SampleOpenBids.shape).extend({
  common: z.record(z.string(), z.unknown()),
  bids: z.array(PastBid),
  open: z.array(z.object({ tender: z.string(), owner: z.string(), scores: ScoreRow, decision: GoDecision.nullable(), reason: z.string(), daysAgo: z.int() })),
  corrections: z.array(z.object({ tender: z.string(), daysAgo: z.int(), deadlineInDays: z.int(), deadlineTime: z.string() })),
})

/** In days: how long before the deadline a past bid was handed in, how long it was worked on, and how long before its end its prices are from. */
const handedInBefore = 1
const workedFor = 10
const pricedBefore = 20

/** Enough for what is over: a start must not wait for a third decimal. */
const pastSamples = 2048

type Stored = { source: PastBid; bid: Bid; owner: string; assessedIn: CoreContext }
export type LoadedSample = { today: string; tenders: ReadonlyMap<string, { id: string; facts: SampleTender }>; bids: readonly { ref: string; bid: Bid; assessment: Assessment }[] }

/** Gives the sample a past: decided bids with their notices, owners, decisions, approvals, versions. Everything is dated when it would have happened. */
export async function loadSampleHistory(context: CoreContext, sample: LoadedSample): Promise<void> {
  const folder = join(context.assetsDirectory, 'sample')
  const { today } = sample
  const tenders = PastTender.array().parse(JSON.parse(await readFile(join(folder, 'past-tenders.json'), 'utf8')))
  const past = Past.parse(JSON.parse(await readFile(join(folder, 'past-bids.json'), 'utf8')))
  const texts = await Promise.all(tenders.map(async (tender) => [await firstNoticeText(folder, tender, today), ...(await Promise.all(tender.later.map((notice) => laterNoticeText(folder, tender, notice, today))))]))
  const correctionTexts = await Promise.all(past.corrections.map((correction) => laterNoticeText(folder, tenderOf(sample, correction.tender).facts, { kind: 'correction', ...correction }, today)))
  const stored: Stored[] = []
  await context.workspace.db.transaction().execute(async (db) => {
    const ids = new Map<string, string>()
    for (const [index, tender] of tenders.entries()) ids.set(tender.ref, await storePastTender(db, tender, texts[index] ?? [], today, context))
    for (const source of past.bids) {
      const facts = tenders.find(({ ref }) => ref === source.tender)
      const tenderId = ids.get(source.tender)
      if (facts === undefined || tenderId === undefined) throw new Error(`a past bid names no tender: ${source.tender}`)
      stored.push(await storePastBid(db, source, { ...facts, id: tenderId }, past.common, today, context))
    }
    for (const [index, { tender, daysAgo }] of past.corrections.entries()) await storeNotice(db, tender, correctionTexts[index] ?? '', contextOn(context, today, daysAgo))
    for (const { tender, owner, scores, decision, reason, daysAgo } of past.open) await storeDeskWork(db, tenderOf(sample, tender).id, { owner, scores, decision, reason }, contextOn(context, today, daysAgo))
  })
  const judged = await Promise.all(stored.map(async (each) => ({ ...each, assessment: await assessAndKeep(each) })))
  await storeSampleDesk(past, judged, today, context)
  await storeOpenBidsPast(past, sample, context)
}

export function tenderOf({ tenders }: LoadedSample, ref: string): { id: string; facts: SampleTender } {
  const found = tenders.get(ref)
  if (found === undefined) throw new Error(`the sample has no tender ${ref}`)
  return found
}

async function storePastTender(db: WorkspaceDb, tender: PastTender, [first = '', ...later]: readonly string[], today: string, context: CoreContext): Promise<string> {
  const { owner, scores, publishedDaysAgo } = tender
  const id = await storeTender(db, tender, first, contextOn(context, today, publishedDaysAgo))
  for (const [index, { daysAgo }] of tender.later.entries()) await storeNotice(db, tender.ref, later[index] ?? '', contextOn(context, today, daysAgo))
  await storeDeskWork(db, id, { owner, scores, decision: 'go', reason: '' }, contextOn(context, today, publishedDaysAgo - 3))
  return id
}

async function storeDeskWork(db: WorkspaceDb, tenderId: string, { owner, scores, decision, reason }: { owner: string; scores: readonly number[]; decision: GoDecision | null; reason: string }, context: CoreContext): Promise<void> {
  await db.updateTable('tender').set({ owner }).where('id', '=', tenderId).execute()
  const scored: Scores = Object.fromEntries(criteria.map((criterion, index) => [criterion, scores[index] ?? 0]))
  if (decision === null) await saveScores(db, tenderId, scored, context.now().toISOString())
  else await writeDecision(db, { tenderId, by: owner, decision, reason, scores: scored }, context)
}

async function storePastBid(db: WorkspaceDb, source: PastBid, tender: PastTender & { id: string }, common: Record<string, unknown>, today: string, context: CoreContext): Promise<Stored> {
  const { outcome } = source
  const finishedDaysAgo = source.finishedDaysAgo ?? -tender.deadlineInDays + handedInBefore
  const changedDaysAgo = outcome?.daysAgo ?? finishedDaysAgo
  const createdIn = contextOn(context, today, finishedDaysAgo + workedFor)
  const changedIn = contextOn(context, today, changedDaysAgo)
  const bid: Bid = {
    id: context.newId(),
    version: 1,
    createdAt: createdIn.now().toISOString(),
    updatedAt: changedIn.now().toISOString(),
    tenderId: tender.id,
    lotNo: null,
    title: `${tender.title}${source.round}`,
    stage: outcome?.result ?? source.stage,
    estimate: pastEstimate(source, common, finishedDaysAgo + pricedBefore, today),
    terms: { deliveryPeriod: tender.period, warranty: '验收合格后12个月', validityDays: 90, bondAmount: tender.bond === '0' ? null : tender.bond, bondForm: tender.bond === '0' ? 'none' : 'guarantee', signedOn: addDays(today, -finishedDaysAgo), remark: null },
    isSample: true,
  }
  await insertBid(db, { bid, assessment: null })
  if (outcome !== null) {
    const { result, daysAgo, winner, amount, opened, reasons, lesson, actualCost } = outcome
    const known: Outcome = { bidId: bid.id, result, decidedOn: addDays(today, -daysAgo), winner, contractAmount: amount, openedPrices: opened.map(([bidder, price]) => ({ bidder, price })), reasons, lesson, actualCost }
    await saveOutcome(db, known, changedIn.now().toISOString())
  }
  return { source, bid, owner: tender.owner, assessedIn: changedIn }
}

async function assessAndKeep({ bid, assessedIn }: Stored): Promise<Assessment> {
  const { db } = assessedIn.workspace
  const tender = await findTender(db, bid.tenderId)
  if (tender === null) throw new Error(`the tender of ${bid.title} is not there`)
  const assessment = await assessBid(bid, tender, assessedIn, undefined, pastSamples)
  await saveAssessment(db, bid.id, bid.version, assessment)
  return assessment
}
