import { expect, it } from 'vitest'
import type { CostLine } from '#shared/estimate/estimate.ts'
import { unknownCostReason } from '#shared/estimate/unknowns.ts'
import { emptyEstimate } from '#shared/bids/new-bid.ts'
import type { PriceItem } from '#shared/prices/price-item.ts'
import { asOf } from '#shared/sizing/as-of.ts'
import { withSizing } from '#shared/sizing/cost-lines.ts'
import { hardwareOffersOf } from '#shared/sizing/hardware-prices.ts'
import { newSizing } from '#shared/sizing/new-sizing.ts'
import { routesOf } from '#shared/sizing/routes.ts'

const today = '2026-11-22'
const rates = [{ currency: 'USD', day: '2026-11-20', rate: '7.2', source: '示例' }]

const item = (change: Partial<PriceItem>): PriceItem => ({
  id: 'p', version: 3, createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z', isSample: false, code: 'c', kind: 'purchase', category: 'server', name: '八卡服务器', vendor: null, model: null, unit: 'server', unitName: null, per: '1',
  unitPrice: '1130000', isFree: false, currency: 'CNY', vatIncluded: true, vatRate: '0.13', region: null, tiers: [], tierBasis: null, source: { name: '报价单', url: null, date: '2026-11-10' }, validFrom: null, validUntil: '2026-12-31', isDomestic: true, caveats: [], note: null, origin: 'hand', ...change,
})

it('a server is bought without its VAT, cards are rented by the month, whether listed by hour or by month', () => {
  const items = [item({}), item({ id: 'm', unit: 'card-month', category: 'gpu-rental', name: 'A', unitPrice: '3180', vatRate: '0.06' }), item({ id: 'h', unit: 'card-hour', category: 'gpu-rental', name: 'B', unitPrice: '2', currency: 'USD', vatIncluded: false, vatRate: null })]
  expect(hardwareOffersOf(items, 'buy', { today, rates })).toMatchObject([{ id: 'p', price: '1000000', source: '报价单 2026-11-10', taken: { priceDate: '2026-11-10', validUntil: '2026-12-31', taken: { itemVersion: 3 } } }])
  expect(hardwareOffersOf(items, 'rent', { today, rates }).map(({ id, price }) => [id, price])).toEqual([['m', '3000'], ['h', '10512']])
  expect(hardwareOffersOf(items, 'rent', { today, rates: [] })[1]).toMatchObject({ price: null, missingRate: 'USD' })
})

it('the cost line keeps the source and its dates, and is unknown on the day after the price ended, as the sizing itself is', () => {
  const [offer] = hardwareOffersOf([item({})], 'buy', { today, rates })
  const sizing = newSizing(() => 'stack')
  const [stack] = sizing.stacks
  if (offer === undefined || stack === undefined) throw new Error('there is an offer and a stack')
  const priced = { ...sizing, choice: 'stack', isLinked: true, stacks: [{ ...stack, powerWatts: '400', inputTokensPerSecond: '6000', outputTokensPerSecond: '900', serverPrice: offer.price, source: offer.source, taken: offer.taken }] }
  const { costLines } = withSizing(emptyEstimate(), priced, { nameOf: (name) => name, unitOf: () => '', newId: () => 'line' })
  const line: CostLine | undefined = costLines.find(({ origin }) => origin?.item === 'servers')
  expect(line).toMatchObject({ unitCost: { likely: '1000000' }, price: { source: '报价单', priceDate: '2026-11-10', validUntil: '2026-12-31', taken: { itemId: 'p' } } })
  expect(['2026-12-31', '2027-01-01'].map((day) => line && unknownCostReason(line, day))).toEqual([null, 'unit-cost-expired'])
  const serversOn = (day: string) => routesOf(asOf(priced, day))[1]?.items.find((each) => each.item === 'servers')?.cost
  expect(['2026-12-31', '2027-01-01'].map(serversOn)).toEqual(['1000000', null])
})
