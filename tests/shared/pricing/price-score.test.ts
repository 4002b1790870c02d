import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal } from '#shared/decimal.ts'
import { formulaPresets, PriceFormula } from '#shared/pricing/price-score/formula.ts'
import { createContest, exactOwnScore, outlookAt, totalsAt, type Rival } from '#shared/pricing/price-score/contest.ts'
import { flatZones, highestTyingPrice, highestTyingPriceIn, leadAt, priceCurve, yuanPerPoint } from '#shared/pricing/price-score/levers.ts'
import { fast, Float } from '#shared/pricing/price-score/numeric.ts'
import { rankBids } from '#shared/pricing/price-score/ranking.ts'
import { scorePrices, type ScoreSetting } from '#shared/pricing/price-score/score.ts'

const lowest: ScoreSetting = { formula: formulaPresets['lowest-price'], ceiling: null, track: 'government_procurement' }
const free = (formula: PriceFormula, ceiling: string | null = null): ScoreSetting => ({ formula, ceiling, track: 'tender_law_soe' })
const yuan = fc.integer({ min: 10_000_00, max: 10_000_000_00 }).map((fen) => new Decimal(fen).div(100).toFixed(2))
const rival = fc.record({ price: yuan, otherPoints: fc.integer({ min: 0, max: 70 }).map(String) })

function contestOf(setting: ScoreSetting, rivals: readonly Rival[], otherPoints = '60') {
  const made = createContest(setting, { otherPoints }, rivals)
  if (!made.ok) throw new Error(made.code)
  return made.contest
}

function scoresOf(setting: ScoreSetting, prices: readonly string[]) {
  const found = scorePrices(setting, prices.map((price) => ({ price })))
  if (!found.ok) throw new Error(found.code)
  return found
}

describe('price scores', () => {
  test('every preset is a valid formula', () => {
    expect(Object.values(formulaPresets).map((preset) => PriceFormula.parse(preset))).toEqual(Object.values(formulaPresets))
  })

  test('a deduction is refused outside government procurement', () => {
    const bids = [{ price: '100' }, { price: '90', deductionRates: ['0.1'] }]
    expect(scorePrices({ ...lowest, track: 'soe_non_mandatory' }, bids)).toEqual({ ok: false, code: 'deduction-outside-government-procurement', bid: 1 })
    expect(scorePrices(lowest, bids)).toMatchObject({ ok: true })
  })

  test('a price of 0 is refused, a price above the ceiling scores nothing and moves no benchmark', () => {
    expect(scorePrices(lowest, [{ price: '0' }])).toEqual({ ok: false, code: 'price-not-positive', bid: 0 })
    const found = scoresOf(free(formulaPresets['mean-deviation'], '100'), ['80', '100', '120'])
    expect(found.benchmark?.toString()).toBe('90')
    expect(found.scores[2]).toBeNull()
  })

  test('without a valid bid there is no benchmark and no score', () => {
    expect(scoresOf(free(formulaPresets['interval-mean'], '50'), ['80', '100'])).toMatchObject({ benchmark: null, scores: [null, null] })
  })

  test('a composite benchmark needs a ceiling', () => {
    expect(scorePrices(free(formulaPresets['composite-benchmark']), [{ price: '100' }])).toEqual({ ok: false, code: 'ceiling-missing', bid: null })
    expect(scoresOf(free(formulaPresets['composite-benchmark'], '200'), ['80', '120']).benchmark?.toString()).toBe('150')
  })

  test('whole percent steps drop or charge a begun percent', () => {
    const score = (step: 'whole-down' | 'whole-up') => scoresOf(free({ ...formulaPresets['mean-deviation'], step }), ['985', '1015']).scores.map(String)
    expect([score('whole-down'), score('whole-up')]).toEqual([['39.5', '39'], ['39', '38']])
  })

  test('eighty points rise to 100 at 20 % below the mean and fall back to 80 at 40 %', () => {
    const field = ['100', '100', '100']
    const at = (own: string) => scoresOf(free(formulaPresets['eighty-points']), [own, ...field])
    // Four bids: the highest leaves the mean.
    expect(scoresOf(free(formulaPresets['eighty-points']), ['110', ...field]).scores[0]?.toString()).toBe('70')
    const below = at('50')
    expect(below.benchmark?.toDecimalPlaces(4).toString()).toBe('83.3333')
    expect(below.scores[0]?.toString()).toBe('80')
  })

  test('the telecom rule drops the outermost bids by their number', () => {
    const prices = ['10', '100', '100', '100', '1000']
    expect(scoresOf(free(formulaPresets['telecom-mean']), prices).benchmark?.toString()).toBe('100')
    expect(scoresOf(free(formulaPresets['telecom-mean']), prices.slice(0, 4)).benchmark?.toString()).toBe('77.5')
  })

  test('the second-lowest mean takes only bids strictly inside the interval', () => {
    const found = scoresOf(free(formulaPresets['interval-second-lowest']), ['80', '100', '120'])
    expect([found.firstMean, found.secondMean, found.benchmark].map(String)).toEqual(['100', '100', '100'])
  })

  test('raising our price never raises a lowest-price score', () => {
    fc.assert(
      fc.property(fc.array(rival, { minLength: 1, maxLength: 6 }), yuan, yuan, (rivals, a, b) => {
        const contest = contestOf(lowest, rivals)
        const [low, high] = [Decimal.min(a, b), Decimal.max(a, b)]
        const [cheap, dear] = [exactOwnScore(contest, low), exactOwnScore(contest, high)]
        expect(cheap?.gte(dear ?? 0)).toBe(true)
      }),
    )
  })

  test('fast scores are the exact ones to a millionth of a point', () => {
    const formulas = Object.values(formulaPresets)
    fc.assert(
      fc.property(fc.constantFrom(...formulas), fc.array(rival, { minLength: 1, maxLength: 8 }), yuan, (formula, rivals, own) => {
        const contest = contestOf(free(formula, '10000001'), rivals)
        const exactScore = exactOwnScore(contest, new Decimal(own))
        const fastScore = totalsAt(contest, fast)(new Float(Number(own))).ownScore
        // Bids too far apart leave an interval empty: then neither has a score.
        if (exactScore === null) expect(fastScore).toBeNull()
        else expect(fastScore?.value).toBeCloseTo(exactScore.toNumber(), 5)
      }),
    )
  })

  test('equal totals rank by price, equal prices share the rank, invalid bids have none', () => {
    const bid = (total: number, price: number) => ({ total: new Decimal(total), price: new Decimal(price) })
    expect(rankBids([bid(90, 2), bid(90, 1), null, bid(90, 2), bid(80, 1)])).toEqual([2, 1, null, 2, 4])
  })
})

