import type { WorkspaceDb } from '#core/db/workspace.ts'
import { Notice, NoticeType } from '#shared/tenders/tender.ts'

const Changes = Notice.shape.changes

/** What notices brought since an instant, the newest of each tender first. What a person wrote is no arrival. */
export async function arrivedSince(db: WorkspaceDb, since: string, limit: number) {
  const rows = await db
    .selectFrom('notice')
    .innerJoin('tender', 'tender.id', 'notice.tenderId')
    .select(['tender.id as tenderId', 'tender.title', 'tender.buyer', 'tender.createdAt', 'notice.type', 'notice.readAt', 'notice.changes'])
    .where('notice.readAt', '>=', since)
    .where('notice.sourceName', '!=', 'manual')
    .where('tender.isSample', '=', 0)
    .orderBy('notice.readAt', 'desc')
    .limit(limit * 4)
    .execute()
  const newest = new Map<string, (typeof rows)[number]>()
  for (const row of rows) if (!newest.has(row.tenderId)) newest.set(row.tenderId, row)
  return [...newest.values()].slice(0, limit).map(({ tenderId, title, buyer, createdAt, type, readAt, changes }) => ({
    tenderId,
    title,
    buyer,
    noticeType: NoticeType.parse(type),
    readAt,
    isNew: createdAt >= since,
    changedFields: Changes.parse(JSON.parse(changes)).map(({ field }) => field),
  }))
}
