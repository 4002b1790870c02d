import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal } from '#shared/decimal.ts'
import { applicableAbnormalRule } from '#shared/pricing/abnormally-low/applicable.ts'
import { baseRates, lowestSafePrice, ownDistances, reviewAbnormallyLow } from '#shared/pricing/abnormally-low/chinese.ts'
import { reviewItaly } from '#shared/pricing/abnormally-low/italy.ts'
import { lowestSafePoland, reviewPoland } from '#shared/pricing/abnormally-low/poland.ts'
import { lowestSafeWorldBank, reviewWorldBank } from '#shared/pricing/abnormally-low/world-bank.ts'

const yuan = fc.integer({ min: 10_000_00, max: 10_000_000_00 }).map((fen) => new Decimal(fen).div(100).toFixed(2))
const rivals = fc.array(yuan, { minLength: 1, maxLength: 8 })
const maybe = fc.option(yuan, { nil: null })
const fen = new Decimal('0.01')

describe('abnormally low in China', () => {
  test('the lowest safe price starts no review and one fen less does', () => {
    fc.assert(
      fc.property(rivals, maybe, (prices, ceiling) => {
        const limit = { ceiling, budget: null }
        const safe = lowestSafePrice(prices, limit, baseRates).lowest ?? new Decimal(0)
        const firedAt = (own: Decimal) => reviewAbnormallyLow([own.toString(), ...prices], limit, baseRates).triggers[0]
        expect(firedAt(safe)).toEqual([])
        expect(firedAt(safe.minus(fen))).not.toEqual([])
      }),
    )
  })

  test('without a ceiling the budget draws the line; with nothing known there is none', () => {
    expect(lowestSafePrice([], { ceiling: null, budget: '1000000' }, baseRates).lowest?.toString()).toBe('450000')
    expect(lowestSafePrice([], { ceiling: '800000', budget: '1000000' }, baseRates).lowest?.toString()).toBe('360000')
    expect(lowestSafePrice([], { ceiling: null, budget: null }, baseRates)).toEqual({ perTest: { AVG: null, SECOND_LOWEST: null, CEILING: null }, lowest: null })
  })

  test('the distance to each line is shown, and which fires', () => {
    const rows = ownDistances('420000', ['1000000', '950000', '880000'], { ceiling: '1200000', budget: null }, baseRates)
    expect(rows.map(({ test, line, distance, fires }) => [test, String(line), String(distance), fires])).toEqual([
      ['AVG', '406250', '13750', false],
      ['SECOND_LOWEST', '440000', '-20000', true],
      ['CEILING', '540000', '-120000', true],
    ])
  })

  test('a document may switch a test off', () => {
    expect(reviewAbnormallyLow(['10', '1000'], { ceiling: '2000', budget: null }, { avg: null, second: null, ceiling: '0.6' }).triggers).toEqual([['CEILING'], ['CEILING']])
  })

  test('the pilot zones had numbers a year before the rest', () => {
    const rules = ['2024-12-31', '2025-06-01', '2026-01-31', '2026-02-01'].map((day) => [applicableAbnormalRule('government_procurement', day, 'pilot_ftz'), applicableAbnormalRule('government_procurement', day, 'other')])
    expect(rules).toEqual([
      ['CN_87_ART60', 'CN_87_ART60'],
      ['CN_GP_PILOT_2024', 'CN_87_ART60'],
      ['CN_GP_PILOT_2024', 'CN_87_ART60'],
      ['CN_GP_2026', 'CN_GP_2026'],
    ])
  })
})

describe('abnormally low abroad', () => {
  test('World Bank: the lowest safe cost is not flagged and one cent less is', () => {
    fc.assert(
      fc.property(fc.array(yuan, { minLength: 4, maxLength: 9 }), yuan, (prices, estimate) => {
        const safe = lowestSafeWorldBank(prices, estimate) ?? new Decimal(0)
        const flagged = (own: Decimal) => reviewWorldBank([own.toString(), ...prices], estimate).flags[0]
        expect(flagged(safe)).toBe(false)
        if (safe.gt(fen)) expect(flagged(safe.minus(fen))).toBe(true)
      }),
    )
  })

  test('World Bank: under five bids only the estimate counts', () => {
    expect(lowestSafeWorldBank(['900', '1000'], '1000')?.toString()).toBe('800.01')
    expect(lowestSafeWorldBank(['900', '1000'], null)).toBeNull()
  })

  test('Poland: the lowest safe price meets neither test and one grosz less does', () => {
    fc.assert(
      fc.property(rivals, maybe, (prices, value) => {
        const safe = lowestSafePoland(prices, value) ?? new Decimal(0)
        const fired = (own: Decimal) => reviewPoland([own.toString(), ...prices], value).triggers[0]
        expect(fired(safe)).toEqual([])
        expect(fired(safe.minus(fen))).not.toEqual([])
      }),
    )
  })

  test('Italy: discounts at or above the threshold are excluded, and fewer than five bids have none', () => {
    const review = reviewItaly(['10', '12', '14', '16', '30'])
    // Middle three: mean 14, excess 2, ratio 0.143 under 0.15, threshold 16.8.
    expect(review).toMatchObject({ ok: true, excluded: [false, false, false, false, true] })
    expect(review.ok && review.threshold.toString()).toBe('16.8')
    expect(reviewItaly(['1', '2', '3', '4'])).toEqual({ ok: false, code: 'fewer-than-five-bids' })
  })
})
