import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formulaPresets } from '#shared/pricing/price-score/formula.ts'
import { type AssumedRival, winCurve, type WinQuestion } from '#shared/pricing/win-probability.ts'

const fixed = (value: number) => ({ low: value, likely: value, high: value })
const rivalAt = (price: number, otherPoints = 50): AssumedRival => ({ price: fixed(price), otherPoints: fixed(otherPoints), takesPart: 1, deduction: 0 })
const question: WinQuestion = {
  formula: formulaPresets['lowest-price'],
  ceiling: 1500,
  own: { otherPoints: 50, deduction: 0 },
  rivals: [],
  prices: [800, 1000, 1200, 1600],
  profitAt: (price) => price - 900,
  samples: 512,
  seed: 7,
}
const wide: AssumedRival = { price: { low: 700, likely: 1000, high: 1400 }, otherPoints: { low: 40, likely: 50, high: 55 }, takesPart: 0.8, deduction: 0 }

describe('the chance to win', () => {
  test('alone we win at every valid price, and the best price is the dearest valid one', () => {
    const { points, bestPrice } = winCurve(question)
    expect(points.map(({ winProbability }) => winProbability)).toEqual([1, 1, 1, 0])
    expect(points.map(({ expectedProfit }) => expectedProfit)).toEqual([-100, 100, 300, 0])
    expect(bestPrice).toBe(1200)
  })

  test('a known rival splits the prices, an equal one counts half', () => {
    expect(winCurve({ ...question, rivals: [rivalAt(1000)] }).points.map(({ winProbability }) => winProbability)).toEqual([1, 0.5, 0, 0])
    // Three points ahead: 1000 × 30 ÷ 27 still ties.
    const ahead = winCurve({ ...question, own: { otherPoints: 53, deduction: 0 }, prices: [1111, 1112], rivals: [rivalAt(1000)] })
    expect(ahead.points.map(({ winProbability }) => winProbability)).toEqual([1, 0])
  })

  test('a rival above the ceiling is no rival', () => {
    expect(winCurve({ ...question, rivals: [rivalAt(1501, 70)] }).points[1]?.winProbability).toBe(1)
  })

  test('the same seed gives the same curve, whatever other prices are asked', () => {
    const run = (prices: number[], seed = 7) => winCurve({ ...question, rivals: [wide, wide], prices, seed }).points
    expect(run([1000])).toEqual([run([800, 1000, 1200])[1]])
    expect(run([1000], 8)).not.toEqual(run([1000]))
  })

  test('a higher price never wins more often under the lowest-price formula', () => {
    const money = fc.integer({ min: 500, max: 1600 })
    const guess = fc.array(money, { minLength: 3, maxLength: 3 }).map((values) => values.toSorted((a, b) => a - b)).map(([low = 0, likely = 0, high = 0]) => ({ low, likely, high }))
    const rival = fc.record({ price: guess, otherPoints: fc.integer({ min: 20, max: 70 }).map(fixed), takesPart: fc.constantFrom(0.3, 1), deduction: fc.constantFrom(0, 0.1) })
    fc.assert(
      fc.property(fc.array(rival, { maxLength: 4 }), fc.integer({ min: 1, max: 1000 }), (rivals, seed) => {
        const chances = winCurve({ ...question, rivals, seed, samples: 64, prices: [600, 800, 1000, 1200, 1400] }).points.map(({ winProbability }) => winProbability)
        expect(chances).toEqual(chances.toSorted((a, b) => b - a))
      }),
      { numRuns: 40 },
    )
  })

  test('unknown cost gives a chance but no expected profit and no best price', () => {
    const { points, bestPrice } = winCurve({ ...question, rivals: [wide], profitAt: () => null })
    expect(points.map(({ expectedProfit }) => expectedProfit)).toEqual([null, null, null, null])
    expect(bestPrice).toBeNull()
  })

  test('where every price loses money on average there is no best price', () => {
    expect(winCurve({ ...question, profitAt: () => -1 }).bestPrice).toBeNull()
  })
})
