import { judgement } from '#core/approvals/judgement.ts'
import { assessmentOf } from '#core/bids/assess-bid.ts'
import { bidRows } from '#core/bids/bid-rows.ts'
import { findBid, insertBid, saveAssessment, updateBid } from '#core/bids/bid-store.ts'
import type { CoreContext } from '#core/context.ts'
import { os } from '#core/os.ts'
import { foundInNotices, storeFound } from '#core/requirements/extraction.ts'
import { companyPolicy } from '#core/rules/company-policy.ts'
import { recordChange } from '#core/versions/change-store.ts'
import { progressOfTender } from '#core/tenders/notice-store.ts'
import { findTender, updateTender } from '#core/tenders/tender-store.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { type Bid, isUndecided } from '#shared/bids/bid.ts'
import type { BidDetail } from '#shared/bids/contract.ts'
import { bidTitle, emptyEstimate, openTerms } from '#shared/bids/new-bid.ts'

export const bidsHandlers = {
  list: os.bids.list.handler(({ context }) => bidRows(context)),

  get: os.bids.get.handler(async ({ input, context, errors }) => {
    const stored = await findBid(context.workspace.db, input.id)
    const tender = stored && (await findTender(context.workspace.db, stored.bid.tenderId))
    if (!stored || !tender) throw errors.NOT_FOUND()
    return { bid: stored.bid, tender, progress: await progressOfTender(context.workspace.db, tender.id), assessment: await assessmentOf(stored, context) }
  }),

  start: os.bids.start.handler(async ({ input, context, errors }) => {
    const { workspace, now, newId } = context
    return workspace.db.transaction().execute(async (db) => {
      const tender = await findTender(db, input.tenderId)
      if (!tender) throw errors.NOT_FOUND()
      const lot = tender.lots.find(({ no }) => no === input.lotNo) ?? null
      if (input.lotNo !== null && lot === null) throw errors.LOT_UNKNOWN()
      const at = now().toISOString()
      const bid: Bid = { id: newId(), version: 1, createdAt: at, updatedAt: at, tenderId: tender.id, lotNo: input.lotNo, title: bidTitle(tender, lot), stage: 'draft', estimate: { ...emptyEstimate(), policy: await companyPolicy(db) }, terms: openTerms, isSample: false }
      await insertBid(db, { bid, assessment: null })
      if (tender.stage === 'new' || tender.stage === 'watching') await updateTender(db, { ...tender, stage: 'bidding', version: tender.version + 1, updatedAt: at }, tender.version)
      // What the notices ask for is there to be answered from the first minute on.
      await storeFound(db, tender.id, await foundInNotices(db, tender), context)
      return bid
    })
  }),

  saveEstimate: os.bids.saveEstimate.handler(async ({ input, context, errors }) => save(input, { estimate: { ...input.estimate, policy: await companyPolicy(context.workspace.db) } }, context, errors)),
  saveTerms: os.bids.saveTerms.handler(({ input, context, errors }) => save(input, { terms: input.terms }, context, errors)),

  simulate: os.bids.simulate.handler(({ input, context, signal }) => context.simulate({ ...input, today: beijingDay(context.now().toISOString()) }, signal)),
}

type SaveErrors = { NOT_FOUND: () => Error; DECIDED: () => Error; STALE: (options: { data: { version: number } }) => Error }

/** Commits the change first, then judges it: a slow simulation never stands between a person and a saved bid. What changes no figure is not judged anew. */
async function save({ id, version }: { id: string; version: number }, change: Partial<Pick<Bid, 'estimate' | 'terms'>>, context: CoreContext, errors: SaveErrors): Promise<BidDetail> {
  const { workspace, now } = context
  const bid = await workspace.db.transaction().execute(async (db) => {
    const stored = await findBid(db, id)
    if (!stored) throw errors.NOT_FOUND()
    if (!isUndecided(stored.bid)) throw errors.DECIDED()
    const changed: Bid = { ...stored.bid, ...change, version: version + 1, updatedAt: now().toISOString() }
    if (!(await updateBid(db, { bid: changed, assessment: null }, version))) throw errors.STALE({ data: { version: stored.bid.version } })
    await recordChange(db, stored.bid, changed)
    return changed
  })
  const tender = await findTender(workspace.db, bid.tenderId)
  if (!tender) throw errors.NOT_FOUND()
  const assessment = await judgement(bid, tender, context)
  await saveAssessment(workspace.db, bid.id, bid.version, assessment)
  return { bid, tender, progress: await progressOfTender(workspace.db, tender.id), assessment }
}
