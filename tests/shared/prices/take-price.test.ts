import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal } from '#shared/decimal.ts'
import { CostLine, Estimate, OfferLine } from '#shared/estimate/estimate.ts'
import { unknownCostReason } from '#shared/estimate/unknowns.ts'
import { auditPrices, refreshPrices, takenItemIds, withRefreshed } from '#shared/prices/audit.ts'
import type { ExchangeRate } from '#shared/prices/exchange-rate.ts'
import type { PriceDraft, PriceItem } from '#shared/prices/price-item.ts'
import { costLineAt, offerLineAt } from '#shared/prices/take-price.ts'
import { priceDraft } from '../../support/price.ts'

const today = '2026-11-22'
const usd: ExchangeRate = { currency: 'USD', day: '2026-11-20', rate: '7.1', source: '手工' }
const item = (over: Partial<PriceDraft> = {}, version = 1): PriceItem => ({ ...priceDraft(over), id: 'p1', version, createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z', isSample: false })
const options = { today, rates: [usd], unitText: '百万 tokens' }
const costLine = (over: Partial<CostLine> = {}): CostLine => CostLine.parse({ id: 'c1', name: '推理', category: 'other', quantity: { low: '1', likely: '1', high: '1' }, unitCost: null, inputVatRate: '0', startMonth: 0, months: 1, ...over })
const offerLine = (over: Partial<OfferLine> = {}): OfferLine => OfferLine.parse({ id: 'o1', name: '服务', quantity: '1', unit: '项', unitPrice: '10', vatRate: '0.06', ...over })
const cost = (over: Partial<PriceDraft>, line = costLine()) => {
  const taken = costLineAt(line, item(over), options)
  return taken.ok ? taken.line : taken.reason
}
const offer = (over: Partial<PriceDraft>) => {
  const taken = offerLineAt(offerLine(), item({ kind: 'commercial', ...over }), options)
  return taken.ok ? taken.line.commercialUnitPrice : taken.reason
}

describe('a cost line at a price of the book', () => {
  test('is net of VAT, recovers it, and keeps what it was taken from', () => {
    expect(cost({ unitPrice: '2.12', vatIncluded: true, vatRate: '0.06' })).toMatchObject({
      category: 'inference', unit: '百万 tokens', unitCost: { low: '2', likely: '2', high: '2' }, inputVatRate: '0.06', currency: null,
      price: { source: '价格页', priceDate: '2026-11-01', validUntil: null, taken: { itemId: 'p1', itemVersion: 1, unitPrice: '2.12', per: '1000000', currency: 'CNY', on: today } },
    })
    expect(cost({ unitPrice: '2', vatIncluded: false, vatRate: '0.06' })).toMatchObject({ unitCost: { likely: '2' }, inputVatRate: '0.06' })
  })
  test('counts whole where nobody said whether VAT is in it: never too low', () => {
    expect(cost({ unitPrice: '2.12', vatIncluded: null, vatRate: '0.06' })).toMatchObject({ unitCost: { likely: '2.12' }, inputVatRate: '0' })
    expect(cost({ unitPrice: '2.12', vatIncluded: true, vatRate: null })).toMatchObject({ unitCost: { likely: '2.12' }, inputVatRate: '0' })
  })
  test('is for one unit of the line whatever it is listed for', () => {
    expect(cost({ unitPrice: '0.002', per: '1000', vatIncluded: false })).toMatchObject({ unitCost: { likely: '2' } })
    expect(cost({ category: 'gpu-rental', unit: 'card-hour', unitPrice: '47.6', per: '8', vatIncluded: false })).toMatchObject({ category: 'compute', unitCost: { likely: '5.95' } })
  })
  test('stays in its currency with the newest rate; without one the cost is unknown', () => {
    expect(cost({ currency: 'USD', vatIncluded: false })).toMatchObject({ currency: 'USD', exchangeRate: '7.1', price: { taken: { exchangeRate: '7.1', rateDay: '2026-11-20' } } })
    const taken = costLineAt(costLine(), item({ currency: 'EUR' }), options)
    expect(taken.ok && unknownCostReason(taken.line, today)).toBe('exchange-rate-missing')
  })
  test('keeps the spread the line had', () => expect(cost({ unitPrice: '4', vatIncluded: false }, costLine({ unitCost: { low: '8', likely: '10', high: '15' } }))).toMatchObject({ unitCost: { low: '3.2', likely: '4', high: '6' } }))
  test('an expired price cannot be judged by, an unknown or a future one is refused', () => {
    const taken = costLineAt(costLine(), item({ validUntil: '2026-11-21' }), options)
    expect(taken.ok && unknownCostReason(taken.line, today)).toBe('unit-cost-expired')
    expect(cost({ unitPrice: null })).toBe('price-unknown')
    expect(cost({ validFrom: '2026-11-23' })).toBe('price-not-yet-valid')
  })
})

test('a commercial price is CNY with VAT, and refused where that is not known', () => {
  expect(offer({ unitPrice: '100', vatIncluded: true })).toBe('100')
  expect(offer({ unitPrice: '100', vatIncluded: false, vatRate: '0.13' })).toBe('113')
  expect(offer({ unitPrice: '100', vatIncluded: false, vatRate: null })).toBe('106')
  expect(offer({ unitPrice: '100', vatIncluded: true, currency: 'USD' })).toBe('710')
  expect(offer({ unitPrice: '100', vatIncluded: null })).toBe('vat-unknown')
  expect(offer({ unitPrice: '100', currency: 'EUR' })).toBe('rate-missing')
})

test('the net price is rounded once: adding the VAT again is within a millionth of the listed price', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.constantFrom('0.06', '0.13', '0.09'), (micro, vatRate) => {
      const unitPrice = new Decimal(micro).div('1e6').toFixed()
      const line = cost({ unitPrice, vatIncluded: true, vatRate })
      if (typeof line === 'string' || line.unitCost === null) throw new Error('not taken')
      expect(new Decimal(line.unitCost.likely).times(new Decimal(1).plus(vatRate)).minus(unitPrice).abs().toNumber()).toBeLessThanOrEqual(0.000001)
    }),
  )
})

