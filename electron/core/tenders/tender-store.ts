import { sql, type Selectable } from 'kysely'
import type { TenderTable } from '#core/db/schema.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { indexGrams, parseQuery, searchable } from '#shared/search/bigrams.ts'
import type { TenderSearch, TenderSort } from '#shared/tenders/contract.ts'
import { Lot, SourceKind, Tender, TenderStage, UseCase, type TenderFacts } from '#shared/tenders/tender.ts'

export type TenderRecord = Tender & { sourceKey: string }
type Row = Selectable<TenderTable>

const sortColumn: Record<TenderSort, 'bidDeadline' | 'publishedAt' | 'sortValue' | 'updatedAt'> = {
  deadline: 'bidDeadline',
  published: 'publishedAt',
  value: 'sortValue',
  updated: 'updatedAt',
}

export async function searchTenders(db: WorkspaceDb, search: TenderSearch): Promise<{ total: number; rows: Tender[] }> {
  const query = parseQuery(search.query)
  let matching = db.selectFrom('tender')
  if (search.stages.length > 0) matching = matching.where('stage', 'in', search.stages)
  if (search.useCases.length > 0) matching = matching.where('useCase', 'in', search.useCases)
  if (search.buyer) matching = matching.where('buyer', '=', search.buyer)
  if (search.deadlineFrom) matching = matching.where('bidDeadline', '>=', search.deadlineFrom)
  if (search.deadlineTo) matching = matching.where('bidDeadline', '<', search.deadlineTo)
  if (query.match !== null) matching = matching.where('seq', 'in', sql<number>`(SELECT rowid FROM tenderSearch WHERE tenderSearch MATCH ${query.match})`)
  for (const text of query.mustContain) {
    matching = matching.where((eb) => eb.exists(eb.selectFrom('tenderText').select(sql`1`.as('one')).whereRef('tenderText.tenderId', '=', 'tender.id').where(sql<boolean>`instr(searchText, ${text}) > 0`)))
  }
  const column = sortColumn[search.sort]
  const direction = search.descending ? 'desc' : 'asc'
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await matching
    .selectAll()
    // What has no deadline (or price, or date) comes last either way: it must not hide what is due.
    .orderBy(column, (order) => (direction === 'asc' ? order.asc().nullsLast() : order.desc().nullsLast()))
    .orderBy('seq', direction)
    .limit(search.limit)
    .offset(search.offset)
    .execute()
  return { total: total, rows: rows.map((row) => toTender(row, null)) }
}

export async function findTender(db: WorkspaceDb, id: string): Promise<TenderRecord | null> {
  const row = await db
    .selectFrom('tender')
    .leftJoin('tenderText', 'tenderText.tenderId', 'tender.id')
    .selectAll('tender')
    .select('tenderText.description')
    .where('tender.id', '=', id)
    .executeTakeFirst()
  return row ? { ...toTender(row, row.description), sourceKey: row.sourceKey } : null
}

/** The stored tender a draft is about: by its key, else by project number, else by buyer and title. */
export async function findTenderFor(db: WorkspaceDb, draft: { key: string; kind: string; projectNo: string | null; buyer: string | null; title: string }): Promise<TenderRecord | null> {
  const byKey = await db.selectFrom('tender').select('id').where('sourceKey', '=', draft.key).executeTakeFirst()
  if (byKey) return findTender(db, byKey.id)
  // A structured source names its processes itself; its numbers are not unique across publishers.
  if (draft.kind === 'ocds' || draft.kind === 'eforms') return null
  if (draft.projectNo !== null) {
    const byNumber = await db.selectFrom('tender').select('id').where('projectNo', '=', draft.projectNo).where('sourceKind', 'not in', ['ocds', 'eforms']).executeTakeFirst()
    return byNumber ? findTender(db, byNumber.id) : null
  }
  if (draft.buyer === null) return null
  const byName = await db.selectFrom('tender').select('id').where('buyer', '=', draft.buyer).where('title', '=', draft.title).executeTakeFirst()
  return byName ? findTender(db, byName.id) : null
}

