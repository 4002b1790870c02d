import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { inFilter, type Matching } from '#core/tenders/tender-conditions.ts'
import { countOf, inOrder, pageInOrder } from '#core/tenders/tender-order.ts'
import { toDesk, toTender } from '#core/tenders/tender-store.ts'
import { parseQuery, type SearchQuery } from '#shared/search/bigrams.ts'
import type { TenderSearch, TenderSort } from '#shared/tenders/contract.ts'
import type { TenderDesk } from '#shared/tenders/desk.ts'
import type { TenderFilter } from '#shared/tenders/filter.ts'
import type { Tender } from '#shared/tenders/tender.ts'

export type FoundTender = { tender: Tender; desk: TenderDesk }

/** How rows found by words are reached: from the words, or along the list's order, asking of each row whether it was found. */
type Reach = { isAlongOrder?: boolean; within?: { after: number; upTo: number } }

/** Every tender a filter finds, as a query that others count, page or walk through. */
export function matchingTenders(db: WorkspaceDb, filter: TenderFilter, now: string, reach: Reach = {}): Matching {
  const { match, mustContain, terms } = parseQuery(filter.query)
  const narrowed = inFilter(matched(db.selectFrom('tender'), match, terms, reach), filter, now)
  // Reading texts is dear: only what all else leaves is read.
  return containing(narrowed, mustContain)
}

/** `total` is what there is at least while `isCounted` is false: counting would take long, and is asked for by `countInTurns`. */
export type SearchPage = { total: number; isCounted: boolean; rows: FoundTender[] }

/** A page of what a filter finds, and how many there are in all. */
export async function searchTenders(db: WorkspaceDb, search: TenderSearch, now: string): Promise<SearchPage> {
  const words = parseQuery(search.query)
  if (words.match !== null && !(await isWalked(db, search, words))) return searchTexts(db, search, now)
  const rows = await tendersBySeq(db, await pageInOrder(matchingTenders(db, search, now, { isAlongOrder: true }), search, now))
  const seen = search.offset + rows.length
  const isFull = rows.length === search.limit
  if (isDear(words) && !isFull && (rows.length > 0 || search.offset === 0)) return { total: seen, isCounted: true, rows }
  if (isDear(words) && isFull && search.counting === 'later') return { total: seen, isCounted: false, rows }
  return { total: await countMatching(db, search, now), isCounted: true, rows }
}

/** Words are looked for once: the same pass over what they find counts and orders it. */
async function searchTexts(db: WorkspaceDb, search: TenderSearch, now: string): Promise<SearchPage> {
  const counted = matchingTenders(db, search, now).select(['seq', sql<number>`COUNT(*) OVER ()`.as('total')])
  const page = await inOrder(counted, search, now).limit(search.limit).offset(search.offset).execute()
  const total = page[0]?.total ?? (search.offset === 0 ? 0 : await countMatching(db, search, now))
  return { total, isCounted: true, rows: await tendersBySeq(db, page.map(({ seq }) => seq)) }
}

export async function countMatching(db: WorkspaceDb, filter: TenderFilter, now: string): Promise<number> {
  const { match, mustContain } = parseQuery(filter.query)
  if (match === null || mustContain.length > 0 || asksOfRows(filter) || (await isIndexBehind(db))) return countOf(matchingTenders(db, filter, now))
  const hits = await indexedHits(db, match)
  if (!asksMoreThanWords(filter)) return hits
  return countOf(matchingTenders(db, filter, now, { isAlongOrder: hits * entriesPerRow > (await highestSeq(db)) }))
}

const countedInTurn = 4000

/** Counts a stretch of the tenders at a time and lets other calls through in between: texts may have to be read for it. */
export async function countInTurns(db: WorkspaceDb, filter: TenderFilter, now: string, signal?: AbortSignal): Promise<number> {
  const { match, mustContain } = parseQuery(filter.query)
  if (match === null || mustContain.length === 0 || (await isIndexBehind(db))) return countMatching(db, filter, now)
  const last = await highestSeq(db)
  let total = 0
  for (let after = 0; after < last; after += countedInTurn) {
    total += await countOf(matchingTenders(db, filter, now, { within: { after, upTo: after + countedInTurn } }))
    await nextTurn()
    signal?.throwIfAborted()
  }
  return total
}

