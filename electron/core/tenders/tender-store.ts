import { sql, type Selectable } from 'kysely'
import type { TenderTable } from '#core/db/schema.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { idByKey, idByName, idByNotice, idByNumber } from '#core/tenders/known-tender.ts'
import { Track } from '#shared/pricing/track.ts'
import { indexGrams, searchable } from '#shared/search/bigrams.ts'
import { TenderDesk } from '#shared/tenders/desk.ts'
import { regionOf } from '#shared/tenders/region.ts'
import { Lot, SourceKind, Tender, TenderStage, UseCase, type TenderDraft, type TenderFacts } from '#shared/tenders/tender.ts'
import { worthOf } from '#shared/tenders/worth.ts'

export type TenderRecord = Tender & { sourceKey: string }
export type TenderDbRow = Selectable<TenderTable>

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

/** The stored tender a draft is about: the one that has it already, else by its key, by project number whatever its round or lot, by buyer and a name much the same. */
export async function findTenderFor(db: WorkspaceDb, draft: Pick<TenderDraft, 'key' | 'kind' | 'projectNo' | 'buyer' | 'title' | 'noticeType'>, contentHash: string): Promise<TenderRecord | null> {
  // A structured source names its processes itself; its numbers are not unique across publishers.
  const isStructured = draft.kind === 'ocds' || draft.kind === 'eforms'
  const id = isStructured
    ? await idByKey(db, draft.key)
    : ((await idByNotice(db, contentHash, draft)) ?? (await idByKey(db, draft.key)) ?? (await idByNumber(db, draft)) ?? (await idByName(db, draft)))
  return id === null ? null : findTender(db, id)
}

export async function insertTender(db: WorkspaceDb, tender: TenderRecord): Promise<void> {
  const { seq } = await db.insertInto('tender').values(toRow(tender)).returning('seq').executeTakeFirstOrThrow()
  const searchText = searchTextOf(tender, tender.description)
  await db.insertInto('tenderText').values({ tenderId: tender.id, description: tender.description, searchText }).execute()
  await sql`INSERT INTO tenderSearch (rowid, grams) VALUES (${seq}, ${indexGrams(searchText)})`.execute(db)
}

/** Saves a changed tender if nobody else changed it since; false when its version is no longer `expectedVersion`. */
export async function updateTender(db: WorkspaceDb, tender: TenderRecord, expectedVersion: number): Promise<boolean> {
  const updated = await db.updateTable('tender').set(toRow(tender)).where('id', '=', tender.id).where('version', '=', expectedVersion).returning('seq').executeTakeFirst()
  if (!updated) return false
  const searchText = searchTextOf(tender, tender.description)
  await db.updateTable('tenderText').set({ description: tender.description, searchText }).where('tenderId', '=', tender.id).execute()
  await forgetText(db, updated.seq)
  await sql`INSERT INTO tenderSearch (rowid, grams) VALUES (${updated.seq}, ${indexGrams(searchText)})`.execute(db)
  return true
}

/** Puts a tender whose row came back into the text index. */
export async function reindexTender(db: WorkspaceDb, id: string): Promise<void> {
  const row = await db.selectFrom('tender').innerJoin('tenderText', 'tenderText.tenderId', 'tender.id').select(['seq', 'searchText']).where('tender.id', '=', id).executeTakeFirst()
  if (row) await sql`INSERT INTO tenderSearch (rowid, grams) VALUES (${row.seq}, ${indexGrams(row.searchText)})`.execute(db)
}

async function forgetText(db: WorkspaceDb, seq: number): Promise<void> {
  const waited = await db.deleteFrom('searchBacklog').where('seq', '=', seq).returning('seq').executeTakeFirst()
  if (!waited) await sql`DELETE FROM tenderSearch WHERE rowid = ${seq}`.execute(db)
}

export async function deleteTender(db: WorkspaceDb, id: string): Promise<void> {
  const known = await db.selectFrom('tender').select('seq').where('id', '=', id).executeTakeFirst()
  if (known) await forgetText(db, known.seq)
  await db.deleteFrom('tender').where('id', '=', id).execute()
}

export async function deskOf(db: WorkspaceDb, id: string): Promise<TenderDesk> {
  return toDesk(await db.selectFrom('tender').select(['owner', 'region', 'decision', 'score']).where('id', '=', id).executeTakeFirstOrThrow())
}

export async function countTenders(db: WorkspaceDb): Promise<number> {
  const { total } = await db.selectFrom('tender').select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return total
}

export function factsOfTender(tender: Tender): TenderFacts {
  const { projectNo, title, buyer, agency, method, budget, ceiling, currency, publishedAt, bidDeadline, openingTime, lots } = tender
  return { projectNo, title, buyer, agency, method, budget, ceiling, currency, publishedAt, bidDeadline, openingTime, lots }
}

/** What a tender is searched by. */
export function searchTextOf({ title, projectNo, buyer, agency, lots }: TenderFacts, description: string | null): string {
  return searchable([title, projectNo, buyer, agency, ...lots.map((lot) => lot.name), description].filter((part) => part !== null && part !== '').join('\n'))
}

/** What it is worth as a float: for ordering and ranges only. */
export function sortValueOf(facts: TenderFacts): number | null {
  const worth = worthOf(facts)
  return worth === null ? null : Number(worth.amount)
}

function toRow(tender: TenderRecord) {
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
    sortValue: sortValueOf(tender),
    region: regionOf(tender),
    isSample: tender.isSample ? 1 : 0,
  }
}

export function toTender(row: TenderDbRow, description: string | null): Tender {
  const { seq: _seq, sourceKey: _key, sortValue: _sort, owner: _owner, region: _region, decision: _decision, score: _score, isMuted: _muted, sourceKind, sourceName, sourceUrl, lots, stage, useCase, isSample, track, ...facts } = row
  return {
    ...facts,
    description,
    lots: Lot.array().parse(JSON.parse(lots)),
    stage: TenderStage.parse(stage),
    useCase: UseCase.nullable().parse(useCase),
    source: { kind: SourceKind.parse(sourceKind), name: sourceName, url: sourceUrl },
    isSample: isSample === 1,
    track: Track.nullable().parse(track),
  }
}

/** What our desk says of a tender. */
export function toDesk({ owner, region, decision, score }: Pick<TenderDbRow, 'owner' | 'region' | 'decision' | 'score'>): TenderDesk {
  return TenderDesk.parse({ owner, region, decision, score })
}