export async function insertTender(db: WorkspaceDb, tender: TenderRecord): Promise<void> {
  const { seq } = await db.insertInto('tender').values(toRow(tender)).returning('seq').executeTakeFirstOrThrow()
  const searchText = searchTextOf(tender)
  await db.insertInto('tenderText').values({ tenderId: tender.id, description: tender.description, searchText }).execute()
  await sql`INSERT INTO tenderSearch (rowid, grams) VALUES (${seq}, ${indexGrams(searchText)})`.execute(db)
}

/** Saves a changed tender if nobody else changed it since; false when its version is no longer `expectedVersion`. */
export async function updateTender(db: WorkspaceDb, tender: TenderRecord, expectedVersion: number): Promise<boolean> {
  const updated = await db.updateTable('tender').set(toRow(tender)).where('id', '=', tender.id).where('version', '=', expectedVersion).returning('seq').executeTakeFirst()
  if (!updated) return false
  const searchText = searchTextOf(tender)
  await db.updateTable('tenderText').set({ description: tender.description, searchText }).where('tenderId', '=', tender.id).execute()
  await sql`DELETE FROM tenderSearch WHERE rowid = ${updated.seq}`.execute(db)
  await sql`INSERT INTO tenderSearch (rowid, grams) VALUES (${updated.seq}, ${indexGrams(searchText)})`.execute(db)
  return true
}

export async function deleteTender(db: WorkspaceDb, id: string): Promise<void> {
  await sql`DELETE FROM tenderSearch WHERE rowid IN (SELECT seq FROM tender WHERE id = ${id})`.execute(db)
  await db.deleteFrom('tender').where('id', '=', id).execute()
}

export async function countTenders(db: WorkspaceDb): Promise<number> {
  const { total } = await db.selectFrom('tender').select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return total
}

export function factsOfTender(tender: Tender): TenderFacts {
  const { projectNo, title, buyer, agency, method, budget, ceiling, currency, publishedAt, bidDeadline, openingTime, lots } = tender
  return { projectNo, title, buyer, agency, method, budget, ceiling, currency, publishedAt, bidDeadline, openingTime, lots }
}

function searchTextOf(tender: Tender): string {
  return searchable([tender.title, tender.projectNo, tender.buyer, tender.agency, ...tender.lots.map((lot) => lot.name), tender.description].filter((part) => part !== null && part !== '').join('\n'))
}

function toRow(tender: TenderRecord) {
  const value = tender.ceiling ?? tender.budget
  return {
    id: tender.id,
    version: tender.version,
    createdAt: tender.createdAt,
    updatedAt: tender.updatedAt,
    sourceKey: tender.sourceKey,
    projectNo: tender.projectNo,
    title: tender.title,
    buyer: tender.buyer,
    agency: tender.agency,
    method: tender.method,
    budget: tender.budget,
    ceiling: tender.ceiling,
    currency: tender.currency,
    publishedAt: tender.publishedAt,
    bidDeadline: tender.bidDeadline,
    openingTime: tender.openingTime,
    lots: JSON.stringify(tender.lots),
    stage: tender.stage,
    useCase: tender.useCase,
    sourceKind: tender.source.kind,
    sourceName: tender.source.name,
    sourceUrl: tender.source.url,
    sortValue: value === null ? null : Number(value),
    isSample: tender.isSample ? 1 : 0,
  }
}

function toTender(row: Row, description: string | null): Tender {
  const { seq: _seq, sourceKey: _key, sortValue: _sort, sourceKind, sourceName, sourceUrl, lots, stage, useCase, isSample, ...facts } = row
  return {
    ...facts,
    description,
    lots: Lot.array().parse(JSON.parse(lots)),
    stage: TenderStage.parse(stage),
    useCase: UseCase.nullable().parse(useCase),
    source: { kind: SourceKind.parse(sourceKind), name: sourceName, url: sourceUrl },
    isSample: isSample === 1,
  }
}
