import Database from 'libsql'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure, type Row } from './measure.ts'
import { sampleTender } from './tender-sample.ts'
import { openWorkspace } from '#core/db/workspace.ts'
import { rowsOf } from '#core/tenders/tender-rows.ts'
import { countInTurns, countMatching, searchTenders } from '#core/tenders/tender-search.ts'
import { insertTender } from '#core/tenders/tender-store.ts'
import { seqsOf } from '#core/tenders/tender-targets.ts'
import { TenderSearch } from '#shared/tenders/contract.ts'
import { emptyFilter } from '#shared/tenders/filter.ts'

const now = '2026-11-22T02:00:00.000Z'
const TENDERS = Number(process.env['BIDWRIGHT_BENCH_TENDERS'] ?? 100_000)
const goal = 'under 100 ms'
const perPage = 100
const ordered = 'ORDER BY bidDeadline ASC NULLS LAST, seq ASC LIMIT 100'

/** Fills a workspace file of `count` tenders; also for looking at the window with that many. */
export async function fillTenders(path: string, count: number): Promise<void> {
  const workspace = openWorkspace(path, () => new Date())
  for (let from = 0; from < count; from += 5000) {
    await workspace.db.transaction().execute(async (db) => {
      for (let i = from; i < Math.min(count, from + 5000); i++) await insertTender(db, sampleTender(i))
    })
  }
  workspace.close()
}

/** The list as the window asks for it, against the same questions put to the library in hand-written SQL, which orders by time alone: what is closed would stand first. */
export async function benchTenders(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bidwright-bench-'))
  try {
    const path = join(folder, 'large.bidwright')
    await fillTenders(path, TENDERS)
    return await pagesOf(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function pagesOf(path: string): Promise<Row[]> {
  const workspace = openWorkspace(path, () => new Date())
  const plain = new Database(path)
  const { db } = workspace
  const ask = (search: Partial<TenderSearch>) => measure(async () => rowsOf(db, (await searchTenders(db, TenderSearch.parse({ limit: perPage, counting: 'later', ...search }), now)).rows), 15)
  const sql = (where: string, parameters: unknown[] = []) =>
    measure(() => {
      plain.prepare(`SELECT count(*) FROM tender ${where}`).all(parameters)
      return plain.prepare(`SELECT * FROM tender ${where} ${ordered}`).all(parameters)
    }, 15)
  const same = async (where: string, parameters?: unknown[]) => ({ what: 'the same in SQL', measured: await sql(where, parameters) })
  const count = (query: string) => countMatching(db, TenderSearch.parse({ query }), now)
  const found = 'WHERE seq IN (SELECT rowid FROM tenderSearch WHERE tenderSearch MATCH ?)'
  try {
    return [
      { what: `open to first page, ${TENDERS} tenders`, ours: await measure(() => openAndRead(path), 15), baseline: { what: 'the same in SQL', measured: await measure(() => openAndReadPlain(path), 15) }, goal },
      { what: 'page by one stage and deadline', ours: await ask({ stages: ['watching'] }), baseline: await same("WHERE stage = 'watching'"), goal },
      { what: 'page by stage, amount and open deadline', ours: await ask({ stages: ['new'], worthFrom: '500000', worthTo: '900000', deadline: { kind: 'open' } }), baseline: await same("WHERE stage = 'new' AND sortValue BETWEEN 500000 AND 900000 AND bidDeadline > ?", [now]), goal },
      { what: 'page by amount alone', ours: await ask({ worthFrom: '500000', worthTo: '900000' }), baseline: await same('WHERE sortValue BETWEEN 500000 AND 900000'), goal },
      { what: 'page by region, sorted by amount', ours: await ask({ regions: ['江苏'], sort: 'value', descending: true }), baseline: null, goal },
      { what: 'page sorted by title', ours: await ask({ sort: 'title' }), baseline: null, goal },
      { what: 'page where the open ones end', ours: await ask({ offset: (await countMatching(db, TenderSearch.parse({ deadline: { kind: 'open' } }), now)) - perPage / 2 }), baseline: null, goal },
      { what: 'page at the end of the list', ours: await ask({ offset: TENDERS - perPage }), baseline: null, goal },
      { what: 'page at the end, farthest first', ours: await ask({ offset: TENDERS - perPage, descending: true }), baseline: null, goal },
      { what: 'all of them in order, as an export begins', ours: await measure(() => seqsOf(db, { filter: emptyFilter, except: [] }, now, { sort: 'deadline', descending: false }), 5), baseline: { what: 'the same in SQL', measured: await measure(() => plain.prepare('SELECT seq, id FROM tender ORDER BY bidDeadline ASC NULLS LAST, seq ASC').all([]), 5) }, goal: 'once a file' },
      { what: 'two-character search (光伏)', ours: await ask({ query: '光伏' }), baseline: await same(found, ['"光伏"']), goal },
      { what: 'two-character search (光伏), against LIKE', ours: await ask({ query: '光伏' }), baseline: { what: 'LIKE over the same text', measured: await measure(() => plain.prepare("SELECT count(*) FROM tenderText WHERE searchText LIKE '%' || ? || '%'").all(['光伏']), 3) }, goal },
      { what: `two-character search, in ${await count('维交')} of them (维交)`, ours: await ask({ query: '维交' }), baseline: await same(found, ['"维交"']), goal },
      { what: `the same word and open deadlines`, ours: await ask({ query: '维交', deadline: { kind: 'open' } }), baseline: null, goal },
      { what: 'one-character search (审)', ours: await ask({ query: '审' }), baseline: null, goal },
      { what: 'long word search (污水处理)', ours: await ask({ query: '污水处理' }), baseline: null, goal },
      { what: `long word search, in ${await count('招标代理')} of them (招标代理), counted later`, ours: await ask({ query: '招标代理' }), baseline: null, goal },
      { what: 'counting these, in turns', ours: await measure(() => countInTurns(db, TenderSearch.parse({ query: '招标代理' }), now), 5), baseline: null, goal: 'while the page is shown' },
      { what: `one-character search, in ${await count('维')} of them (维)`, ours: await ask({ query: '维' }), baseline: null, goal },
      { what: 'two words and a stage (光伏 平台)', ours: await ask({ query: '光伏 平台', stages: ['new'] }), baseline: null, goal },
      { what: 'a project number', ours: await ask({ query: `ZB-2026-${TENDERS >> 1}` }), baseline: null, goal },
    ]
  } finally {
    plain.close()
    workspace.close()
  }
}

async function openAndRead(path: string): Promise<void> {
  const workspace = openWorkspace(path, () => new Date())
  await rowsOf(workspace.db, (await searchTenders(workspace.db, TenderSearch.parse({ limit: perPage }), now)).rows)
  workspace.close()
}

function openAndReadPlain(path: string): void {
  const db = new Database(path)
  db.prepare('SELECT count(*) FROM tender').all([])
  db.prepare(`SELECT * FROM tender ${ordered}`).all([])
  db.close()
}
