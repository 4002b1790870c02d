import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importReadings } from '#core/imports/import-files.ts'
import type { TenderDraft } from '#shared/tenders/tender.ts'
import { aDraft } from '../../support/tender.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
let today = '2026-11-22T02:00:00.000Z'
beforeEach(() => {
  today = '2026-11-22T02:00:00.000Z'
  core = openTestCore({ now: () => new Date(today) })
})
afterEach(() => core.close())

const read = async (change: Partial<TenderDraft>) => {
  const report = await importReadings([{ ok: true, row: null, draft: aDraft(change) }], 'a.txt', 'notice', core.context)
  return report.tenderIds[0] ?? ''
}
const doubtful: Partial<TenderDraft> = { text: '一', confidence: { buyer: 0.5, bidDeadline: 0.6, title: 0.95 } }
const detail = (id: string) => core.client.tenders.get({ id })
const edit = async (id: string, facts: Record<string, string>) => core.client.tenders.update({ id, version: (await detail(id)).tender.version, facts })

describe('facts read with low confidence', () => {
  it('wait on a list across tenders, which the list can be narrowed to', async () => {
    const id = await read(doubtful)
    await read({ key: 'notice:B', projectNo: 'B-2026-1', title: '机房空调', text: '二', confidence: { buyer: 0.9 } })
    expect((await detail(id)).toReview).toEqual(['buyer', 'bidDeadline'])
    expect(await core.client.tenders.reviewCount()).toEqual({ tenders: 1, facts: 2 })
    expect((await core.client.tenders.search({ toReview: true })).tenders.map((row) => row.id)).toEqual([id])
  })

  it('leave it when accepted, and come back when that is taken back', async () => {
    const id = await read(doubtful)
    await core.client.tenders.acceptFact({ id, field: 'buyer', isAccepted: true })
    expect((await detail(id)).toReview).toEqual(['bidDeadline'])
    await core.client.tenders.acceptFact({ id, field: 'buyer', isAccepted: false })
    expect((await detail(id)).toReview).toEqual(['buyer', 'bidDeadline'])
  })

  it('leave it when corrected', async () => {
    const id = await read(doubtful)
    await edit(id, { buyer: '另一家公司' })
    expect((await detail(id)).toReview).toEqual(['bidDeadline'])
  })

  it('leave it when a surer notice says another thing', async () => {
    const id = await read(doubtful)
    await read({ noticeType: 'correction', publishedAt: '2026-11-10', text: '三', bidDeadline: '2026-12-09T01:30:00.000Z', confidence: { bidDeadline: 0.95 } })
    expect((await detail(id)).toReview).toEqual(['buyer'])
  })

  it('are not on the list for a fact nobody knows', async () => {
    await expect(core.client.tenders.acceptFact({ id: 'x', field: 'buyer', isAccepted: true })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('what a person set', () => {
  it('is never overwritten by the same notice read again, in whatever words', async () => {
    const id = await read(doubtful)
    await edit(id, { budget: '1234567.00' })
    await core.client.tenders.acceptFact({ id, field: 'buyer', isAccepted: true })
    await read({ ...doubtful, text: '一 再抓', budget: '99.00', buyer: '误读公司' })
    expect((await detail(id)).tender).toMatchObject({ budget: '1234567.00', buyer: '远川能源集团有限公司' })
  })

  it('gives way to a correction published afterwards, not to one from before', async () => {
    const id = await read({})
    await edit(id, { bidDeadline: '2026-12-05T01:30:00.000Z' })
    await read({ noticeType: 'correction', publishedAt: '2026-11-15', text: '旧', bidDeadline: '2026-12-02T01:30:00.000Z' })
    expect((await detail(id)).tender.bidDeadline).toBe('2026-12-05T01:30:00.000Z')
    await read({ noticeType: 'correction', publishedAt: '2026-11-24', text: '新', bidDeadline: '2026-12-12T01:30:00.000Z' })
    expect((await detail(id)).tender.bidDeadline).toBe('2026-12-12T01:30:00.000Z')
  })
})

describe('notices of one purchase', () => {
  const number = 'HC-2026-118'
  const opening: Partial<TenderDraft> = { key: `notice:${number}`, projectNo: number, title: '政务大模型平台采购项目', text: '招标' }

  it.each<[string, Partial<TenderDraft>]>([
    ['a second round', { key: 'notice:2', projectNo: `${number}（第二次）`, noticeType: 'tender', publishedAt: '2026-11-20' }],
    ['a lot', { key: 'notice:3', projectNo: `${number}-1`, noticeType: 'candidates' }],
    ['no number but the buyer and a like name', { key: 'notice:4', projectNo: null, title: '政务大模型平台采购项目中标结果公告', noticeType: 'award', awards: [{ supplier: '甲公司', amount: '1.00', lotNo: null }] }],
  ])('%s joins its tender', async (name, change) => {
    const id = await read(opening)
    expect(await read({ ...opening, text: name, ...change })).toBe(id)
    expect((await detail(id)).notices).toHaveLength(2)
  })

  it.each<[string, Partial<TenderDraft>]>([
    ['another number', { key: 'notice:5', projectNo: 'HC-2026-119' }],
    ['a like name of another year', { key: 'notice:6', projectNo: null, title: '2027年政务大模型平台采购项目', noticeType: 'award' }],
    ['the same short number of another buyer', { key: 'notice:7', buyer: '别的公司', title: '机房空调维保' }],
    ['an opening notice of a like name', { key: 'notice:8', projectNo: null, title: '政务大模型平台采购项目配套' }],
  ])('%s is another tender', async (name, change) => {
    const id = await read(opening)
    expect(await read({ ...opening, text: name, ...change })).not.toBe(id)
  })

  it('the award is among the past awards of the buyer, seen from its other tenders', async () => {
    await read(opening)
    await read({ ...opening, text: '中标', noticeType: 'award', awards: [{ supplier: '甲公司', amount: '880000.00', lotNo: null }] })
    const other = await read({ key: 'notice:9', projectNo: 'ZZ-2026-1', title: '机房空调维保', text: '另' })
    expect((await detail(other)).pastAwards).toMatchObject([{ supplier: '甲公司', amount: '880000.00' }])
  })
})

it('sets the use case where the words are clear, and proposes it with its words where they are not', async () => {
  const clear = await read({ title: '企业知识库智能问答系统', text: '知识库' })
  const unclear = await read({ key: 'notice:U', projectNo: 'U-2026-1', title: '信息化服务', text: '含数据分析模块' })
  expect((await detail(clear)).tender.useCase).toBe('knowledge-assistant')
  expect(await detail(unclear)).toMatchObject({ tender: { useCase: null }, useCaseProposal: { useCase: 'data-analysis', words: ['数据分析'] } })
})

it('a number works projects are approved under joins only what is called the same', async () => {
  const number = '2208-360800-04-01-233101'
  const second = await read({ key: 'notice:k2', projectNo: number, title: '管材采购（二标段）', text: '二' })
  expect(await read({ key: 'notice:k3', projectNo: number, title: '管材采购（三标段）', text: '三' })).not.toBe(second)
  expect(await read({ key: 'notice:k4', projectNo: number, title: '管材采购（二标段）', text: '候选', noticeType: 'candidates' })).toBe(second)
})
