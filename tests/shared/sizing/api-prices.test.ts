import { expect, it } from 'vitest'
import type { PriceItem } from '#shared/prices/price-item.ts'
import { apiOffersOf } from '#shared/sizing/api-prices.ts'

const item = (change: Partial<PriceItem>): PriceItem => ({
  id: 'p', version: 1, createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z', isSample: false, code: 'c', kind: 'purchase', category: 'tokens-in', name: 'n', vendor: '甲云', model: 'M-1', unit: 'token', unitName: null, per: '1000000',
  unitPrice: '2', isFree: false, currency: 'CNY', vatIncluded: false, vatRate: null, region: null, tiers: [], tierBasis: null, source: { name: '价目表', url: null, date: '2026-10-01' }, validFrom: null, validUntil: null, isDomestic: true, caveats: [], note: null, origin: 'hand', ...change,
})

it('puts a model’s prices together, without VAT and for a million tokens', () => {
  const items = [item({}), item({ category: 'tokens-out', per: '1000', unitPrice: '0.00848', vatIncluded: true, vatRate: '0.06' }), item({ category: 'tokens-cached', unitPrice: '0.5' })]
  expect(apiOffersOf(items, '2026-11-22', '2000')).toEqual([{ id: '甲云|M-1||hand', name: '甲云 M-1', model: '甲云 M-1', isDomestic: true, inputPrice: '2', cachedPrice: '0.5', outputPrice: '8', source: '价目表 2026-10-01' }])
})

it('reads the tier of the request’s size', () => {
  const tiers = [{ above: '0', upTo: '32000', unitPrice: '2' }, { above: '32000', upTo: null, unitPrice: '6' }]
  expect(['2000', '64000'].map((size) => apiOffersOf([item({ tiers, tierBasis: 'input-tokens' })], '2026-11-22', size)[0]?.inputPrice)).toEqual(['2', '6'])
})

it.each([
  ['foreign money', { currency: 'USD' }],
  ['what has expired', { validUntil: '2026-11-21' }],
  ['what we sell for', { kind: 'commercial' }],
  ['a price nobody knows', { unitPrice: null }],
  ['VAT at a rate nobody stated', { vatIncluded: true }],
] as const)('leaves out %s', (_, change) => {
  expect(apiOffersOf([item(change)], '2026-11-22', '2000')).toEqual([])
})
