import { z } from 'zod'
import { dec, failure, type Rule, rule, six, text, textOrNull } from '#core/cli/rules/vector.ts'
import { Decimal, DecimalText } from '#shared/decimal.ts'
import { priceFromDiscount } from '#shared/pricing/price-score/discount-rate.ts'
import { formulaPresets, type PriceFormula } from '#shared/pricing/price-score/formula.ts'
import { highestTyingPrice } from '#shared/pricing/price-score/levers.ts'
import { rankBids, rankLowestEvaluated } from '#shared/pricing/price-score/ranking.ts'
import { type PriceScores, scorePrices, type PricedBid, type ScoreSetting } from '#shared/pricing/price-score/score.ts'
import { isPriceWeightAllowed } from '#shared/pricing/price-score/weight-check.ts'

const prices = z.array(DecimalText)
const places = z.int().min(0).max(8).default(2)

function scored(setting: ScoreSetting, bids: readonly PricedBid[], shape: (scores: PriceScores) => Record<string, unknown>) {
  const scores = scorePrices(setting, bids)
  return scores.ok ? shape(scores) : failure(scores.code, scores.bid === null ? scores.code : `bid ${scores.bid + 1}`)
}

const free = (formula: PriceFormula, ceiling: string | null = null): ScoreSetting => ({ formula, ceiling, track: 'tender_law_soe' })
const bidsOf = (list: readonly string[]): PricedBid[] => list.map((price) => ({ price }))
const benchmarkAndScores = ({ benchmark, scores }: PriceScores) => ({ benchmark: six(benchmark), scores: scores.map(text) })
const meansAndScores = ({ firstMean, secondMean, benchmark, scores }: PriceScores) => ({ A1: six(firstMean), A2: six(secondMean), benchmark: six(benchmark), scores: scores.map(text) })

const lowPrice = rule(
  z.object({ prices, price_points: DecimalText, deduction_rates: z.array(DecimalText).nullish(), ceiling: textOrNull, decimals: places }),
  (inputs) => {
    const formula: PriceFormula = { kind: 'lowest-price', points: inputs.price_points, decimals: inputs.decimals }
    const bids = inputs.prices.map((price, index) => ({ price, deductionRates: [inputs.deduction_rates?.[index] ?? '0'] }))
    return scored({ formula, ceiling: inputs.ceiling, track: 'government_procurement' }, bids, ({ evaluationPrices, benchmark, scores }) => ({
      evaluation_prices: evaluationPrices.map(text),
      benchmark: six(benchmark),
      scores: scores.map(text),
    }))
  },
)

const deviationInput = z.object({
  prices,
  full: DecimalText,
  deduct_high_per_pct: DecimalText,
  deduct_low_per_pct: DecimalText,
  trim_high: z.int().min(0).default(0),
  trim_low: z.int().min(0).default(0),
  floor: DecimalText.default('0'),
  continuous: z.boolean().default(true),
  decimals: places,
})

const deviationOf = (inputs: z.output<typeof deviationInput>) => ({
  points: inputs.full,
  abovePerPercent: inputs.deduct_high_per_pct,
  belowPerPercent: inputs.deduct_low_per_pct,
  step: inputs.continuous ? ('continuous' as const) : ('whole-down' as const),
  floor: inputs.floor,
  trim: [{ maxBids: null, high: inputs.trim_high, low: inputs.trim_low }],
  benchmarkDecimals: null,
  decimals: inputs.decimals,
})

const averageLinear = rule(deviationInput.extend({ k: DecimalText.default('0') }), (inputs) =>
  scored(free({ kind: 'mean-deviation', k: inputs.k, ...deviationOf(inputs) }), bidsOf(inputs.prices), benchmarkAndScores),
)

const composite = rule(deviationInput.extend({ alpha: DecimalText, ceiling: DecimalText }), (inputs) =>
  scored(free({ kind: 'composite-benchmark', alpha: inputs.alpha, ...deviationOf(inputs) }, inputs.ceiling), bidsOf(inputs.prices), benchmarkAndScores),
)

const plusOne = (share: string) => new Decimal(share).plus(1).toString()

const intervalFloat = rule(
  z.object({
    prices,
    params: z.object({ w1: DecimalText, w2: DecimalText, c: DecimalText, n_high: DecimalText, n_low: DecimalText, direction: z.number().default(1) }),
    score_scale: DecimalText.default('100'),
    decimals: places,
  }),
  ({ params, ...inputs }) => {
    const shift = new Decimal(params.c).times(params.direction).toString()
    const formula: PriceFormula = { ...formulaPresets['interval-mean'], points: inputs.score_scale, decimals: inputs.decimals, from: plusOne(params.w1), to: plusOne(params.w2), shift, weightAbove: params.n_high, weightBelow: params.n_low }
    return scored(free(formula), bidsOf(inputs.prices), meansAndScores)
  },
)

