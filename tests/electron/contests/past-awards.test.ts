import { afterEach, beforeEach, expect, test } from 'vitest'
import { pastAwards } from '#core/contests/past-awards.ts'
import { loadOpenSample, loadSample } from '#core/sample/sample.ts'
import { insertNotice } from '#core/tenders/notice-store.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import type { Award, TenderFacts } from '#shared/tenders/tender.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
let bidId: string
let buyer: string | null
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
  bidId = (await core.client.bids.list()).find(({ title }) => title.includes('知识库'))?.id ?? ''
  buyer = (await core.client.bids.get({ id: bidId })).tender.buyer
})
afterEach(() => core.close())

let notices = 0
const award = (tenderId: string, awards: Award[], publishedAt: string) => {
  const id = `award-${++notices}`
  return insertNotice(core.context.workspace.db, tenderId, id, { id, type: 'award', title: '中标公告', publishedAt, readAt: '2026-01-02T00:00:00.000Z', sourceName: '', url: null, text: null, evidence: {}, confidence: {}, awards, documents: [], amendments: [], changes: [] })
}
const past = async (facts: Partial<TenderFacts>, isSameKind: boolean) => {
  const { id } = await core.client.tenders.create({ projectNo: null, title: `往年项目 ${++notices}`, buyer: '别家公司', agency: null, method: null, budget: null, ceiling: null, currency: 'CNY', publishedAt: null, bidDeadline: null, openingTime: null, lots: [], ...facts })
  if (isSameKind) await core.client.tenders.update({ id, version: 1, facts: {}, useCase: 'knowledge-assistant' })
  return id
}
const won = (supplier: string, amount: string | null): Award => ({ supplier, amount, lotNo: null })

test('awards of this buyer and of this kind of project are told apart; a repeated notice counts once, the latest standing', async () => {
  const ofBuyer = await past({ buyer, ceiling: '100.00' }, false)
  await award(ofBuyer, [won('甲', '60.00')], '2026-01-01')
  await award(ofBuyer, [won('甲', '80.00')], '2026-02-01')
  await award(await past({ buyer, budget: '200.00' }, true), [won('乙', '180.00')], '2026-01-01')
  await award(await past({ ceiling: '1000.00' }, true), [won('甲', '700.00')], '2026-01-01')
  await award(await past({}, false), [won('丙', '1.00')], '2026-01-01')
  await award(await past({ currency: 'EUR' }, true), [won('丙', '2.00')], '2026-01-01')
  const starts = await core.client.contests.pastAwards({ bidId })
  // Shares of 0.8 and 0.9, of 0.9 and 0.7, of 0.8 and 0.7, carried over to the ceiling of 258 万.
  expect(starts.map(({ basis, supplier, samples, low, likely, high, isOfLimit }) => [basis, supplier, samples, low, likely, high, isOfLimit])).toEqual([
    ['buyer', null, 2, '2064000.00', '2193000.00', '2322000.00', true],
    ['kind', null, 2, '1806000.00', '2064000.00', '2322000.00', true],
    ['supplier', '甲', 2, '1806000.00', '1935000.00', '2064000.00', true],
  ])
})

test('winners that share a limit make no share of it, and a price nobody published is none', async () => {
  await award(await past({ buyer, ceiling: '100.00' }, false), [won('甲', '30.00'), won('乙', '40.00'), won('丙', null)], '2026-01-01')
  expect(await core.client.contests.pastAwards({ bidId })).toEqual([{ basis: 'buyer', supplier: null, samples: 2, low: '30.00', likely: '35.00', high: '40.00', isOfLimit: false }])
})

test('the sample’s invented awards tell nothing about a tender of one’s own', async () => {
  const all = openTestCore()
  try {
    await loadSample(all.context)
    const { id } = await all.client.tenders.create({ projectNo: null, title: '自己的项目', buyer, agency: null, method: null, budget: null, ceiling: '100.00', currency: 'CNY', publishedAt: null, bidDeadline: null, openingTime: null, lots: [] })
    const sampleBid = (await all.client.bids.list()).find(({ title }) => title.includes('知识库'))?.id ?? ''
    const { db } = all.context.workspace
    const of = async (tenderId: string) => {
      const tender = await findTender(db, tenderId)
      return tender === null ? null : pastAwards(db, tender)
    }
    const sampleTender = (await all.client.bids.get({ id: sampleBid })).tender.id
    expect(await of(id)).toEqual([])
    expect((await of(sampleTender))?.length).toBeGreaterThan(0)
  } finally {
    all.close()
  }
})
