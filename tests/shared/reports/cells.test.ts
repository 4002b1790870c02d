import { expect, it } from 'vitest'
import type { BidRow } from '#shared/bids/contract.ts'
import { documentTexts } from '#shared/documents/document.ts'
import type { PaperFrame } from '#shared/documents/internal-paper.ts'
import { listReport } from '#shared/documents/list-report.ts'
import type { PriceItem } from '#shared/prices/price-item.ts'
import { bidCell } from '#shared/reports/bid-list.ts'
import { priceCell } from '#shared/reports/price-list.ts'

const bid: BidRow = {
  id: 'b', tenderId: 't', title: '客服', lotNo: '2', projectNo: null, buyer: '甲', bidDeadline: '2026-12-03T01:30:00.000Z', progress: 'open', stage: 'draft', version: 1, updatedAt: '2026-11-22T02:00:00.000Z', isSample: false,
  assessment: { verdict: 'below-full-cost', offerTotal: '3980000.00', profit: '-17850.00', margin: -0.0048, lossProbability: 0.00004, parity: 0.7, judgedOn: '2026-11-22' },
}
const words = { draft: '草稿', 'below-full-cost': '亏损中标', 'cannot-judge': '无法判断' }
const price: PriceItem = {
  id: 'p', version: 1, createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z', isSample: false, code: 'c', kind: 'commercial', category: 'server', name: '一体机', vendor: null, model: null, unit: 'server', unitName: null, per: '1', unitPrice: '1234.5', isFree: false, currency: 'CNY',
  vatIncluded: true, vatRate: '0.13', region: null, tiers: [], tierBasis: null, source: { name: '目录', url: null, date: '2026-10-01' }, validFrom: null, validUntil: '2026-11-01', isDomestic: null, caveats: [], note: null, origin: 'hand',
}
const priceWords = { 'status.expired': '已过期', 'unit.server': '台', 'category.server': '服务器', 'vat.included': '含税', 'price.free': '免费', 'price.tiered': '起，阶梯价' }

it('a bid is printed as it is judged, and what was never judged cannot be', () => {
  expect((['title', 'projectNo', 'lot', 'deadline', 'stage', 'offer', 'margin', 'loss', 'verdict'] as const).map((column) => bidCell(bid, column, words))).toEqual(['客服', null, '2', '2026-12-03 09:30', '草稿', '3,980,000.00', '-0.5%', '<0.1%', '亏损中标'])
  expect((['offer', 'margin', 'loss', 'verdict'] as const).map((column) => bidCell({ ...bid, assessment: null }, column, words))).toEqual([null, null, null, '无法判断'])
})

it('a price is printed with its currency; unknown is not 0 and free is said', () => {
  const cells = (item: PriceItem) => (['status', 'category', 'price', 'per', 'vat', 'domestic', 'until'] as const).map((column) => priceCell(item, column, priceWords, '2026-11-22'))
  expect(cells(price)).toEqual(['已过期', '服务器', 'CNY 1,234.50', '台', '含税 13%', null, '2026-11-01'])
  expect(priceCell({ ...price, unitPrice: null }, 'price', priceWords, '2026-11-22')).toBeNull()
  expect(priceCell({ ...price, unitPrice: '0', isFree: true }, 'price', priceWords, '2026-11-22')).toBe('免费')
  expect(priceCell({ ...price, tiers: [{ above: '0', upTo: null, unitPrice: '1234.5' }] }, 'price', priceWords, '2026-11-22')).toBe('CNY 1,234.50 起，阶梯价')
  expect(priceCell({ ...price, per: '1000000', unit: 'token' }, 'per', { 'per.million-tokens': '百万 token' }, '2026-11-22')).toBe('百万 token')
  expect(priceCell({ ...price, per: '8', unit: 'card-hour' }, 'per', { 'unit.card-hour': '卡·时' }, '2026-11-22')).toBe('8 卡·时')
})

it('a list is a paper of ours: marked in its language, across, with a dash for what is not known', () => {
  const frame: PaperFrame = { language: 'en', mark: 'Internal', warning: 'Internal: keep', printed: 'Printed {moment}', pageNumber: 'Page {page} of {pages}' }
  const document = listReport({ title: '招标项目', note: '共 1 个', columns: [{ heading: '名称', share: 3, align: 'left' }, { heading: '限价', share: 1, align: 'right' }], rows: [['客服', null]], company: '甲公司', frame, now: '2026-11-22T02:00:00.000Z' })
  expect(document).toMatchObject({ volume: 'internal', watermark: 'Internal', language: 'en', pageNumber: 'Page {page} of {pages}', header: { left: 'Internal: keep　招标项目', right: 'Printed 2026-11-22 10:00' }, sections: [{ orientation: 'landscape' }] })
  expect(documentTexts(document)).toEqual(expect.arrayContaining(['共 1 个', '名称', '限价', '客服', '—']))
})
