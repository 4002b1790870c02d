import { assessBid } from '#core/bids/assess-bid.ts'
import { findBid, saveAssessment } from '#core/bids/bid-store.ts'
import { findContest, saveContest } from '#core/contests/contest-store.ts'
import { pastAwards } from '#core/contests/past-awards.ts'
import { os } from '#core/os.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import { isUndecided } from '#shared/bids/bid.ts'
import { priceRulesOf } from '#shared/bids/price-rules.ts'
import { openContest } from '#shared/contests/bid-contest.ts'
import { awardStarts } from '#shared/contests/past-awards.ts'

export const contestsHandlers = {
  get: os.contests.get.handler(async ({ input, context, errors }) => {
    if (!(await findBid(context.workspace.db, input.bidId))) throw errors.NOT_FOUND()
    return findContest(context.workspace.db, input.bidId)
  }),

  save: os.contests.save.handler(async ({ input: { bidId, version, contest }, context, errors }) => {
    const { workspace, now } = context
    const stored = { version: version + 1, contest }
    const bid = await workspace.db.transaction().execute(async (db) => {
      const known = await findBid(db, bidId)
      if (!known) throw errors.NOT_FOUND()
      if (!(await saveContest(db, bidId, stored, version, now().toISOString()))) throw errors.STALE({ data: { version: (await findContest(db, bidId)).version } })
      return known.bid
    })
    const tender = await findTender(workspace.db, bid.tenderId)
    if (tender && isUndecided(bid)) await saveAssessment(workspace.db, bid.id, bid.version, await assessBid(bid, tender, context))
    return stored
  }),

  pastAwards: os.contests.pastAwards.handler(async ({ input, context, errors }) => {
    const { db } = context.workspace
    const stored = await findBid(db, input.bidId)
    const tender = stored && (await findTender(db, stored.bid.tenderId))
    if (!stored || !tender) throw errors.NOT_FOUND()
    const { ceiling, limit } = priceRulesOf(tender, stored.bid.lotNo, openContest, [])
    return awardStarts(await pastAwards(db, tender), ceiling ?? limit.budget)
  }),

  simulate: os.contests.simulate.handler(({ input, context, signal }) => context.simulateContest(input, signal)),
}
