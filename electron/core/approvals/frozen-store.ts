import { sha256 } from '#core/approvals/audit-log.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { FrozenContent, frozenHash } from '#shared/approvals/frozen-version.ts'
import { canonicalJson } from '#shared/pricing/approval-log.ts'

/** Keeps what people will sign, word for word; the same content is kept once. Returns the hash it is known by. */
export async function keepVersion(db: WorkspaceDb, content: FrozenContent): Promise<string> {
  const hash = frozenHash(content, sha256)
  const known = await db.selectFrom('frozenVersion').select('hash').where('hash', '=', hash).executeTakeFirst()
  if (known === undefined) await db.insertInto('frozenVersion').values({ hash, bidId: content.bidId, content: canonicalJson(content) }).execute()
  return hash
}

export async function findVersion(db: WorkspaceDb, hash: string): Promise<FrozenContent | null> {
  const row = await db.selectFrom('frozenVersion').select('content').where('hash', '=', hash).executeTakeFirst()
  return row ? FrozenContent.parse(JSON.parse(row.content)) : null
}
