import { findBid } from '#core/bids/bid-store.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { allItems } from '#core/library/library-store.ts'
import { findMaterials, saveMaterials } from '#core/materials/materials-store.ts'
import { os } from '#core/os.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import type { Tender } from '#shared/tenders/tender.ts'
import { suggestedMaterials } from '#shared/materials/materials.ts'

export const materialsHandlers = {
  get: os.materials.get.handler(async ({ input, context, errors }) => {
    const { db } = context.workspace
    if ((await findBid(db, input.bidId)) === null) throw errors.NOT_FOUND()
    return findMaterials(db, input.bidId)
  }),
  save: os.materials.save.handler(async ({ input, context, errors }) => {
    const { db } = context.workspace
    if ((await findBid(db, input.bidId)) === null) throw errors.NOT_FOUND()
    const isSaved = await saveMaterials(db, input.bidId, input.materials, input.version, context.now().toISOString())
    if (!isSaved) throw errors.STALE({ data: { version: (await findMaterials(db, input.bidId)).version } })
    return { version: input.version + 1, materials: input.materials }
  }),
  suggest: os.materials.suggest.handler(async ({ input, context, errors }) => {
    const { db } = context.workspace
    const tender = await tenderOf(db, input.bidId)
    if (tender === null) throw errors.NOT_FOUND()
    return suggestedMaterials(await allItems(db), tender.useCase, beijingDay(tender.bidDeadline ?? context.now().toISOString()))
  }),
}

async function tenderOf(db: WorkspaceDb, bidId: string): Promise<Tender | null> {
  const stored = await findBid(db, bidId)
  return stored === null ? null : ((await findTender(db, stored.bid.tenderId)) ?? null)
}
