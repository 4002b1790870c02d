import type { Sqlite } from '#core/db/sqlite.ts'
import { searchTextOf, sortValueOf } from '#core/tenders/tender-store.ts'
import { regionOf } from '#shared/tenders/region.ts'
import type { TenderDraft } from '#shared/tenders/tender.ts'

const insertInto = (table: string, columns: string) => `INSERT INTO ${table} (${columns}) VALUES (${columns.split(',').map(() => '?').join(', ')})`

const statements = {
  known: `SELECT id, EXISTS (SELECT 1 FROM notice WHERE tenderId = known.id AND contentHash = ?) AS hasNotice
    FROM (SELECT id FROM tender WHERE sourceKey = ? UNION ALL SELECT keptId FROM tenderMerge WHERE sourceKey = ?) AS known`,
  tender: insertInto(
    'tender',
    `id, version, createdAt, updatedAt, sourceKey, projectNo, title, buyer, agency, method, budget, ceiling, currency,
     publishedAt, bidDeadline, openingTime, lots, stage, useCase, sourceKind, sourceName, sourceUrl, sortValue, region, isSample`,
  ),
  backlog: 'INSERT INTO searchBacklog (seq) VALUES (last_insert_rowid())',
  text: insertInto('tenderText', 'tenderId, description, searchText'),
  notice: insertInto('notice', 'id, tenderId, contentHash, type, title, publishedAt, readAt, sourceName, url, text, evidence, confidence, awards, documents, amendments, changes'),
} as const

export type KnownSource = { id: string; hasNotice: boolean }
export type NewTender = { draft: TenderDraft; id: string; noticeId: string; contentHash: string; at: string; sourceName: string }

/** Most records have none. */
const listOf = (list: readonly unknown[]): string => (list.length === 0 ? '[]' : JSON.stringify(list))

function knownSource(row: unknown): KnownSource | null {
  if (typeof row !== 'object' || row === null || !('id' in row) || !('hasNotice' in row) || typeof row.id !== 'string') return null
  return { id: row.id, hasNotice: row.hasNotice === 1 }
}

/**
 * The same rows `insertTender` and `insertNotice` write for a new tender, by statements prepared once and without an object between: what a
 * large import can afford. The text index takes them in later. Call inside a transaction of the same workspace.
 */
export function bulkWriter(raw: Sqlite) {
  return {
    known: (sourceKey: string, contentHash: string): KnownSource | null => knownSource(raw.prepare(statements.known).all([contentHash, sourceKey, sourceKey])[0]),
    insertNew({ draft, id, noticeId, contentHash, at, sourceName }: NewTender): void {
      const description = draft.description ?? draft.text
      raw.prepare(statements.tender).run([
        id, 1, at, at, draft.key, draft.projectNo, draft.title, draft.buyer, draft.agency, draft.method, draft.budget, draft.ceiling, draft.currency,
        draft.publishedAt, draft.bidDeadline, draft.openingTime, JSON.stringify(draft.lots), 'new', null, draft.kind, sourceName, draft.url, sortValueOf(draft), regionOf(draft), 0,
      ])
      raw.prepare(statements.backlog).run([])
      raw.prepare(statements.text).run([id, description, searchTextOf(draft, description)])
      raw.prepare(statements.notice).run([
        noticeId, id, contentHash, draft.noticeType, draft.title, draft.publishedAt, at, sourceName, draft.url, draft.text,
        JSON.stringify(draft.evidence), JSON.stringify(draft.confidence), JSON.stringify(draft.awards), listOf(draft.documents), listOf(draft.amendments), '[]',
      ])
    },
  }
}
