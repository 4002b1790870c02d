import { sql } from 'kysely'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { matchingTenders } from '#core/tenders/tender-search.ts'
import { soughtIn } from '#shared/search/bigrams.ts'
import { marksIn, snippetOf, type Snippet } from '#shared/search/marks.ts'
import { isMuchTheSame } from '#shared/search/similar-titles.ts'
import type { SimilarTender } from '#shared/tenders/contract.ts'
import { emptyFilter } from '#shared/tenders/filter.ts'
import { Lot } from '#shared/tenders/tender.ts'

const comparedTitles = 500
const shownSimilar = 5

/** Where the query was found, for tenders whose title does not show it all. */
export async function snippetsOf(db: WorkspaceDb, query: string, ids: readonly string[]): Promise<(Snippet & { id: string })[]> {
  const words = soughtIn(query)
  if (words.length === 0 || ids.length === 0) return []
  const rows = await db
    .selectFrom('tender')
    .leftJoin('tenderText', 'tenderText.tenderId', 'tender.id')
    .select(['tender.id', 'title', 'buyer', 'agency', 'projectNo', 'lots', 'tenderText.description'])
    .where('tender.id', 'in', ids)
    .execute()
  return rows.flatMap(({ id, title, description, buyer, agency, projectNo, lots }) => {
    const inTitle = words.every((word) => marksIn(title, word).length > 0)
    if (inTitle) return []
    const facts = [projectNo, buyer, agency, ...Lot.array().parse(JSON.parse(lots)).map((lot) => lot.name)].filter((fact) => fact !== null)
    const inFacts = facts.find((fact) => marksIn(fact, query).length > 0)
    const found = snippetOf(description ?? '', query) ?? (inFacts === undefined ? null : snippetOf(inFacts, query))
    return found === null ? [] : [{ id, ...found }]
  })
}

/** The commonest values of a field, those holding `contains` only. */
export async function valuesOf(db: WorkspaceDb, field: 'buyer' | 'agency' | 'region', contains: string, limit: number): Promise<{ value: string; count: number }[]> {
  const column = sql.ref<string | null>(field)
  const { rows } = await sql<{ value: string; count: number }>`
    SELECT ${column} AS value, COUNT(*) AS count FROM tender WHERE ${column} IS NOT NULL AND instr(${column}, ${contains}) > 0 GROUP BY ${column} ORDER BY count DESC, value LIMIT ${limit}`.execute(db)
  return rows
}

/** Tenders that may be the same purchase as one being written down. */
export async function similarTenders(db: WorkspaceDb, draft: { title: string; buyer: string | null; projectNo: string | null }, now: string): Promise<SimilarTender[]> {
  const columns = ['id', 'title', 'projectNo', 'buyer'] as const
  const byNumber = draft.projectNo === null ? [] : await db.selectFrom('tender').select(columns).where('projectNo', '=', draft.projectNo).limit(shownSimilar).execute()
  const known = new Set(byNumber.map(({ id }) => id))
  const candidates = draft.buyer === null ? matchingTenders(db, { ...emptyFilter, query: draft.title.slice(0, 200) }, now) : db.selectFrom('tender').where('buyer', '=', draft.buyer)
  const compared = draft.title.trim() === '' ? [] : await candidates.select(columns).orderBy('seq', 'desc').limit(comparedTitles).execute()
  const byTitle = compared.filter(({ id, title }) => !known.has(id) && isMuchTheSame(title, draft.title))
  return [...byNumber.map((tender) => ({ ...tender, why: 'project-no' as const })), ...byTitle.map((tender) => ({ ...tender, why: 'title' as const }))].slice(0, shownSimilar)
}
