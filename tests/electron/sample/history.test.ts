import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { fewestForRate, lossMakingWins, winRate } from '#shared/portfolio/portfolio.ts'

let core: TestCore
beforeEach(async () => {
  core = openTestCore()
  await core.client.workspace.loadSample()
})
afterEach(() => core.close())

const tables = ['tender', 'tenderText', 'notice', 'bid', 'bidContest', 'bidVersion', 'bidChange', 'bidMaterials', 'bidResponse', 'outcome', 'auditLog', 'frozenVersion', 'programme', 'priceItem', 'libraryItem', 'tenderScore', 'tenderDecision', 'company', 'requirement', 'tenderDocument', 'setting'] as const
const rowsIn = async (table: (typeof tables)[number]) => (await core.context.workspace.db.selectFrom(table).select(sql<number>`1`.as('one')).execute()).length

describe('the past of the sample', () => {
  test('fills the portfolio: enough decided bids for a rate, one of them won at a loss, with its story and its budget', async () => {
    const bids = await core.client.portfolio.bids()
    const { won, decided, byCount } = winRate('all', bids)
    expect([won.count, decided.count, bids.filter(({ stage }) => stage === 'withdrawn').length]).toEqual([6, 12, 2])
    expect(decided.count).toBeGreaterThanOrEqual(fewestForRate)
    expect(byCount).toBe(0.5)
    expect(lossMakingWins(bids)).toMatchObject([{ title: '远川能源集团生产日报智能问数项目', verdict: 'below-fulfilment', story: { by: '李示例', budget: '标杆客户战略投入', isApproved: true } }])
    expect((await core.client.approvals.budgets())[0]).toMatchObject({ committed: '260827.43', unknown: [], isReviewDue: false })
    expect((await core.client.portfolio.market({ currency: 'CNY' })).all.count).toBe(13)
  })

  test('keeps the open bids first, and one waits for the approvers', async () => {
    const bids = await core.client.bids.list()
    expect(bids.slice(0, 3).map(({ stage }) => stage)).toEqual(['draft', 'draft', 'draft'])
    expect(bids[3]).toMatchObject({ title: '天石矿业采掘计划智能编制助手询比采购（第二次）', stage: 'draft' })
    expect(await core.client.approvals.waiting()).toMatchObject([{ submission: { bidId: bids[3]?.id }, missing: [{ role: 'sales-director', persons: ['孙示例', '吴示例'] }, { role: 'finance', persons: ['周示例'] }] }])
    expect(await core.client.approvals.get({ bidId: bids.find(({ title }) => title.includes('生产日报'))?.id ?? '' })).toMatchObject({ status: 'approved', required: [{ decision: { by: '孙示例' } }, { decision: { by: '周示例' } }] })
    expect((await core.client.approvals.verify()).state).toMatchObject({ problem: null, isSealed: true })
  })

  test('a correction moved a deadline, and a purchase that was ended is announced anew as the same tender', async () => {
    const detail = async (part: string) => {
      const { tenders } = await core.client.tenders.search({ query: part })
      return core.client.tenders.get({ id: tenders[0]?.id ?? '' })
    }
    const moved = await detail('安全隐患')
    expect(moved.notices.find(({ type }) => type === 'correction')?.changes).toContainEqual({ field: 'bidDeadline', before: '2026-06-12T01:30:00.000Z', after: '2026-06-19T01:30:00.000Z' })
    const again = await detail('采掘计划')
    expect(again.notices.map(({ type }) => type).toSorted()).toEqual(['tender', 'tender', 'termination'])
    expect(again.tender).toMatchObject({ stage: 'bidding', bidDeadline: '2026-11-30T02:30:00.000Z' })
  })

  test('a price came down between two frozen versions, and the sizing stands in the costs with its prices from the book', async () => {
    const bids = await core.client.bids.list()
    const service = bids.find(({ title }) => title.includes('智能客服'))?.id ?? ''
    const versions = await core.client.versions.list({ bidId: service })
    expect(versions.map(({ no, note, by, assessment }) => [no, note, by, assessment.offerTotal])).toEqual([[2, '按对手区间下调软件与调优报价', '李示例', '3980000.00'], [1, '初报', '李示例', '4180000.00']])
    expect((await core.client.versions.history({ bidId: service, before: null, limit: 10 }))[0]).toMatchObject({ by: '李示例', version: 2 })
    const { bid } = await core.client.bids.get({ id: bids.find(({ title }) => title.includes('知识库'))?.id ?? '' })
    const linked = bid.estimate.costLines.filter(({ origin }) => origin?.isOverridden === false)
    expect(linked.map(({ origin, price }) => [origin?.item, price?.priceDate, price?.taken?.unitPrice])).toEqual([['api-input', '2026-08-24', '4.5'], ['api-cached', '2026-08-24', '0.15'], ['api-output', '2026-08-24', '13.5']])
  })
})

describe('clearing', () => {
  test('takes back exactly what the sample brought', async () => {
    await core.client.workspace.clearSample()
    for (const table of tables) expect([table, await rowsIn(table)]).toEqual([table, 0])
    expect((await core.client.approvals.verify()).state).toMatchObject({ entries: 0, problem: null })
    expect(() => core.context.workspace.raw.exec("INSERT INTO auditLog VALUES (3, '', '', '', '', '', '')")).toThrow(/append-only/)
    await core.client.workspace.loadSample()
    expect((await core.client.approvals.verify()).state).toMatchObject({ entries: 20, problem: null })
  })

  test('never cuts a log somebody has written into: the sample’s rules and budgets end with entries of their own', async () => {
    const { desk } = await core.client.approvals.desk()
    const sampleBudget = (await core.client.approvals.budgets())[0]?.budget
    if (sampleBudget === undefined) throw new Error('the sample has a budget')
    await core.client.approvals.saveBudget({ by: '陈静', budget: { ...sampleBudget, id: 'own', name: '我们的额度' } })
    await core.client.workspace.clearSample()
    const { state, entries } = await core.client.approvals.verify()
    expect(state).toMatchObject({ entries: 23, problem: null, isSealed: true })
    expect(entries.slice(0, 3).map(({ event }) => event)).toEqual(['desk-changed', 'budget-saved', 'budget-saved'])
    expect((await core.client.approvals.budgets()).map(({ budget }) => [budget.name, budget.isClosed])).toEqual([['我们的额度', false], ['标杆客户战略投入', true]])
    expect((await core.client.approvals.desk()).desk).not.toEqual(desk)
    expect(await core.client.approvals.waiting()).toEqual([])
  })

  test('keeps a programme a person changed', async () => {
    const [programme] = await core.client.programmes.list()
    if (programme === undefined) throw new Error('the sample has a programme')
    const { id, version, updatedAt: _at, ...draft } = programme
    await core.client.programmes.save({ id, version, draft: { ...draft, evidence: '批复〔2026〕1号' } })
    await core.client.workspace.clearSample()
    expect(await core.client.programmes.list()).toMatchObject([{ id, evidence: '批复〔2026〕1号' }])
  })
})
