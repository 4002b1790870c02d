import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal } from '#shared/decimal.ts'
import { applicableAbnormalRule } from '#shared/pricing/abnormally-low/applicable.ts'
import { baseRates, lowestSafePrice, ownDistances, reviewAbnormallyLow } from '#shared/pricing/abnormally-low/chinese.ts'
import { type AbnormalSetting, lowestSafeOwn, ownTests } from '#shared/pricing/abnormally-low/own-review.ts'
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
      fc.property(rivals, maybe, maybe, (prices, ceiling, budget) => {
        const limit = { ceiling, budget }
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
    expect(reviewAbnormallyLow(['449999.99', '450000'], { ceiling: null, budget: '1000000' }, baseRates).triggers).toEqual([['CEILING'], []])
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

describe('our price against the rule of any regime', () => {
  const settings: AbnormalSetting['rule'][] = ['CN_GP_2026', 'POLAND_PZP_224', 'WORLD_BANK', 'ITALY_36_2023_ART54']
  const firesAt = (setting: AbnormalSetting, own: Decimal, prices: readonly string[]) => ownTests(setting, own.toFixed(2), prices).some(({ fires }) => fires)

  test.each(settings)('%s: the lowest safe price fires nothing and one fen less fires', (rule) => {
    fc.assert(
      fc.property(fc.array(yuan, { minLength: 4, maxLength: 12 }), (prices) => {
        const value = Decimal.max(...prices).toFixed(2)
        const setting = { rule, rates: rule === 'CN_GP_2026' ? baseRates : null, limit: { ceiling: value, budget: null }, value }
        const safe = lowestSafeOwn(setting, prices)
        if (safe === null || safe.lte(fen)) return
        expect(firesAt(setting, safe, prices)).toBe(false)
        expect(firesAt(setting, safe.minus(fen), prices)).toBe(true)
      }),
    )
  })

  test('a line is shown with the distance to it, and a price on an inclusive line fires', () => {
    const poland = { rule: 'POLAND_PZP_224', rates: null, limit: { ceiling: null, budget: null }, value: '1000000' } as const
    const rows = ownTests(poland, '700000', ['1000000', '1000000'])
    expect(rows.map(({ test, line, distance, fires }) => [test, line?.toFixed(2), distance?.toFixed(2), fires])).toEqual([
      ['POLISH_MEAN', '630000.00', '70000.00', false],
      ['POLISH_VALUE', '700000.00', '0.00', true],
    ])
  })

  test('Italy: with us in the field the threshold is of the annex, and it needs five bids and a base price', () => {
    const italy = { rule: 'ITALY_36_2023_ART54', rates: null, limit: { ceiling: null, budget: null }, value: '100' } as const
    // Discounts 30 (ours), 10, 12, 14, 16: the threshold is 16.8 % as above.
    expect(ownTests(italy, '70', ['90', '88', '86', '84'])).toMatchObject([{ test: 'ITALIAN_DISCOUNT', line: new Decimal('83.2'), fires: true }])
    expect(ownTests(italy, '70', ['90', '88', '86'])).toMatchObject([{ line: null, fires: false }])
    expect(ownTests({ ...italy, value: null }, '70', ['90', '88', '86', '84'])).toMatchObject([{ line: null, fires: false }])
  })

  test('the EU rule and a Chinese rule without numbers test nothing', () => {
    for (const rule of ['EU_2014_24_ART69', 'CN_TENDER_LAW_ART33_41'] as const) {
      const setting = { rule, rates: null, limit: { ceiling: '100', budget: null }, value: '100' }
      expect(ownTests(setting, '1', ['90'])).toEqual([])
      expect(lowestSafeOwn(setting, ['90'])).toBeNull()
    }
  })
})
