import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openContest, type RivalGuess } from '#shared/contests/bid-contest.ts'
import { awardStarts, cappedRange, type PastAward } from '#shared/contests/past-awards.ts'
import { contestRange, likelyContest, ownOutlook, tyingPrices } from '#shared/contests/own-outlook.ts'
import { chanceAt, pricesToTry, recommendPrice } from '#shared/contests/recommend-price.ts'
import { simulateContest, winRequestOf } from '#shared/contests/win-request.ts'
import { Decimal } from '#shared/decimal.ts'
import { formulaPresets } from '#shared/pricing/price-score/formula.ts'
import { rankLowestEvaluated } from '#shared/pricing/price-score/ranking.ts'

const rival = (name: string, likely: string, more: Partial<RivalGuess> = {}): RivalGuess => ({ id: name, name, low: likely, likely, high: likely, lead: '0', leadSpread: '0', takesPart: 1, deduction: '0', ...more })
const rules = { formula: formulaPresets['lowest-price'], ceiling: '1500000', track: 'tender_law_soe' as const }
const field = { ...openContest, rivals: [rival('甲', '900000'), rival('乙', '1200000')] }
const range = { from: '800000.00', to: '1500000.00' }

describe('where our price stands', () => {
  test('score, rank and what a point costs against the likely prices', () => {
    const made = likelyContest(field, rules)
    const outlook = made.ok ? ownOutlook(made.contest, '1000000.00', range) : null
    // 900000 ÷ 1000000 × 30 = 27; one more point at 900000 × 30 ÷ 28.
    expect([outlook?.score.toFixed(), outlook?.rank, outlook?.bidders, outlook?.lowerPerPoint?.toFixed(2)]).toEqual(['27', 2, 3, '35714.29'])
  })
  test('a lead of 3 points ties up to lowest × W ÷ (W − d), rules PB01', () => {
    expect(tyingPrices(field, rules, range, ['0', '3', '-3']).map(({ price }) => price?.toFixed(2))).toEqual(['900000.00', '1000000.00', '810000.00'])
  })
  test('above the ceiling there is no standing', () => {
    const made = likelyContest(field, rules)
    expect(made.ok && ownOutlook(made.contest, '1500000.01', range)).toBeNull()
  })
  test('deductions count in government procurement and nowhere else', () => {
    const small = { ...field, ownDeduction: '0.1' }
    const rankOf = (track: 'government_procurement' | 'tender_law_soe') => {
      const made = likelyContest(small, { ...rules, track })
      return made.ok ? ownOutlook(made.contest, '950000.00', range)?.rank : null
    }
    expect([rankOf('government_procurement'), rankOf('tender_law_soe')]).toEqual([1, 2])
    expect(winRequestOf(small, rules, [1]).ownDeduction).toBe(0)
  })
  test('the range covers our price and every rival, and stops at the ceiling', () => {
    expect(contestRange(field, '1000000.00', '1500000', [null])).toEqual({ from: '828000.00', to: '1272000.00' })
    expect(contestRange(field, '1490000.00', '1500000', [])).toEqual({ from: '828000.00', to: '1500000.00' })
  })
})

describe('where the lowest evaluated price wins', () => {
  const lowest = { ...rules, formula: formulaPresets['lowest-evaluated'] }
  const deviating = { ...openContest, ownAdjustment: '-20000', rivals: [rival('甲', '900000', { adjustment: '150000', lead: '40' }), rival('乙', '1000000', { lead: '40' })] }
  const at = (price: string) => {
    const made = likelyContest(deviating, lowest)
    return made.ok ? ownOutlook(made.contest, price, range) : null
  }
  test('deviations count, points do not: the lead is in yuan', () => {
    // 1,010,000 − 20,000 against 1,050,000 and 1,000,000.
    expect([at('1010000.00')?.rank, at('1010000.00')?.score.toFixed(), at('1010000.00')?.leadOverBest?.toFixed()]).toEqual([1, '-990000', '10000'])
    expect([at('1020000.01')?.rank, at('1020000.01')?.leadOverBest?.toFixed()]).toEqual([2, '-0.01'])
    expect(tyingPrices(deviating, lowest, range, ['0']).map(({ price }) => price?.toFixed(2))).toEqual(['1020000.00'])
  })
  test('deviations are priced nowhere else', () => {
    const made = likelyContest(deviating, rules)
    expect(made.ok && ownOutlook(made.contest, '1010000.00', range)?.score.toFixed()).toBe('26.73')
    expect(winRequestOf(deviating, rules, [1]).rivals[0]?.adjustment).toBe(0)
  })
  test('the simulation agrees: certain below the tie, hopeless above it', () => {
    const { points } = simulateContest(winRequestOf(deviating, lowest, [1_019_999.99, 1_020_000, 1_020_000.01]))
    expect(points.map(({ winProbability }) => winProbability)).toEqual([1, 0.5, 0])
  })
  test('ranks are those of the rule itself', () => {
    const bid = fc.record({ price: fc.integer({ min: 1, max: 50 }).map(String), adjustment: fc.integer({ min: 0, max: 20 }).map(String) })
    fc.assert(fc.property(bid, fc.array(bid, { minLength: 1, maxLength: 6 }), (own, others) => {
      const made = likelyContest({ ...openContest, ownAdjustment: own.adjustment, rivals: others.map(({ price, adjustment }) => rival('甲', price, { adjustment })) }, { ...lowest, ceiling: null })
      const expected = rankLowestEvaluated([own, ...others].map((each) => ({ ...each, isBelowCost: false }))).ranks[0]
      expect(made.ok && ownOutlook(made.contest, own.price, { from: '1.00', to: '80.00' })?.rank).toBe(expected)
    }))
  })
})