/** How many texts the index finds, without looking at a single one. */
async function indexedHits(db: WorkspaceDb, match: string): Promise<number> {
  const { rows } = await sql<{ hits: number }>`SELECT COUNT(*) AS hits FROM tenderSearch WHERE tenderSearch MATCH ${match}`.execute(db)
  return rows[0]?.hits ?? 0
}

/** Some texts wait to be taken into the index. */
async function isIndexBehind(db: WorkspaceDb): Promise<boolean> {
  return (await db.selectFrom('searchBacklog').select('seq').limit(1).executeTakeFirst()) !== undefined
}

async function highestSeq(db: WorkspaceDb): Promise<number> {
  const { seq } = await db.selectFrom('tender').select((eb) => eb.fn.max('seq').as('seq')).executeTakeFirstOrThrow()
  return seq ?? 0
}

const orderedByIndex: ReadonlySet<TenderSort> = new Set(['deadline', 'published', 'value', 'updated', 'projectNo', 'buyer'])
/** Entries of an index that are passed in the time one row is fetched, or one text is read. */
const entriesPerRow = 5
const entriesPerText = 60

/** Texts must be read, or many lists of the index be merged: that is not done twice for one page. */
const isDear = ({ mustContain, isWide }: SearchQuery): boolean => mustContain.length > 0 || isWide

/** Whether a page comes sooner along the order than by fetching all that the words find: it does for what stands in many texts. */
async function isWalked(db: WorkspaceDb, search: TenderSearch, { match, mustContain, isWide }: SearchQuery): Promise<boolean> {
  if (match === null || !orderedByIndex.has(search.sort) || asksOfRows(search) || (await isIndexBehind(db))) return false
  if (isWide) return true
  const hits = await indexedHits(db, match)
  const passed = ((search.offset + search.limit) * (await highestSeq(db))) / Math.max(hits, 1)
  return passed < hits * (mustContain.length > 0 ? entriesPerText : entriesPerRow)
}

/** What no index of the order tells. */
function asksOfRows({ useCases, buyers, agencies, regions, owners, verdicts, decisions, sources, toReview, worthFrom, worthTo }: TenderFilter): boolean {
  return toReview || worthFrom !== null || worthTo !== null || [useCases, buyers, agencies, regions, owners, verdicts, decisions, sources].some((list) => list.length > 0)
}

function asksMoreThanWords(filter: TenderFilter): boolean {
  return asksOfRows(filter) || filter.stages.length > 0 || filter.deadline !== null || Boolean(filter.deadlineFrom ?? filter.deadlineTo)
}

export async function tendersBySeq(db: WorkspaceDb, seqs: readonly number[]): Promise<FoundTender[]> {
  if (seqs.length === 0) return []
  const rows = await db.selectFrom('tender').selectAll().where('seq', 'in', seqs).execute()
  const bySeq = new Map(rows.map((row) => [row.seq, { tender: toTender(row, null), desk: toDesk(row) }]))
  return seqs.flatMap((seq) => bySeq.get(seq) ?? [])
}

function matched(found: Matching, match: string | null, terms: readonly string[], { isAlongOrder = false, within }: Reach): Matching {
  if (match === null) return found
  if (within !== undefined) return found.where('seq', 'in', sql<number>`(SELECT rowid FROM tenderSearch WHERE tenderSearch MATCH ${match} AND rowid > ${within.after} AND rowid <= ${within.upTo})`)
  // The plus keeps the planner from beginning with the rows the words find.
  const seq = isAlongOrder ? sql<number>`+seq` : sql.ref<number>('seq')
  return found.where(seq, 'in', sql<number>`(SELECT rowid FROM tenderSearch WHERE tenderSearch MATCH ${match} UNION ALL ${notIndexed(terms)})`)
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
