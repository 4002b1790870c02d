import { sql, type Expression, type SelectQueryBuilder, type SqlBool } from 'kysely'
import type { WorkspaceTables } from '#core/db/schema.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { toDesk, toTender } from '#core/tenders/tender-store.ts'
import { parseQuery } from '#shared/search/bigrams.ts'
import type { TenderSearch, TenderSort } from '#shared/tenders/contract.ts'
import type { TenderDesk } from '#shared/tenders/desk.ts'
import { deadlineBounds, type TenderFilter } from '#shared/tenders/filter.ts'
import { TenderStage, type Tender } from '#shared/tenders/tender.ts'

type Matching = SelectQueryBuilder<WorkspaceTables, 'tender', object>
export type FoundTender = { tender: Tender; desk: TenderDesk }

const sortColumn = { deadline: 'bidDeadline', published: 'publishedAt', value: 'sortValue', updated: 'updatedAt', title: 'title', buyer: 'buyer', agency: 'agency', projectNo: 'projectNo', owner: 'owner', region: 'region', useCase: 'useCase', decision: 'decision', score: 'score' } as const satisfies Record<Exclude<TenderSort, 'stage'>, keyof WorkspaceTables['tender']>

/** Every tender a filter finds, as a query that others count, page or walk through. */
export function matchingTenders(db: WorkspaceDb, filter: TenderFilter, now: string): Matching {
  const { match, mustContain, terms } = parseQuery(filter.query)
  const narrowed = inDeadline(inWorth(inLists(matched(db.selectFrom('tender'), match, terms), filter), filter), filter, now)
  // Reading texts is dear: only what all else leaves is read.
  return containing(narrowed, mustContain)
}

/** A page of what a filter finds, and how many there are in all. */
export async function searchTenders(db: WorkspaceDb, search: TenderSearch, now: string): Promise<{ total: number; rows: FoundTender[] }> {
  if (parseQuery(search.query).match !== null) return searchTexts(db, search, now)
  const total = await countMatching(db, search, now)
  const seqs = await inOrder(matchingTenders(db, search, now).select('seq'), search).limit(search.limit).offset(search.offset).execute()
  return { total, rows: await tendersBySeq(db, seqs.map(({ seq }) => seq)) }
}

/** Words are looked for once: the same pass over what they find counts and orders it. */
async function searchTexts(db: WorkspaceDb, search: TenderSearch, now: string): Promise<{ total: number; rows: FoundTender[] }> {
  const counted = matchingTenders(db, search, now).select(['seq', sql<number>`COUNT(*) OVER ()`.as('total')])
  const page = await inOrder(counted, search).limit(search.limit).offset(search.offset).execute()
  const total = page[0]?.total ?? (search.offset === 0 ? 0 : await countMatching(db, search, now))
  return { total, rows: await tendersBySeq(db, page.map(({ seq }) => seq)) }
}

export async function countMatching(db: WorkspaceDb, filter: TenderFilter, now: string): Promise<number> {
  const { total } = await matchingTenders(db, filter, now).select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return total
}

/** Only the row numbers are sorted; the rows themselves are fetched afterwards. What is unknown comes last either way: it must not hide what is due. */
export function inOrder<O>(query: SelectQueryBuilder<WorkspaceTables, 'tender', O>, { sort, descending }: { sort: TenderSort; descending: boolean }): SelectQueryBuilder<WorkspaceTables, 'tender', O> {
  const column = sort === 'stage' ? stageOrder : sql.ref(sortColumn[sort])
  return query
    .orderBy(column, (order) => (descending ? order.desc().nullsLast() : order.asc().nullsLast()))
    .orderBy('seq', descending ? 'desc' : 'asc')
}

export async function tendersBySeq(db: WorkspaceDb, seqs: readonly number[]): Promise<FoundTender[]> {
  if (seqs.length === 0) return []
  const rows = await db.selectFrom('tender').selectAll().where('seq', 'in', seqs).execute()
  const bySeq = new Map(rows.map((row) => [row.seq, { tender: toTender(row, null), desk: toDesk(row) }]))
  return seqs.flatMap((seq) => bySeq.get(seq) ?? [])
}

const stageOrder = sql<number>`CASE stage ${sql.join(
  TenderStage.options.map((stage, at) => sql`WHEN ${sql.lit(stage)} THEN ${sql.lit(at)}`),
  sql` `,
)} END`

