import type { WorkspaceDb } from '#core/db/workspace.ts'
import { BidContest, openContest } from '#shared/contests/bid-contest.ts'
import type { StoredContest } from '#shared/contests/contract.ts'

/** What is stored of a bid's competition; version 0 and nothing chosen when nobody has said anything yet. */
export async function findContest(db: WorkspaceDb, bidId: string): Promise<StoredContest> {
  const row = await db.selectFrom('bidContest').selectAll().where('bidId', '=', bidId).executeTakeFirst()
  return row ? { version: row.version, contest: BidContest.parse(JSON.parse(row.data)) } : { version: 0, contest: openContest }
}

/** Saves if nobody else saved since; false when the stored version is no longer `expectedVersion`. */
export async function saveContest(db: WorkspaceDb, bidId: string, { version, contest }: StoredContest, expectedVersion: number, at: string): Promise<boolean> {
  const values = { version, data: JSON.stringify(contest), updatedAt: at }
  if (expectedVersion === 0) {
    const { numInsertedOrUpdatedRows } = await db.insertInto('bidContest').values({ bidId, ...values }).onConflict((on) => on.column('bidId').doNothing()).executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await db.updateTable('bidContest').set(values).where('bidId', '=', bidId).where('version', '=', expectedVersion).executeTakeFirst()
  return numUpdatedRows === 1n
}
