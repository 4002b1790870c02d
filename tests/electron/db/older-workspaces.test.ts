import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { allBids } from '#core/bids/bid-store.ts'
import { loadCompany } from '#core/company/company-store.ts'
import { migrate, migrations } from '#core/db/migrations.ts'
import { openSqlite, type Sqlite } from '#core/db/sqlite.ts'
import { openWorkspace } from '#core/db/workspace.ts'
import { noticesOf } from '#core/tenders/notice-store.ts'
import { doubtfulFields } from '#core/tenders/review-store.ts'
import { searchTenders } from '#core/tenders/tender-search.ts'
import { deskOf, findTender } from '#core/tenders/tender-store.ts'
import { checkWorkspace } from '#core/workspace/check.ts'
import { indexGrams } from '#shared/search/bigrams.ts'
import { TenderSearch } from '#shared/tenders/contract.ts'
import { sampleBid } from '../../support/sample-bid.ts'

const at = '2026-11-01T00:00:00.000Z'
const now = () => new Date('2026-11-22T02:00:00.000Z')
const lots = [{ no: '1', name: null, budget: '300000', ceiling: '250000' }, { no: '2', name: null, budget: null, ceiling: '150000' }]
let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bidwright-older-'))
  path = join(folder, 'w.bidwright')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A workspace as the program of so many steps wrote it, with a row in each table the first program had. */
function writeOlder(steps: number, more: (db: Sqlite) => void = () => undefined): void {
  const db = openSqlite(path)
  migrate(db, () => undefined, migrations.slice(0, steps))
  const bid = sampleBid()
  const insert = (table: string, row: Record<string, string | number | null>) =>
    db.prepare(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map(() => '?').join(', ')})`).run(Object.values(row))
  insert('tender', { id: bid.tenderId, version: 1, createdAt: at, updatedAt: at, sourceKey: 'k', projectNo: 'P-1', title: '大模型采购', buyer: '湖北省示例局', budget: '900000', currency: 'CNY', publishedAt: '2026-11-01', bidDeadline: '2026-12-01T01:00:00.000Z', lots: JSON.stringify(lots), stage: 'bidding', sourceKind: 'notice', sourceName: 'a.html', sortValue: 900000, isSample: 0 })
  insert('tenderText', { tenderId: bid.tenderId, description: '算力', searchText: '大模型采购\n算力' })
  db.prepare('INSERT INTO tenderSearch (rowid, grams) VALUES (1, ?)').run([indexGrams('大模型采购\n算力')])
  insert('notice', { id: 'n', tenderId: bid.tenderId, contentHash: 'h', type: 'tender', title: '大模型采购公告', publishedAt: '2026-11-01', readAt: at, sourceName: 'a.html', text: '公告', evidence: '{}', confidence: '{"buyer":0.6,"budget":0.9,"title":0.5}', awards: '[]', changes: '[]' })
  insert('bid', { id: bid.id, version: 3, createdAt: at, updatedAt: at, tenderId: bid.tenderId, title: bid.title, stage: bid.stage, estimate: JSON.stringify(bid.estimate), terms: JSON.stringify(bid.terms), isSample: 0 })
  insert('company', { id: 1, data: JSON.stringify({ name: '示例公司', creditCode: null, address: null, legalRepresentative: null, authorisedAgent: null, phone: null, email: null, bankName: null, bankAccount: null, isSmallBusiness: null }), isSample: 0, updatedAt: at })
  more(db)
  db.close()
}

describe('a workspace of an older program', () => {
  test.each(migrations.map(({ number }) => number))('of schema %i opens with all it held, whole and readable', async (steps) => {
    writeOlder(steps)
    const workspace = openWorkspace(path, now)
    const { db } = workspace
    const bid = sampleBid()
    expect(await checkWorkspace(workspace)).toEqual({ ok: true, problems: [] })
    expect(await findTender(db, bid.tenderId)).toMatchObject({ title: '大模型采购', buyer: '湖北省示例局', budget: '900000', lots, description: '算力', stage: 'bidding', track: null })
    expect(await noticesOf(db, bid.tenderId)).toMatchObject([{ title: '大模型采购公告', text: '公告', documents: [], amendments: [] }])
    expect((await allBids(db)).map(({ bid: stored }) => stored)).toMatchObject([{ id: bid.id, version: 3, estimate: bid.estimate, terms: bid.terms }])
    expect((await loadCompany(db)).name).toBe('示例公司')
    for (const query of ['', '算力']) expect((await searchTenders(db, TenderSearch.parse({ query }), now().toISOString())).rows.map(({ tender }) => tender.id)).toEqual([bid.tenderId])
    workspace.close()
  })

  test('of before the desk learns each tender’s region, and what its lots are worth', async () => {
    writeOlder(5)
    const workspace = openWorkspace(path, now)
    expect(await deskOf(workspace.db, sampleBid().tenderId)).toEqual({ owner: null, region: '湖北', decision: null, score: null })
    expect(workspace.raw.prepare('SELECT sortValue, isMuted FROM tender').all([])).toEqual([{ sortValue: 400000, isMuted: 0 }])
    workspace.close()
  })

  test('of before the review puts on its list what was read in doubt, unless somebody has changed it', async () => {
    writeOlder(12, (db) => db.exec(`INSERT INTO notice (id, tenderId, contentHash, type, title, readAt, sourceName, evidence, confidence, awards, changes) VALUES ('e', '${sampleBid().tenderId}', 'e', 'other', 'T', '${at}', 'manual', '{}', '{}', '[]', '[{"field":"title"}]')`))
    const workspace = openWorkspace(path, now)
    expect(await doubtfulFields(workspace.db, sampleBid().tenderId)).toEqual(['buyer'])
    workspace.close()
  })

  test('of before issues said where, keeps those it had', () => {
    writeOlder(21, (db) => {
      db.exec(`INSERT INTO importRun VALUES ('r', '${at}', NULL, NULL, 0, 0, 0, 1)`)
      db.exec("INSERT INTO importIssue (runId, position, path, row, field, code, message) VALUES ('r', 0, 'a.csv', 7, 'budget', 'field-invalid', 'no amount')")
    })
    const workspace = openWorkspace(path, now)
    expect(workspace.raw.prepare('SELECT row, field, sheet, found FROM importIssue').all([])).toEqual([{ row: 7, field: 'budget', sheet: null, found: null }])
    workspace.close()
  })
})
