import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { NoticeTable } from '#core/db/schema.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { progressOf, telling, type Progress } from '#shared/tenders/progress.ts'
import { Amendment, Award, Evidence, ListedDocument, Notice, NoticeType } from '#shared/tenders/tender.ts'

const Changes = Notice.shape.changes
const EvidenceByField = z.record(z.string(), Evidence)
const ConfidenceByField = z.record(z.string(), z.number())

/** Oldest first; a notice that does not say when it was published stands where it was read. */
export async function noticesOf(db: WorkspaceDb, tenderId: string): Promise<Notice[]> {
  const rows = await db.selectFrom('notice').selectAll().where('tenderId', '=', tenderId).orderBy((eb) => eb.fn.coalesce('publishedAt', 'readAt')).orderBy('readAt').orderBy('id').execute()
  return rows.map(toNotice)
}

/** How far each of some tenders has come. */
export async function progressOfTenders(db: WorkspaceDb, ids: readonly string[]): Promise<Map<string, Progress>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('notice').select(['tenderId', 'type', 'publishedAt']).where('tenderId', 'in', ids).where('type', 'in', telling).orderBy((eb) => eb.fn.coalesce('publishedAt', 'readAt')).orderBy('readAt').orderBy('id').execute()
  const notices = new Map<string, Pick<Notice, 'type' | 'publishedAt'>[]>()
  for (const { tenderId, type, publishedAt } of rows) notices.set(tenderId, [...(notices.get(tenderId) ?? []), { type: NoticeType.parse(type), publishedAt }])
  return new Map([...notices].map(([id, theirs]) => [id, progressOf(theirs)]))
}

export async function progressOfTender(db: WorkspaceDb, id: string): Promise<Progress> {
  return (await progressOfTenders(db, [id])).get(id) ?? 'open'
}

export async function hasNotice(db: WorkspaceDb, tenderId: string, contentHash: string): Promise<boolean> {
  const row = await db.selectFrom('notice').select('id').where('tenderId', '=', tenderId).where('contentHash', '=', contentHash).executeTakeFirst()
  return row !== undefined
}

export async function insertNotice(db: WorkspaceDb, tenderId: string, contentHash: string, notice: Notice): Promise<void> {
  await db
    .insertInto('notice')
    .values({
      ...notice,
      tenderId,
      contentHash,
      evidence: JSON.stringify(notice.evidence),
      confidence: JSON.stringify(notice.confidence),
      awards: JSON.stringify(notice.awards),
      documents: JSON.stringify(notice.documents),
      amendments: JSON.stringify(notice.amendments),
      changes: JSON.stringify(notice.changes),
    })
    .execute()
}

/** Awards published for other tenders of this buyer, newest first. */
export async function pastAwardsOf(db: WorkspaceDb, buyer: string, exceptTenderId: string, limit: number) {
  const rows = await db
    .selectFrom('notice')
    .innerJoin('tender', 'tender.id', 'notice.tenderId')
    .select(['tender.id as tenderId', 'tender.title', 'notice.awards', 'notice.publishedAt'])
    .where('tender.buyer', '=', buyer)
    .where('tender.id', '!=', exceptTenderId)
    .where('notice.type', '=', 'award')
    .where('notice.awards', '!=', '[]')
    .orderBy('notice.publishedAt', (o) => o.desc().nullsLast())
    .limit(limit)
    .execute()
  return rows.flatMap(({ awards, ...notice }) => Award.array().parse(JSON.parse(awards)).map(({ supplier, amount }) => ({ ...notice, supplier, amount })))
}

function toNotice(row: Selectable<NoticeTable>): Notice {
  return {
    id: row.id,
    type: NoticeType.parse(row.type),
    title: row.title,
    publishedAt: row.publishedAt,
    readAt: row.readAt,
    sourceName: row.sourceName,
    url: row.url,
    text: row.text,
    evidence: EvidenceByField.parse(JSON.parse(row.evidence)),
    confidence: ConfidenceByField.parse(JSON.parse(row.confidence)),
    awards: Award.array().parse(JSON.parse(row.awards)),
    documents: ListedDocument.array().parse(JSON.parse(row.documents)),
    amendments: Amendment.array().parse(JSON.parse(row.amendments)),
    changes: Changes.parse(JSON.parse(row.changes)),
  }
}
