import type { WorkspaceDb } from '#core/db/workspace.ts'
import { Outcome } from '#shared/outcomes/outcome.ts'

export async function findOutcome(db: WorkspaceDb, bidId: string): Promise<Outcome | null> {
  const row = await db.selectFrom('outcome').select('data').where('bidId', '=', bidId).executeTakeFirst()
  return row ? Outcome.parse(JSON.parse(row.data)) : null
}

export async function allOutcomes(db: WorkspaceDb): Promise<Map<string, Outcome>> {
  const rows = await db.selectFrom('outcome').select(['bidId', 'data']).execute()
  return new Map(rows.map(({ bidId, data }) => [bidId, Outcome.parse(JSON.parse(data))]))
}

export async function saveOutcome(db: WorkspaceDb, outcome: Outcome, at: string): Promise<void> {
  const data = JSON.stringify(outcome)
  await db.insertInto('outcome').values({ bidId: outcome.bidId, data, updatedAt: at }).onConflict((on) => on.column('bidId').doUpdateSet({ data, updatedAt: at })).execute()
}

export async function deleteOutcome(db: WorkspaceDb, bidId: string): Promise<void> {
  await db.deleteFrom('outcome').where('bidId', '=', bidId).execute()
}
