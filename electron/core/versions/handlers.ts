import { assessBid } from '#core/bids/assess-bid.ts'
import { findBid } from '#core/bids/bid-store.ts'
import { os } from '#core/os.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import { changesOf } from '#core/versions/change-store.ts'
import { findVersion, insertVersion, newestVersion, versionsOf } from '#core/versions/version-store.ts'
import type { Bid } from '#shared/bids/bid.ts'
import { currentPerson } from '#core/people/current-person.ts'
import { type BidVersion, localUser, type VersionRow } from '#shared/versions/version.ts'

export const versionsHandlers = {
  list: os.versions.list.handler(({ input, context }) => versionsOf(context.workspace.db, input.bidId)),

  history: os.versions.history.handler(({ input, context }) => changesOf(context.workspace.db, input.bidId, input)),

  get: os.versions.get.handler(async ({ input, context, errors }) => {
    const version = await findVersion(context.workspace.db, input.id)
    if (version === null) throw errors.NOT_FOUND()
    return version
  }),

  freeze: os.versions.freeze.handler(async ({ input, context, errors, signal }) => {
    const { workspace, now, newId } = context
    const stored = await findBid(workspace.db, input.bidId)
    const tender = stored && (await findTender(workspace.db, stored.bid.tenderId))
    if (!stored || !tender) throw errors.NOT_FOUND()
    const { bid } = stored
    if (bid.version !== input.bidVersion) throw errors.STALE({ data: { version: bid.version } })
    const assessment = await assessBid(bid, tender, context, signal)
    return workspace.db.transaction().execute(async (db) => {
      // The simulation took its time: freeze only what was judged.
      const current = await findBid(db, bid.id)
      if (current?.bid.version !== bid.version) throw errors.STALE({ data: { version: current?.bid.version ?? bid.version } })
      const newest = await newestVersion(db, bid.id)
      if (newest !== null && isSame(newest, bid)) return { version: rowOf(newest), isNew: false }
      const version: BidVersion = { id: newId(), bidId: bid.id, no: (newest?.no ?? 0) + 1, frozenAt: now().toISOString(), by: (await currentPerson(db)) ?? localUser, note: input.note, estimate: bid.estimate, terms: bid.terms, assessment }
      await insertVersion(db, version)
      return { version: rowOf(version), isNew: true }
    })
  }),
}

const isSame = (version: BidVersion, bid: Bid): boolean => JSON.stringify([version.estimate, version.terms]) === JSON.stringify([bid.estimate, bid.terms])

const rowOf = ({ id, bidId, no, frozenAt, by, note, assessment }: BidVersion): VersionRow => ({ id, bidId, no, frozenAt, by, note, assessment })
