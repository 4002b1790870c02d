import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorkspace, type Workspace } from '#core/db/workspace.ts'
import { countInTurns, countMatching, searchTenders } from '#core/tenders/tender-search.ts'
import { insertTender } from '#core/tenders/tender-store.ts'
import { TenderSearch } from '#shared/tenders/contract.ts'
import { aTender } from '../../support/tender.ts'

const now = '2026-11-22T02:00:00.000Z'
const seed = 20261122

/** Few characters, so that words meet by chance, stand apart, and stand in most texts. */
const han = fc.constantFrom('光', '伏', '水', '务', '光伏')
const passage = fc.array(fc.oneof({ weight: 8, arbitrary: han }, { weight: 1, arbitrary: fc.constantFrom('，', ' ', '\n', 'A', '7') }), { minLength: 1, maxLength: 9 }).map((parts) => parts.join(''))
const word = fc.array(han, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''))
const asked = fc.record({
  query: fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' ')),
  stages: fc.constantFrom<TenderSearch['stages']>([], ['new'], ['new', 'watching']),
  sort: fc.constantFrom('deadline', 'value', 'updated', 'title', 'agency'),
  descending: fc.boolean(),
  limit: fc.integer({ min: 1, max: 40 }),
  offset: fc.constantFrom(0, 1, 7, 60),
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
async function plainly({ query, stages, sort, descending }: TenderSearch): Promise<string[]> {
  const column = sql.ref({ deadline: 'bidDeadline', value: 'sortValue', updated: 'updatedAt', title: 'title', agency: 'agency' }[sort as string] ?? 'seq')
  const likes = query.split(' ').map((part) => sql`searchText LIKE ${`%${part}%`}`)
  const inStage = stages.length === 0 ? sql`1` : sql`stage IN (${sql.join(stages)})`
  const way = sql.raw(descending ? 'DESC' : 'ASC')
  const { rows } = await sql<{ id: string }>`SELECT tender.id FROM tender JOIN tenderText ON tenderId = tender.id WHERE ${sql.join(likes, sql` AND `)} AND ${inStage} ORDER BY ${column} ${way} NULLS LAST, seq ${way}`.execute(workspace.db)
  return rows.map(({ id }) => id)
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
