import { expect, it } from 'vitest'
import type { PriceItem } from '#shared/prices/price-item.ts'
import { apiOffersOf } from '#shared/sizing/api-prices.ts'

const item = (change: Partial<PriceItem>): PriceItem => ({
  id: 'p', version: 1, createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z', isSample: false, code: 'c', kind: 'purchase', category: 'tokens-in', name: 'n', vendor: '甲云', model: 'M-1', unit: 'token', unitName: null, per: '1000000',
  unitPrice: '2', isFree: false, currency: 'CNY', vatIncluded: false, vatRate: null, region: null, tiers: [], tierBasis: null, source: { name: '价目表', url: null, date: '2026-10-01' }, validFrom: null, validUntil: null, isDomestic: true, caveats: [], note: null, origin: 'hand', ...change,
})

const today = '2026-11-22'

it('puts a model’s prices together, without VAT and for a million tokens', () => {
  const items = [item({}), item({ category: 'tokens-out', per: '1000', unitPrice: '0.00848', vatIncluded: true, vatRate: '0.06' }), item({ category: 'tokens-cached', unitPrice: '0.5' })]
  expect(apiOffersOf(items, { today, rates: [] }, '2000')).toMatchObject([{ id: '甲云|M-1||hand', name: '甲云 M-1', model: '甲云 M-1', isDomestic: true, inputPrice: '2', cachedPrice: '0.5', outputPrice: '8', source: '价目表 2026-10-01', missingRate: null, taken: { input: { source: '价目表', priceDate: '2026-10-01', taken: { itemId: 'p', unitPrice: '2', currency: 'CNY', on: today } }, output: { taken: { unitPrice: '0.00848' } } } }])
})

it('reads the tier of the request’s size', () => {
  const tiers = [{ above: '0', upTo: '32000', unitPrice: '2' }, { above: '32000', upTo: null, unitPrice: '6' }]
  expect(['2000', '64000'].map((size) => apiOffersOf([item({ tiers, tierBasis: 'input-tokens' })], { today, rates: [] }, size)[0]?.inputPrice)).toEqual(['2', '6'])
})

it.each([
  ['what has expired', { validUntil: '2026-11-21' }],
  ['what we sell for', { kind: 'commercial' }],
  ['a price nobody knows', { unitPrice: null }],
  ['VAT at a rate nobody stated', { vatIncluded: true }],
] as const)('leaves out %s', (_, change) => {
  expect(apiOffersOf([item(change)], { today, rates: [] }, '2000')).toEqual([])
})

it('reads foreign money at the newest rate of its currency, and names the currency that has none', () => {
  const dollars = item({ currency: 'USD', validUntil: '2026-12-31' })
  const rates = [{ currency: 'USD', day: '2026-11-01', rate: '7.1', source: '示例' }, { currency: 'USD', day: '2026-11-20', rate: '7.2', source: '示例' }, { currency: 'USD', day: '2026-12-01', rate: '9', source: '示例' }]
  expect(apiOffersOf([dollars], { today, rates }, '2000')).toMatchObject([{ inputPrice: '14.4', missingRate: null, taken: { input: { validUntil: '2026-12-31', taken: { currency: 'USD', exchangeRate: '7.2', rateDay: '2026-11-20' } } } }])
  expect(apiOffersOf([dollars], { today, rates: [] }, '2000')).toMatchObject([{ inputPrice: null, missingRate: 'USD' }])
})

it('recovers no VAT from a price of which nobody has said whether VAT is in it', () => {
  expect([{ vatIncluded: null, vatRate: null }, { vatIncluded: false, vatRate: '0.06' }].map((change) => apiOffersOf([item(change)], { today, rates: [] }, '2000')[0]?.vatRate)).toEqual(['0', '0.06'])
})
