import type { WorkspaceDb } from '#core/db/workspace.ts'

/** The tender a source key was merged into, and the merge; null where it was not. */
export async function mergedInto(db: WorkspaceDb, sourceKey: string): Promise<{ keptId: string; mergeId: string } | null> {
  const row = await db.selectFrom('tenderMerge').select(['keptId', 'id']).where('sourceKey', '=', sourceKey).executeTakeFirst()
  return row ? { keptId: row.keptId, mergeId: row.id } : null
}

/** Remembers that a notice came in under a merged tender's key: it goes with it when the merge is undone. */
export async function noteArrival(db: WorkspaceDb, sourceKey: string, noticeId: string): Promise<void> {
  const merged = await mergedInto(db, sourceKey)
  if (merged !== null) await db.insertInto('mergeArrival').values({ mergeId: merged.mergeId, noticeId }).execute()
}
