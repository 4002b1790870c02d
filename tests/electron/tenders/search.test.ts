import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WorkspaceTables } from '#core/db/schema.ts'
import { openWorkspace, type Workspace } from '#core/db/workspace.ts'
import { searchTenders } from '#core/tenders/tender-search.ts'
import { deleteTender, insertTender, updateTender } from '#core/tenders/tender-store.ts'
import { TenderSearch } from '#shared/tenders/contract.ts'
import { aTender } from '../../support/tender.ts'

let folder: string
let workspace: Workspace

const tenders = [
  aTender({ id: 'a', title: '光伏电站智能巡检', projectNo: 'GF-2026-001', bidDeadline: '2026-12-03T01:30:00.000Z', ceiling: '4800000.00', stage: 'bidding' }),
  aTender({ id: 'b', title: '污水处理厂数据分析', buyer: '中江水务集团', bidDeadline: '2026-12-01T01:30:00.000Z', budget: '990000.00' }),
  aTender({ id: 'c', title: '伏光镜片采购', description: '与光 伏无关；处理污水的厂', bidDeadline: null }),
  aTender({ id: 'd', title: 'DeepSeek Knowledge Assistant', description: '大模型一体机', bidDeadline: '2026-12-02T01:30:00.000Z', stage: 'watching' }),
]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bidwright-search-'))
  workspace = openWorkspace(join(folder, 's.bidwright'), () => new Date())
  for (const tender of tenders) await workspace.db.transaction().execute((db) => insertTender(db, tender))
})
afterAll(() => {
  workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

const find = async (search: Partial<TenderSearch>) => {
  const { total, rows } = await searchTenders(workspace.db, TenderSearch.parse(search), '2026-11-22T02:00:00.000Z')
  return { total, ids: rows.map(({ tender }) => tender.id) }
}

/** The workspace's database, and every statement put to it. */
function listened() {
  const asked: string[] = []
  const { raw } = workspace
  const db = new Kysely<WorkspaceTables>({ dialect: new SqliteDialect({ database: { ...raw, prepare: (text) => (asked.push(text), raw.prepare(text)) } }) })
  return { db, asked }
}

const planOf = (text: string) => JSON.stringify(workspace.raw.prepare(`EXPLAIN QUERY PLAN ${text}`).all(Array.from({ length: text.split('?').length - 1 }, () => 1)))

describe('searching tenders', () => {
  test.each([
    ['two characters that stand together', '光伏', ['a']],
    ['one character, wherever it stands in a word', '伏', ['a', 'c']],
    ['the last character of a word', '检', ['a']],
    ['a longer word only where it stands whole', '污水处理', ['b']],
    ['full-width and upper case', 'ｄｅｅｐＳＥＥＫ', ['d']],
    ['the beginning of a Latin word', 'know', ['d']],
    ['a part of a project number', 'GF-2026', ['a']],
    ['several words, all of them', '智能 光伏', ['a']],
    ['the buyer', '中江水务', ['b']],
    ['nothing', '量子', []],
  ])('finds %s', async (_what, query, ids) => {
    expect(await find({ query })).toEqual({ total: ids.length, ids })
  })

  test('a query of signs only is no query', async () => {
    expect((await find({ query: '“ * ) OR --' })).total).toBe(0)
    expect((await find({ query: '!!!' })).total).toBe(4)
  })

  test('orders by deadline: what is open stands first either way, what has closed comes last', async () => {
    expect((await find({ sort: 'deadline' })).ids).toEqual(['b', 'd', 'a', 'c'])
    expect((await find({ sort: 'deadline', descending: true })).ids).toEqual(['a', 'd', 'b', 'c'])
    const later = '2026-12-02T12:00:00.000Z'
    const { rows } = await searchTenders(workspace.db, TenderSearch.parse({}), later)
    expect(rows.map(({ tender }) => tender.id)).toEqual(['a', 'c', 'd', 'b'])
    const back = await searchTenders(workspace.db, TenderSearch.parse({ descending: true }), later)
    expect(back.rows.map(({ tender }) => tender.id)).toEqual(['a', 'c', 'b', 'd'])
  })

  test('orders by ceiling, else budget, as numbers', async () => {
    expect((await find({ sort: 'value', descending: true })).ids.slice(0, 2)).toEqual(['a', 'b'])
  })

  test('pages and filters while counting everything that matches', async () => {
    expect(await find({ limit: 2, offset: 1 })).toEqual({ total: 4, ids: ['d', 'a'] })
    expect(await find({ stages: ['watching', 'bidding'] })).toEqual({ total: 2, ids: ['d', 'a'] })
    expect(await find({ deadlineFrom: '2026-12-02T00:00:00.000Z', deadlineTo: '2026-12-03T00:00:00.000Z' })).toEqual({ total: 1, ids: ['d'] })
  })

  test('a changed tender is found by its new words only, and a removed one not at all', async () => {
    const tender = aTender({ id: 'e', title: '旧标题甲' })
    await insertTender(workspace.db, tender)
    await updateTender(workspace.db, { ...tender, title: '新名称乙', version: 2 }, 1)
    expect((await find({ query: '旧标题' })).total).toBe(0)
    expect((await find({ query: '新名称' })).ids).toEqual(['e'])
    expect(await updateTender(workspace.db, { ...tender, title: '第三', version: 2 }, 1)).toBe(false)
    await deleteTender(workspace.db, 'e')
    expect((await find({ query: '新名称' })).total).toBe(0)
  })

  test('a search for words begins with the text index and what waits for it, never with all the texts', async () => {
    const { db, asked } = listened()
    await searchTenders(db, TenderSearch.parse({ query: '光伏电站' }), '2026-11-22T02:00:00.000Z')
    expect(planOf(asked.find((text) => text.includes('tenderSearch')) ?? '')).not.toMatch(/SCAN (late|waiting|tenderText|tender)\b/)
  })

  test('a page by closing time walks the index wherever it begins: nothing is sorted, and only counted stretches are passed', async () => {
    const { db, asked } = listened()
    for (const offset of [0, 3]) for (const descending of [false, true]) await searchTenders(db, TenderSearch.parse({ offset, descending, limit: 2 }), '2026-12-02T00:00:00.000Z')
    const plans = asked.filter((text) => text.includes('limit')).map(planOf)
    expect(plans.length).toBeGreaterThan(4)
    for (const plan of plans) expect(plan).toMatch(/COVERING INDEX tenderByDeadline/)
    for (const plan of plans) expect(plan).not.toMatch(/TEMP B-TREE|SCAN/)
  })
})
