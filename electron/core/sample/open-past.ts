import { z } from 'zod'
import { assessBid } from '#core/bids/assess-bid.ts'
import { updateBid } from '#core/bids/bid-store.ts'
import type { CoreContext } from '#core/context.ts'
import { insertProgramme } from '#core/programmes/programme-store.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import { recordChange } from '#core/versions/change-store.ts'
import { insertVersion } from '#core/versions/version-store.ts'
import { markSample } from '#core/sample/mark.ts'
import { contextOn } from '#core/sample/tender.ts'
import type { Assessment } from '#shared/bids/assessment.ts'
import type { Bid } from '#shared/bids/bid.ts'
import { addDays } from '#shared/calendar/day.ts'
import { ProgrammeDraft } from '#shared/programmes/programme.ts'

/** What went before on the sample's open bids: a price that came down between two frozen versions, and the programme a subsidy was chosen from. */
export const SampleOpenBids = z.object({
  earlier: z.object({ tender: z.string(), by: z.string(), frozenDaysAgo: z.int(), note: z.string(), prices: z.record(z.string(), z.string()), changedDaysAgo: z.int(), changedNote: z.string() }),
  programme: z.object({ tender: z.string(), subsidy: z.string(), draft: ProgrammeDraft.omit({ from: true, until: true }), fromDaysAgo: z.int(), untilInDays: z.int() }),
})
type SampleOpenBids = z.infer<typeof SampleOpenBids>

type OpenBids = { today: string; bids: readonly { ref: string; bid: Bid; assessment: Assessment }[] }

export async function storeOpenBidsPast({ earlier, programme }: SampleOpenBids, { today, bids }: OpenBids, context: CoreContext): Promise<void> {
  const programmeId = await storeProgramme(programme, today, context)
  for (const { ref, bid, assessment } of bids) {
    if (ref !== earlier.tender) continue
    const { estimate } = bid
    const subsidies = estimate.subsidies.map((subsidy) => (ref === programme.tender && subsidy.id === programme.subsidy ? { ...subsidy, programme: programme.draft.name, programmeId, from: addDays(today, -programme.fromDaysAgo), until: addDays(today, programme.untilInDays) } : subsidy))
    const now = { ...bid, estimate: { ...estimate, subsidies } }
    const before = { ...now, estimate: { ...now.estimate, offerLines: estimate.offerLines.map((line) => ({ ...line, unitPrice: earlier.prices[line.id] ?? line.unitPrice })) } }
    await storeTwoVersions(before, now, assessment, earlier, today, context)
  }
}

async function storeProgramme({ draft, fromDaysAgo, untilInDays }: SampleOpenBids['programme'], today: string, context: CoreContext): Promise<string> {
  const id = context.newId()
  const { workspace } = context
  await workspace.db.transaction().execute(async (db) => {
    await insertProgramme(db, { ...draft, from: addDays(today, -fromDaysAgo), until: addDays(today, untilInDays), id, version: 1, updatedAt: context.now().toISOString() })
    await markSample(db, { programmes: [id] }, context)
  })
  return id
}

async function storeTwoVersions(before: Bid, now: Bid, assessment: Assessment, { by, frozenDaysAgo, note, changedDaysAgo, changedNote }: SampleOpenBids['earlier'], today: string, context: CoreContext): Promise<void> {
  const { workspace, newId } = context
  const tender = await findTender(workspace.db, now.tenderId)
  if (tender === null) return
  const [frozenIn, changedIn] = [contextOn(context, today, frozenDaysAgo), contextOn(context, today, changedDaysAgo)]
  const first = await assessBid(before, tender, frozenIn)
  const changed: Bid = { ...now, version: now.version + 1, createdAt: contextOn(context, today, frozenDaysAgo + 1).now().toISOString() }
  await workspace.db.transaction().execute(async (db) => {
    const frozenAt = (made: CoreContext) => made.now().toISOString()
    await updateBid(db, { bid: changed, assessment }, now.version)
    await recordChange(db, before, { ...changed, updatedAt: frozenAt(changedIn) }, by)
    await insertVersion(db, { id: newId(), bidId: now.id, no: 1, frozenAt: frozenAt(frozenIn), by, note, estimate: before.estimate, terms: before.terms, assessment: first })
    await insertVersion(db, { id: newId(), bidId: now.id, no: 2, frozenAt: frozenAt(changedIn), by, note: changedNote, estimate: now.estimate, terms: now.terms, assessment: { ...assessment, judgedOn: addDays(today, -changedDaysAgo) } })
  })
}
