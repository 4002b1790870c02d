import { isBroken, write } from '#core/approvals/write-log.ts'
import { assessmentOf } from '#core/bids/assess-bid.ts'
import { findBid, insertBid, type StoredBid, updateBid } from '#core/bids/bid-store.ts'
import type { CoreContext } from '#core/context.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { os } from '#core/os.ts'
import { deleteOutcome, findOutcome, saveOutcome } from '#core/outcomes/outcome-store.ts'
import { noticesOf } from '#core/tenders/notice-store.ts'
import { findTender, updateTender } from '#core/tenders/tender-store.ts'
import { findVersion } from '#core/versions/version-store.ts'
import type { Bid, BidStage } from '#shared/bids/bid.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import type { OutcomeState } from '#shared/outcomes/contract.ts'
import type { TenderStage } from '#shared/tenders/tender.ts'

export const outcomesHandlers = {
  get: os.outcomes.get.handler(async ({ input, context, errors }) => {
    const stored = await findBid(context.workspace.db, input.bidId)
    if (!stored) throw errors.NOT_FOUND()
    return outcomeState(stored, context)
  }),

  handIn: os.outcomes.handIn.handler(async ({ input, context, errors }) => {
    await context.workspace.db.transaction().execute(async (db) => {
      const stored = await findBid(db, input.bidId)
      if (!stored) throw errors.NOT_FOUND()
      if (stored.bid.stage !== 'draft') throw errors.WRONG_STAGE()
      await setStage(db, stored, 'submitted', context)
    })
    return stateOf(input.bidId, context, errors)
  }),

  record: os.outcomes.record.handler(async ({ input: { by, outcome }, context, errors }) => {
    if (await isBroken(context)) throw errors.LOG_BROKEN()
    const stored = await findBid(context.workspace.db, outcome.bidId)
    if (!stored) throw errors.NOT_FOUND()
    await write(context, by, { event: 'outcome-recorded', body: { title: stored.bid.title, outcome } }, async (db) => {
      const fresh = await findBid(db, outcome.bidId)
      if (!fresh) throw errors.NOT_FOUND()
      await saveOutcome(db, outcome, context.now().toISOString())
      await setStage(db, fresh, outcome.result, context)
    })
    return stateOf(outcome.bidId, context, errors)
  }),

  reopen: os.outcomes.reopen.handler(async ({ input: { bidId, by, reason }, context, errors }) => {
    if (await isBroken(context)) throw errors.LOG_BROKEN()
    const stored = await findBid(context.workspace.db, bidId)
    if (!stored) throw errors.NOT_FOUND()
    if (stored.bid.stage === 'draft') throw errors.WRONG_STAGE()
    await write(context, by, { event: 'reopened', body: { bidId, title: stored.bid.title, reason } }, async (db) => {
      const fresh = await findBid(db, bidId)
      if (!fresh) throw errors.NOT_FOUND()
      await deleteOutcome(db, bidId)
      await setStage(db, fresh, 'draft', context)
    })
    return stateOf(bidId, context, errors)
  }),

  clone: os.outcomes.clone.handler(({ input, context, errors }) =>
    context.workspace.db.transaction().execute(async (db) => {
      const stored = await findBid(db, input.bidId)
      if (!stored) throw errors.NOT_FOUND()
      const version = input.versionId === null ? null : await findVersion(db, input.versionId)
      if (input.versionId !== null && version?.bidId !== input.bidId) throw errors.NOT_FOUND()
      const { estimate, terms } = version ?? stored.bid
      const at = context.now().toISOString()
      const bid: Bid = { ...stored.bid, id: context.newId(), version: 1, createdAt: at, updatedAt: at, stage: 'draft', isSample: false, estimate, terms: { ...terms, signedOn: null } }
      await insertBid(db, { bid, assessment: null })
      return bid
    }),
  ),
}

const tenderStages: Record<BidStage, TenderStage> = { draft: 'bidding', submitted: 'submitted', won: 'won', lost: 'lost', withdrawn: 'dropped' }

/** The bid's stage, and the tender's with it unless several lots are bid for apart. */
async function setStage(db: WorkspaceDb, { bid, assessment }: StoredBid, stage: BidStage, { now }: CoreContext): Promise<void> {
  const at = now().toISOString()
  await updateBid(db, { bid: { ...bid, stage, version: bid.version + 1, updatedAt: at }, assessment }, bid.version)
  const tender = await findTender(db, bid.tenderId)
  if (tender && tender.lots.length < 2) await updateTender(db, { ...tender, stage: tenderStages[stage], version: tender.version + 1, updatedAt: at }, tender.version)
}

async function stateOf(bidId: string, context: CoreContext, errors: { NOT_FOUND: () => Error }): Promise<OutcomeState> {
  const stored = await findBid(context.workspace.db, bidId)
  if (!stored) throw errors.NOT_FOUND()
  return outcomeState(stored, context)
}

async function outcomeState(stored: StoredBid, context: CoreContext): Promise<OutcomeState> {
  const { bid } = stored
  const { db } = context.workspace
  const result = evaluate(bid.estimate, beijingDay(context.now().toISOString()))
  const isCostKnown = (await assessmentOf(stored, context))?.profit !== null
  const notices = await noticesOf(db, bid.tenderId)
  const awards = notices.filter(({ type }) => type === 'award' || type === 'candidates').flatMap((notice) => notice.awards)
  return {
    stage: bid.stage,
    outcome: await findOutcome(db, bid.id),
    noticed: awards.filter(({ lotNo }) => bid.lotNo === null || lotNo === null || lotNo === bid.lotNo).map(({ supplier, amount }) => ({ supplier, amount })),
    offerTotal: result.offerTotal,
    expectedCost: isCostKnown ? result.expectedCost : null,
  }
}
