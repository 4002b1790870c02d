import type { WorkspaceDb } from '#core/db/workspace.ts'
import { bidsOfTenders } from '#core/bids/bid-store.ts'
import { Track } from '#shared/pricing/track.ts'
import type { TenderSchedule } from '#shared/schedule/contract.ts'
import { KnownDates, nothingKnown } from '#shared/schedule/known-dates.ts'

/** What is written down about a tender's dates; null when there is no such tender. */
export async function findSchedule(db: WorkspaceDb, tenderId: string): Promise<TenderSchedule | null> {
  const row = await db.selectFrom('tender').leftJoin('tenderDates', 'tenderDates.tenderId', 'tender.id').select(['track', 'isMuted', 'tenderDates.data']).where('tender.id', '=', tenderId).executeTakeFirst()
  if (!row) return null
  const bids = await bidsOfTenders(db, [tenderId])
  return {
    known: row.data === null ? nothingKnown : KnownDates.parse(JSON.parse(row.data)),
    track: Track.nullable().parse(row.track),
    bidValidityDays: bids.find(({ bid }) => bid.terms.validityDays !== null)?.bid.terms.validityDays ?? null,
    isMuted: row.isMuted === 1,
  }
}

export async function saveSchedule(db: WorkspaceDb, tenderId: string, change: { known?: KnownDates | undefined; track?: Track | null | undefined; isMuted?: boolean | undefined }, at: string): Promise<void> {
  if (change.known !== undefined) {
    const row = { tenderId, data: JSON.stringify(change.known), updatedAt: at }
    await db.insertInto('tenderDates').values(row).onConflict((conflict) => conflict.column('tenderId').doUpdateSet({ data: row.data, updatedAt: at })).execute()
  }
  if (change.track !== undefined) await db.updateTable('tender').set({ track: change.track }).where('id', '=', tenderId).execute()
  if (change.isMuted !== undefined) await db.updateTable('tender').set({ isMuted: change.isMuted ? 1 : 0 }).where('id', '=', tenderId).execute()
}