const estimateWith = (line: CostLine) => Estimate.parse({ offerLines: [], costLines: [line] })
const taken = (over: Partial<PriceDraft> = {}): CostLine => {
  const line = cost(over)
  if (typeof line === 'string') throw new Error(line)
  return line
}
const audit = (line: CostLine, book: PriceItem | null, maxAgeDays = 90) => auditPrices(estimateWith(line), { today, maxAgeDays, items: new Map(book === null ? [] : [[book.id, book]]) }).map(({ reason }) => reason)

describe('prices before a bid leaves', () => {
  test.each([
    ['fresh', taken(), item(), []],
    ['past its last day', taken({ validUntil: '2026-11-21' }), item(), ['expired']],
    ['on its last day', taken({ validUntil: today }), item({ validUntil: today }), []],
    ['changed since', taken(), item({ unitPrice: '3' }, 2), ['changed']],
    ['saved since with the same price', taken(), item({ note: 'x' }, 2), []],
    ['gone from the book', taken(), null, ['gone']],
    ['91 days old', taken({ source: { name: 's', url: null, date: '2026-08-23' } }), item(), ['old']],
    ['90 days old', taken({ source: { name: 's', url: null, date: '2026-08-24' } }), item(), []],
    ['without a date', taken({ source: { name: 's', url: null, date: null } }), item(), ['undated']],
    ['typed by hand', costLine({ unitCost: { low: '1', likely: '1', high: '1' } }), null, []],
    ['typed by hand with an old date', costLine({ unitCost: { low: '1', likely: '1', high: '1' }, price: { priceDate: '2026-01-01' } }), null, ['old']],
  ] satisfies [string, CostLine, PriceItem | null, string[]][])('%s', (_, line, book, expected) => expect(audit(line, book)).toEqual(expected))

  test('refreshing takes the book of today, line by line, and then there is nothing left to refresh', () => {
    const estimate = estimateWith(taken({ unitPrice: '2', vatIncluded: false }))
    const book = new Map([['p1', item({ unitPrice: '3', vatIncluded: false }, 2)]])
    const changes = refreshPrices(estimate, book, () => options)
    expect(changes).toMatchObject([{ scope: 'cost', before: { unitCost: { likely: '2' } }, after: { unitCost: { likely: '3' } }, refusal: null }])
    const next = withRefreshed(estimate, changes)
    expect(refreshPrices(next, book, () => options)).toEqual([])
    expect(takenItemIds(next)).toEqual(['p1'])
    expect(refreshPrices(estimate, new Map(), () => options)).toMatchObject([{ after: null, refusal: 'gone' }])
    expect(refreshPrices(estimate, new Map([['p1', item({ unitPrice: null }, 2)]]), () => options)).toMatchObject([{ after: null, refusal: 'price-unknown' }])
  })
})
