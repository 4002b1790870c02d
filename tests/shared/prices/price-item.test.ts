import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal } from '#shared/decimal.ts'
import { type ExchangeRate, inCny, rateOn } from '#shared/prices/exchange-rate.ts'
import { priceAtSize, pricePerUnit, priceStatus } from '#shared/prices/find-price.ts'
import { PriceDraft, roundUnitPrice, unitPriceText } from '#shared/prices/price-item.ts'
import { priceDraft } from '../../support/price.ts'

const isTaken = (over: Partial<PriceDraft>): boolean => PriceDraft.safeParse({ ...priceDraft(), ...over }).success
const tiers = [
  { above: '0', upTo: '32000', unitPrice: '2' },
  { above: '32000', upTo: '128000', unitPrice: '3' },
  { above: '128000', upTo: null, unitPrice: null },
]

describe('what a price may be', () => {
  test.each([
    ['unknown', { unitPrice: null }, true],
    ['a zero nobody calls free', { unitPrice: '0' }, false],
    ['a zero with decimals', { unitPrice: '0.00' }, false],
    ['free', { unitPrice: '0', isFree: true }, true],
    ['free at a price', { unitPrice: '2', isFree: true }, false],
    ['a negative sentinel', { unitPrice: '-1' }, false],
    ['six decimals', { unitPrice: '0.000001' }, true],
    ['seven decimals', { unitPrice: '0.0000001' }, false],
    ['for no quantity', { per: '0' }, false],
    ['tiers that follow each other', { tiers }, true],
    ['a first tier at another price', { tiers, unitPrice: '1' }, false],
    ['tiers with a hole', { tiers: [tiers[0] ?? never(), { above: '64000', upTo: null, unitPrice: '3' }] }, false],
    ['tiers that do not begin at 0', { tiers: tiers.slice(1), unitPrice: '3' }, false],
    ['a validity that ends before it begins', { validFrom: '2026-02-01', validUntil: '2026-01-01' }, false],
    ['another unit without its name', { unit: 'other' as const }, false],
  ] satisfies [string, Partial<PriceDraft>, boolean][])('%s', (_, over, expected) => expect(isTaken(over)).toBe(expected))
})

function never(): never {
  throw new Error('no tier')
}

test('a price is valid through its last day, from its first, and never while unknown', () => {
  const priced = { unitPrice: '2', validFrom: '2026-01-01', validUntil: '2026-06-30' }
  expect(priceStatus(priced, '2026-06-30')).toBe('valid')
  expect(priceStatus(priced, '2026-07-01')).toBe('expired')
  expect(priceStatus(priced, '2025-12-31')).toBe('not-yet-valid')
  expect(priceStatus({ ...priced, unitPrice: null }, '2026-03-01')).toBe('unknown')
})

test('a tier holds for sizes above its start up to and including its end; an unknown tier stays unknown', () => {
  const item = { unitPrice: '2', tiers, per: '1000000' }
  const at = (size: number) => priceAtSize(item, new Decimal(size))
  expect([at(0), at(1), at(32_000), at(32_001), at(128_000), at(128_001)]).toEqual(['2', '2', '2', '3', '3', null])
  expect(pricePerUnit(item, new Decimal(64_000))?.times('1e6').toFixed()).toBe('3')
  expect(pricePerUnit(item, new Decimal(500_000))).toBeNull()
})

test('tiers without an end beyond the last are unknown there', () => {
  expect(priceAtSize({ unitPrice: '2', tiers: tiers.slice(0, 2) }, new Decimal(200_000))).toBeNull()
})

test('the rate of a day is the newest on or before it; before the first there is none', () => {
  const rate = (day: string, value: string): ExchangeRate => ({ currency: 'USD', day, rate: value, source: '手工' })
  const rates = [rate('2026-03-01', '7.1'), rate('2026-01-01', '7.2'), { ...rate('2026-02-01', '9'), currency: 'EUR' }]
  expect(rateOn(rates, 'USD', '2026-02-15')?.rate).toBe('7.2')
  expect(rateOn(rates, 'USD', '2026-03-01')?.rate).toBe('7.1')
  expect(rateOn(rates, 'USD', '2025-12-31')).toBeNull()
  expect(inCny(new Decimal(10), 'USD', null)).toBeNull()
  expect(inCny(new Decimal(10), 'USD', rates[2] ?? null)).toBeNull()
  expect(inCny(new Decimal(10), 'CNY', null)?.toFixed()).toBe('10')
})

test('a rounded price is within half a millionth, and rounding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (digits) => {
      const exact = new Decimal(digits.toString()).div('1e12')
      const rounded = roundUnitPrice(exact)
      expect(rounded.minus(exact).abs().lessThanOrEqualTo('0.0000005')).toBe(true)
      expect(unitPriceText(rounded)).toBe(unitPriceText(exact))
      expect(unitPriceText(exact)).not.toMatch(/e/i)
    }),
  )
})
