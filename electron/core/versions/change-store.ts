import type { WorkspaceDb } from '#core/db/workspace.ts'
import { currentPerson } from '#core/people/current-person.ts'
import type { Bid } from '#shared/bids/bid.ts'
import { type BidChange, BidChanges } from '#shared/versions/bid-change.ts'
import { contentChanges } from '#shared/versions/compare.ts'
import { localUser } from '#shared/versions/version.ts'

/** Writes down what an edit changed, within the edit's own transaction; an edit that changes nothing leaves no entry. */
export async function recordChange(db: WorkspaceDb, before: Bid, after: Bid, by?: string): Promise<void> {
  const changes = contentChanges(before, after)
  if (changes.lines.length + changes.settings.length + changes.terms.length === 0) return
  await db.insertInto('bidChange').values({ bidId: after.id, version: after.version, at: after.updatedAt, by: by ?? (await currentPerson(db)) ?? localUser, changes: JSON.stringify(changes) }).execute()
}

/** A page of a bid's history, the newest first. */
export async function changesOf(db: WorkspaceDb, bidId: string, { before, limit }: { before: number | null; limit: number }): Promise<BidChange[]> {
  const all = db.selectFrom('bidChange').select(['seq', 'version', 'at', 'by', 'changes']).where('bidId', '=', bidId)
  const rows = await (before === null ? all : all.where('seq', '<', before)).orderBy('seq', 'desc').limit(limit).execute()
  return rows.map(({ changes, ...row }) => ({ ...row, changes: BidChanges.parse(JSON.parse(changes)) }))
}