const intervalCompound = rule(
  z.object({
    prices,
    params: z.object({ F1: DecimalText.default('0.8'), F2: DecimalText.default('1.1'), m_high: DecimalText.default('1.0'), m_low: DecimalText.default('0.6') }),
    score_scale: DecimalText.default('100'),
    decimals: places,
  }),
  ({ params, ...inputs }) => {
    const formula: PriceFormula = { ...formulaPresets['interval-second-lowest'], points: inputs.score_scale, decimals: inputs.decimals, from: params.F1, to: params.F2, weightAbove: params.m_high, weightBelow: params.m_low }
    return scored(free(formula), bidsOf(inputs.prices), meansAndScores)
  },
)

const intervalCurve = rule(
  z.object({ prices, params: z.object({ F1: DecimalText, F2: DecimalText, n: DecimalText, m: DecimalText, a: DecimalText }), score_scale: DecimalText.default('100'), decimals: places }),
  ({ params, ...inputs }) => {
    const formula: PriceFormula = { ...formulaPresets['interval-curve'], points: inputs.score_scale, decimals: inputs.decimals, from: params.F1, to: params.F2, factorAbove: params.n, factorBelow: params.m, lowering: params.a }
    return scored(free(formula), bidsOf(inputs.prices), meansAndScores)
  },
)

const eighty = rule(z.object({ prices, decimals: places }), ({ prices: list, decimals }) =>
  scored(free({ ...formulaPresets['eighty-points'], decimals }), bidsOf(list), benchmarkAndScores),
)

const interpolation = rule(z.object({ prices, a: DecimalText, b: DecimalText, full: DecimalText, decimals: places }), (inputs) =>
  scored(free({ kind: 'interpolation', points: inputs.full, full: inputs.a, none: inputs.b, decimals: inputs.decimals }), bidsOf(inputs.prices), ({ scores }) => ({ scores: scores.map(text) })),
)

const lowestEvaluated = rule(
  z.object({ bid_prices: prices, adjustments: z.array(DecimalText), below_cost_flags: z.array(z.boolean()) }),
  (inputs) => {
    const bids = inputs.bid_prices.map((price, index) => ({ price, adjustment: inputs.adjustments[index] ?? '0', isBelowCost: inputs.below_cost_flags[index] ?? false }))
    const { evaluatedPrices, ranks } = rankLowestEvaluated(bids)
    return { evaluated_prices: evaluatedPrices.map(text), rank: ranks }
  },
)

const totalScore = rule(
  z.object({ weights: z.object({ price: DecimalText }), bids: z.array(z.object({ price: DecimalText, tech: dec, business: dec })) }),
  ({ weights, bids }) =>
    scored({ formula: { kind: 'lowest-price', points: weights.price, decimals: 2 }, ceiling: null, track: 'government_procurement' }, bids, ({ scores }) => {
      const ranked = bids.map((bid, index) => {
        const score = scores[index] ?? null
        return score && { price: new Decimal(bid.price), total: score.plus(bid.tech).plus(bid.business) }
      })
      return { price_scores: scores.map(text), totals: ranked.map((bid) => text(bid?.total ?? null)), rank: rankBids(ranked) }
    }),
)

const weightCheck = rule(
  z.object({ category: z.enum(['goods', 'service']), procurement_method: z.enum(['open_tender', 'competitive_consultation']), price_weight: DecimalText }),
  (inputs) => ({ valid: isPriceWeightAllowed(inputs.category, inputs.procurement_method, inputs.price_weight) }),
)

const discount = rule(z.object({ base: DecimalText, label: z.string(), percent: DecimalText }), ({ base, label, percent }) => {
  const found = priceFromDiscount(base, label, percent)
  return found.ok ? { price: text(found.price) } : failure(found.code, `${label} ${percent}`)
})

const breakEven = rule(z.object({ lowest_competitor: dec, price_points: dec, tech_business_lead: dec }), (inputs) => ({
  max_price: text(highestTyingPrice(inputs.lowest_competitor, inputs.price_points, inputs.tech_business_lead)),
}))

export const priceScoreRules: Record<string, Rule> = {
  LOW_PRICE_PRIORITY: lowPrice,
  AVG_BENCHMARK_LINEAR: averageLinear,
  COMPOSITE_BENCHMARK: composite,
  INTERVAL_AVG_FLOAT: intervalFloat,
  INTERVAL_COMPOUND_AVG: intervalCompound,
  INTERVAL_DOUBLE_CURVE: intervalCurve,
  PIECEWISE_80: eighty,
  LINEAR_INTERPOLATION: interpolation,
  LOWEST_EVALUATED_PRICE: lowestEvaluated,
  TOTAL_SCORE: totalScore,
  WEIGHT_CHECK: weightCheck,
  DISCOUNT_TO_PRICE: discount,
  BREAKEVEN_PRICE_FOR_SCORE: breakEven,
}