describe('what the price can do', () => {
  const rivals: Rival[] = [
    { price: '900000', otherPoints: '57' },
    { price: '1200000', otherPoints: '50' },
  ]

  test('rank, rounded score and lead at a price', () => {
    const { total, rank, score, bidders, leadOverBest } = outlookAt(contestOf(lowest, rivals), '1000000') ?? {}
    expect([score, total, leadOverBest].map(String)).toEqual(['27', '87', '0'])
    // Equal totals: the cheaper rival is first.
    expect([rank, bidders]).toEqual([2, 3])
    expect(outlookAt(contestOf({ ...lowest, ceiling: '999999' }, rivals), '1000000')).toBeNull()
  })

  test('the break-even price ties and one fen more does not', () => {
    fc.assert(
      fc.property(yuan, fc.integer({ min: -2900, max: 2900 }), (price, hundredths) => {
        const lead = new Decimal(hundredths).div(100)
        const contest = contestOf(lowest, [{ price, otherPoints: '30' }], lead.plus(30).toString())
        const tie = highestTyingPrice(new Decimal(price), new Decimal(30), lead)
        expect(leadAt(contest, tie ?? new Decimal(0))?.gte(0)).toBe(true)
        expect(leadAt(contest, (tie ?? new Decimal(0)).plus('0.01'))?.lt(0)).toBe(true)
      }),
    )
  })

  test('a lead as large as the price points leaves nothing to tie', () => {
    expect(highestTyingPrice(new Decimal(900_000), new Decimal(30), new Decimal(30))).toBeNull()
  })

  test('the search over any formula finds the same tie as the closed form', () => {
    const contest = contestOf(lowest, [{ price: '900000', otherPoints: '57' }])
    expect(highestTyingPriceIn(contest, { from: '500000', to: '2000000' })?.toString()).toBe('1000000')
    expect(highestTyingPriceIn(contestOf(lowest, [{ price: '900000', otherPoints: '99' }]), { from: '500000', to: '2000000' })).toBeNull()
  })

  test('one more point costs as much as the price must fall', () => {
    const contest = contestOf(lowest, [{ price: '900000', otherPoints: '57' }])
    const { lowerBy, raiseBy } = yuanPerPoint(contest, '1000000', { from: '500000', to: '2000000' })
    // 27 points at 1 000 000; 28 at 900 000 × 30 ÷ 28.
    expect([String(lowerBy), raiseBy]).toEqual(['35714.29', null])
  })

  test('below the benchmark of a mean formula a higher price gains the point', () => {
    const contest = contestOf(free(formulaPresets['mean-deviation']), [{ price: '1000', otherPoints: '0' }, { price: '1000', otherPoints: '0' }])
    const { lowerBy, raiseBy } = yuanPerPoint(contest, '900', { from: '500', to: '1500' })
    expect(lowerBy).toBeNull()
    expect(exactOwnScore(contest, new Decimal(900).plus(raiseBy ?? 0))?.minus(exactOwnScore(contest, new Decimal(900)) ?? 0).gte(1)).toBe(true)
  })

  test('flat zones: full points up to the anchor, none from the second on', () => {
    const contest = contestOf(free(formulaPresets.interpolation), [])
    const zones = flatZones(contest, { from: '50', to: '150' })
    expect(zones.map(({ from, to, score }) => [from, to, score].map(String))).toEqual([
      ['50', '90', '40'],
      ['100', '150', '0'],
    ])
  })

  test('as the cheapest bid every price scores the same', () => {
    const [zone] = flatZones(contestOf(lowest, [{ price: '900000', otherPoints: '57' }]), { from: '500000', to: '2000000' })
    expect([zone?.from, zone?.to, zone?.score].map(String)).toEqual(['500000', '900000', '30'])
  })

  test('the curve has a point per step and says nothing above the ceiling', () => {
    const curve = priceCurve(contestOf({ ...lowest, ceiling: '1000' }, [{ price: '900', otherPoints: '0' }]), { from: '800', to: '1200' }, 4)
    expect(curve.map(({ price, score }) => [price, score])).toEqual([[800, 30], [900, 30], [1000, 27], [1100, null], [1200, null]])
  })
})