describe('the recommended price', () => {
  const chances = [
    { price: 80, winProbability: 0.9, profit: 5 },
    { price: 100, winProbability: 0.5, profit: 8 },
    { price: 120, winProbability: 0.2, profit: 12 },
  ]
  test.each([
    ['is the highest expected profit', { floor: 70, safe: null, ceiling: null }, { ok: true, price: 80, winProbability: 0.9, expectedProfit: 4.5, heldBy: null }],
    ['never lies below the policy floor', { floor: 90, safe: null, ceiling: null }, { ok: true, price: 100, winProbability: 0.5, expectedProfit: 4, heldBy: 'floor' }],
    ['never lies below the abnormally-low line', { floor: 70, safe: 90, ceiling: null }, { ok: true, price: 100, winProbability: 0.5, expectedProfit: 4, heldBy: 'safe' }],
    ['is not given when the floor is above the ceiling', { floor: 130, safe: null, ceiling: 120 }, { ok: false, code: 'floor-above-ceiling' }],
    ['is not given without a floor', { floor: null, safe: null, ceiling: 120 }, { ok: false, code: 'cost-unknown' }],
    ['is not given where nothing is to be won', { floor: 121, safe: null, ceiling: null }, { ok: false, code: 'no-chance' }],
  ])('%s', (_name, limits, expected) => {
    expect(recommendPrice(chances, limits)).toEqual(expected)
  })
  test('for any field it is at least the floor, at least the line and at most the ceiling', () => {
    const chance = fc.record({ price: fc.integer({ min: 1, max: 200 }), winProbability: fc.double({ min: 0, max: 1, noNaN: true }), profit: fc.integer({ min: -50, max: 50 }) })
    fc.assert(
      fc.property(fc.array(chance), fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (all, floor, safe, ceiling) => {
        const found = recommendPrice(all, { floor, safe, ceiling })
        if (found.ok) expect(found.price >= floor && found.price >= safe && found.price <= ceiling && found.expectedProfit > 0).toBe(true)
      }),
    )
  })
})

test('a chance between two simulated prices lies straight between theirs', () => {
  const points = [{ price: 100, winProbability: 0.8 }, { price: 200, winProbability: 0.4 }]
  expect([100, 150, 200, 99, 201].map((price) => chanceAt(points, price))).toEqual([0.8, 0.6000000000000001, 0.4, null, null])
})

test('the prices tried include every landmark to the fen, in order and once', () => {
  expect(pricesToTry({ from: '0.00', to: '100.00' }, ['33.33', '50.00', '101.00', null], 3)).toEqual([33.33, 50, 100])
})

describe('a range from past awards', () => {
  const award = (amount: string, more: Partial<PastAward> = {}): PastAward => ({ supplier: `supplier of ${amount}`, amount, limit: null, isSameBuyer: true, isSameKind: false, ...more })
  test('is lowest, median and highest with the sample size, and nothing from one award', () => {
    expect(awardStarts(['300', '100', '200.5'].map((amount) => award(amount)), null)).toEqual([{ basis: 'buyer', supplier: null, samples: 3, low: '100.00', likely: '200.50', high: '300.00', isOfLimit: false }])
    expect(awardStarts([award('300'), award('100')], null)[0]?.likely).toBe('200.00')
    expect(awardStarts([award('300')], null)).toEqual([])
  })
  test('comes of this buyer and kind first, then of either, then of each supplier that won twice', () => {
    const awards = [award('10', { supplier: 'A' }), award('20', { supplier: 'A', isSameKind: true }), award('30', { isSameKind: true }), award('40', { supplier: 'A', isSameBuyer: false, isSameKind: true })]
    expect(awardStarts(awards, null).map(({ basis, supplier, samples, low, high }) => [basis, supplier, samples, low, high])).toEqual([
      ['buyer-and-kind', null, 2, '20.00', '30.00'],
      ['buyer', null, 3, '10.00', '30.00'],
      ['kind', null, 3, '20.00', '40.00'],
      ['supplier', 'A', 3, '10.00', '40.00'],
    ])
  })
  test('carries shares of the limit over where two or more are known; an award above its limit makes none', () => {
    const awards = [award('80', { limit: '100' }), award('450', { limit: '500' }), award('900'), award('7', { limit: '5' })]
    expect(awardStarts(awards, '1000')[0]).toMatchObject({ samples: 2, low: '800.00', likely: '850.00', high: '900.00', isOfLimit: true })
    expect(awardStarts(awards, null)[0]).toMatchObject({ samples: 4, low: '7.00', high: '900.00', isOfLimit: false })
  })
  test('stays under the ceiling', () => {
    const capped = cappedRange({ low: '100.00', likely: '200.00', high: '300.00' }, '150')
    expect(capped).toEqual({ low: '100.00', likely: '150.00', high: '150.00' })
    expect(new Decimal(capped.low).lte(capped.likely)).toBe(true)
  })
})