function matched(found: Matching, match: string | null, terms: readonly string[]): Matching {
  if (match === null) return found
  return found.where('seq', 'in', sql<number>`(SELECT rowid FROM tenderSearch WHERE tenderSearch MATCH ${match} UNION ALL ${notIndexed(terms)})`)
}

function containing(found: Matching, words: readonly string[]): Matching {
  let matching = found
  for (const word of words) {
    matching = matching.where((eb) => eb.exists(eb.selectFrom('tenderText').select(sql`1`.as('one')).whereRef('tenderText.tenderId', '=', 'tender.id').where(sql<boolean>`instr(searchText, ${word}) > 0`)))
  }
  return matching
}

/** While the text index catches up after an import, a plain look through the texts it lacks finds the rest. CROSS JOIN: the planner, without statistics, would begin with all the texts there are. */
function notIndexed(terms: readonly string[]) {
  const contained = terms.map((term) => sql`instr(waiting.searchText, ${term}) > 0`)
  return sql`SELECT searchBacklog.seq FROM searchBacklog CROSS JOIN tender AS late ON late.seq = searchBacklog.seq CROSS JOIN tenderText AS waiting ON waiting.tenderId = late.id WHERE ${sql.join(contained, sql` AND `)}`
}

function inLists(found: Matching, filter: TenderFilter): Matching {
  const lists = { stage: filter.stages, useCase: filter.useCases, buyer: filter.buyers, agency: filter.agencies, region: filter.regions, owner: filter.owners, decision: filter.decisions, sourceKind: filter.sources } as const
  let matching = found
  for (const [column, values] of Object.entries(lists)) if (values.length > 0) matching = matching.where(oneOf(sql.ref(column), values))
  if (filter.toReview) matching = matching.where(sql<SqlBool>`tender.id IN (SELECT tenderId FROM factToReview WHERE acceptedAt IS NULL)`)
  if (filter.verdicts.length > 0) matching = matching.where(ofVerdict(filter.verdicts))
  return matching
}

function oneOf(column: Expression<unknown>, values: readonly (string | null)[]): Expression<SqlBool> {
  const known = values.filter((value) => value !== null)
  const listed = sql<SqlBool>`${column} IN (${sql.join(known)})`
  if (!values.includes(null)) return listed
  return known.length === 0 ? sql<SqlBool>`${column} IS NULL` : sql<SqlBool>`(${listed} OR ${column} IS NULL)`
}

/** By the verdict of our bid; a bid that was not judged yet cannot be judged. */
function ofVerdict(verdicts: TenderFilter['verdicts']): Expression<SqlBool> {
  const known = verdicts.filter((verdict) => verdict !== null)
  const judged = sql<SqlBool>`tender.id IN (SELECT tenderId FROM bid WHERE COALESCE(json_extract(assessment, '$.verdict'), 'cannot-judge') IN (${sql.join(known)}))`
  const none = sql<SqlBool>`tender.id NOT IN (SELECT tenderId FROM bid)`
  if (!verdicts.includes(null)) return judged
  return known.length === 0 ? none : sql<SqlBool>`(${judged} OR ${none})`
}

function inWorth(found: Matching, { worthFrom, worthTo }: TenderFilter): Matching {
  if (worthFrom === null && worthTo === null) return found
  // The plus keeps the planner, which has no statistics, from walking the amounts instead of the order asked for.
  let matching = found.where(sql<SqlBool>`(currency IS NULL OR currency = 'CNY')`)
  if (worthFrom !== null) matching = matching.where(sql<SqlBool>`+sortValue >= ${Number(worthFrom)}`)
  if (worthTo !== null) matching = matching.where(sql<SqlBool>`+sortValue <= ${Number(worthTo)}`)
  return matching
}

function inDeadline(found: Matching, { deadline, deadlineFrom, deadlineTo }: TenderFilter, now: string): Matching {
  let matching = found
  if (deadlineFrom) matching = matching.where('bidDeadline', '>=', deadlineFrom)
  if (deadlineTo) matching = matching.where('bidDeadline', '<', deadlineTo)
  if (deadline === null) return matching
  if (deadline.kind === 'unknown') return matching.where('bidDeadline', 'is', null)
  const { from, to } = deadlineBounds(deadline, now)
  if (from !== null) matching = matching.where('bidDeadline', '>=', from)
  if (to !== null) matching = matching.where('bidDeadline', '<', to)
  return matching
}
