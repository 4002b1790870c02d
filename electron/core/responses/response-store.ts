import type { WorkspaceDb } from '#core/db/workspace.ts'
import { recordsOf, shown } from '#core/requirements/requirement-store.ts'
import type { Bid } from '#shared/bids/bid.ts'
import { byImportance } from '#shared/requirements/requirement.ts'
import { isOfLot, openResponse, ResponseFields, type ResponseRow } from '#shared/responses/response.ts'

/** The requirements of the bid's lot, ★ first, each with our answer. */
export async function responseRows(db: WorkspaceDb, bid: Pick<Bid, 'id' | 'tenderId' | 'lotNo'>): Promise<ResponseRow[]> {
  const stored = await db.selectFrom('bidResponse').selectAll().where('bidId', '=', bid.id).execute()
  const byRequirement = new Map(stored.map((row) => [row.requirementId, row]))
  return (await recordsOf(db, bid.tenderId))
    .filter((record) => !record.isRemoved && isOfLot(record, bid.lotNo))
    .map((record) => {
      const answered = byRequirement.get(record.id)
      return { requirement: shown(record), response: answered === undefined ? openResponse : ResponseFields.parse(JSON.parse(answered.data)), version: answered?.version ?? 0 }
    })
    .toSorted((a, b) => byImportance(a.requirement, b.requirement))
}

export async function responseVersion(db: WorkspaceDb, bidId: string, requirementId: string): Promise<number> {
  const row = await db.selectFrom('bidResponse').select('version').where('bidId', '=', bidId).where('requirementId', '=', requirementId).executeTakeFirst()
  return row?.version ?? 0
}

export async function writeResponse(db: WorkspaceDb, bidId: string, requirementId: string, written: { version: number; response: ResponseFields; at: string }): Promise<void> {
  const values = { version: written.version, data: JSON.stringify(written.response), updatedAt: written.at }
  await db
    .insertInto('bidResponse')
    .values({ bidId, requirementId, ...values })
    .onConflict((on) => on.columns(['bidId', 'requirementId']).doUpdateSet(values))
    .execute()
}
