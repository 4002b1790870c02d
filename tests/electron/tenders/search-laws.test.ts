import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorkspace, type Workspace } from '#core/db/workspace.ts'
import { countInTurns, countMatching, searchTenders } from '#core/tenders/tender-search.ts'
import { insertTender } from '#core/tenders/tender-store.ts'
import { seqsOf } from '#core/tenders/tender-targets.ts'
import { TenderSearch } from '#shared/tenders/contract.ts'
import { aTender } from '../../support/tender.ts'
import { openTestCore } from '../../support/workspace.ts'

const now = '2026-11-22T02:00:00.000Z'
const seed = 20261122

/** Few characters, so that words meet by chance, stand apart, and stand in most texts. */
const han = fc.constantFrom('光', '伏', '水', '务', '光伏')
const passage = fc.array(fc.oneof({ weight: 8, arbitrary: han }, { weight: 1, arbitrary: fc.constantFrom('，', ' ', '\n', 'A', '7') }), { minLength: 1, maxLength: 9 }).map((parts) => parts.join(''))
const word = fc.array(han, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''))
const asked = fc.record({
  query: fc.array(word, { maxLength: 2 }).map((words) => words.join(' ')),
  stages: fc.constantFrom<TenderSearch['stages']>([], ['new'], ['new', 'watching']),
  sort: fc.constantFrom('deadline', 'value', 'updated', 'title', 'agency'),
  descending: fc.boolean(),
  limit: fc.integer({ min: 1, max: 40 }),
  offset: fc.constantFrom(0, 1, 7, 60, 90, 140),
  counting: fc.constantFrom('now', 'later'),
})

const tenders = fc.sample(passage, { numRuns: 160, seed }).map((description, i) =>
  aTender({ id: `t${i}`, title: `项目${i % 17}`, description, stage: i % 3 === 0 ? 'watching' : 'new', bidDeadline: i % 9 === 0 ? null : new Date(Date.UTC(2026, 10, 1 + (i % 41))).toISOString(), ceiling: i % 5 === 0 ? null : `${(i * 37) % 900}.00` }),
)

let folder: string
let workspace: Workspace
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bidwright-laws-'))
  workspace = openWorkspace(join(folder, 's.bidwright'), () => new Date())
  await workspace.db.transaction().execute(async (db) => {
    for (const tender of tenders) await insertTender(db, tender)
  })
})
afterEach(() => {
  workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Every tender whose text holds each word, by a plain look through all the texts, in the order asked for. */
async function plainly(search: TenderSearch): Promise<string[]> {
  const { query, stages, sort, descending } = search
  const column = sql.ref({ deadline: 'bidDeadline', value: 'sortValue', updated: 'updatedAt', title: 'title', agency: 'agency' }[sort as string] ?? 'seq')
  const likes = query === '' ? [sql`1`] : query.split(' ').map((part) => sql`searchText LIKE ${`%${part}%`}`)
  const inStage = stages.length === 0 ? sql`1` : sql`stage IN (${sql.join(stages)})`
  const way = sql.raw(descending ? 'DESC' : 'ASC')
  const { rows } = await sql<Row>`SELECT tender.id, bidDeadline FROM tender JOIN tenderText ON tenderId = tender.id WHERE ${sql.join(likes, sql` AND `)} AND ${inStage} ORDER BY ${column} ${way} NULLS LAST, seq ${way}`.execute(workspace.db)
  return (sort === 'deadline' ? dueFirst(rows) : rows).map(({ id }) => id)
}

async function seqsOfIds(ids: readonly string[]): Promise<number[]> {
  const rows = await workspace.db.selectFrom('tender').select(['id', 'seq']).execute()
  const seqs = new Map(rows.map(({ id, seq }) => [id, seq]))
  return ids.flatMap((id) => seqs.get(id) ?? [])
}

type Row = { id: string; bidDeadline: string | null }

/** From all in order of time: what is open, what has no closing time, what has closed, backwards. */
function dueFirst(rows: readonly Row[]): Row[] {
  const closed = rows.filter(({ bidDeadline }) => bidDeadline !== null && bidDeadline <= now)
  return [...rows.filter(({ bidDeadline }) => bidDeadline !== null && bidDeadline > now), ...rows.filter(({ bidDeadline }) => bidDeadline === null), ...closed.toReversed()]
}

test.each([['in the index', 0], ['partly waiting for it', 50]])('a search finds what a plain look through the texts finds, in the same order, texts %s', async (_what, waiting) => {
  const { db } = workspace
  await sql`INSERT INTO searchBacklog SELECT seq FROM tender ORDER BY seq DESC LIMIT ${waiting}`.execute(db)
  await sql`DELETE FROM tenderSearch WHERE rowid IN (SELECT seq FROM searchBacklog)`.execute(db)
  await fc.assert(
    fc.asyncProperty(asked, async (question) => {
      const search = TenderSearch.parse(question)
      const expected = await plainly(search)
      const { total, isCounted, rows } = await searchTenders(db, search, now)
      expect(rows.map(({ tender }) => tender.id)).toEqual(expected.slice(search.offset, search.offset + search.limit))
      if (isCounted) expect(total).toBe(expected.length)
      else expect(total).toBe(Math.min(expected.length, search.offset + rows.length))
      expect(isCounted || search.counting === 'later').toBe(true)
      expect(await countMatching(db, search, now)).toBe(expected.length)
      expect(await countInTurns(db, search, now)).toBe(expected.length)
      expect(await seqsOf(db, { filter: search, except: [] }, now, search)).toEqual(await seqsOfIds(expected))
    }),
    { numRuns: 250, seed },
  )
})

test('a word of many texts is paged along the order, counted later, and no text is read for one of two characters', async () => {
  const search = TenderSearch.parse({ query: '光伏光', limit: 3, counting: 'later' })
  const page = await searchTenders(workspace.db, search, now)
  expect(page).toMatchObject({ total: 3, isCounted: false })
  expect((await countInTurns(workspace.db, search, now))).toBeGreaterThan(3)
  const pair = await searchTenders(workspace.db, TenderSearch.parse({ query: '光伏', limit: 3, counting: 'later' }), now)
  expect(pair.isCounted).toBe(true)
  expect(pair.total).toBe((await plainly(TenderSearch.parse({ query: '光伏' }))).length)
})

test('the pages of one moment put together are the whole list, whatever closes between them', async () => {
  let clock = now
  const core = openTestCore({ now: () => new Date(clock) })
  try {
    for (const tender of tenders) await insertTender(core.context.workspace.db, tender)
    for (const descending of [false, true]) {
      const seen: string[] = []
      for (const [at, offset] of [0, 30, 60, 90, 120, 150].entries()) {
        clock = new Date(Date.parse(now) + at * 86_400_000).toISOString()
        const page = await core.client.tenders.search({ asOf: now, descending, limit: 30, offset })
        seen.push(...page.tenders.map(({ id }) => id))
      }
      expect(seen).toEqual(await plainly(TenderSearch.parse({ descending })))
    }
    const { tenders: [first] } = await core.client.tenders.search({ limit: 1 })
    expect(first?.bidDeadline).not.toBeNull()
    expect((first?.bidDeadline ?? '') > clock).toBe(true)
  } finally {
    core.close()
  }
})
