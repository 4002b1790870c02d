import { Decimal } from '#shared/decimal.ts'
import { benchmarkOf } from '#shared/pricing/price-score/benchmark.ts'
import type { PriceFormula } from '#shared/pricing/price-score/formula.ts'
import { exact } from '#shared/pricing/price-score/numeric.ts'
import { rawScore } from '#shared/pricing/price-score/raw-score.ts'
import type { Track } from '#shared/pricing/track.ts'

export type PricedBid = {
  /** The bid price, CNY, > 0. */
  price: string
  /** Policy deductions as fractions, each of the original price; they add (rules §1.4). */
  deductionRates?: readonly string[]
  /** Quantified deviations, CNY, added to the price that is evaluated (经评审的最低投标价法). */
  adjustment?: string
}

export type ScoreSetting = {
  formula: PriceFormula
  /** Bids above it are invalid: no score and no part in the benchmark. null: none stated. */
  ceiling: string | null
  track: Track
}

export type ScoreErrorCode = 'deduction-outside-government-procurement' | 'deduction-out-of-range' | 'price-not-positive' | 'ceiling-missing'
export type ScoreError = { ok: false; code: ScoreErrorCode; bid: number | null }

export type PriceScores = {
  ok: true
  evaluationPrices: (Decimal | null)[]
  benchmark: Decimal | null
  firstMean: Decimal | null
  secondMean: Decimal | null
  /** Points before rounding: for finding ties and slopes. */
  rawScores: (Decimal | null)[]
  /** Points rounded half-up to the formula's places. */
  scores: (Decimal | null)[]
}

/** The price that is scored: original × (1 − sum of the rates) + quantified deviations; the contract price stays the original (财库〔2022〕19号). */
export function evaluationPrice(price: Decimal, rates: readonly string[], adjustment = '0'): Decimal {
  return price.times(rates.reduce((left, rate) => left.minus(rate), new Decimal(1))).plus(adjustment)
}

function problemOf(bid: PricedBid, index: number, track: Track): ScoreError | null {
  const deduction = (bid.deductionRates ?? []).reduce((total, rate) => total.plus(rate), new Decimal(0))
  if (!new Decimal(bid.price).gt(0)) return { ok: false, code: 'price-not-positive', bid: index }
  if (!deduction.isZero() && track !== 'government_procurement') return { ok: false, code: 'deduction-outside-government-procurement', bid: index }
  if (deduction.lt(0) || !deduction.lt(1)) return { ok: false, code: 'deduction-out-of-range', bid: index }
  return null
}

/** Points of every bid under the document's formula, in the order given (87号令55条 for lowest-price; rules §1). */
export function scorePrices(setting: ScoreSetting, bids: readonly PricedBid[]): PriceScores | ScoreError {
  const { formula, track } = setting
  const problem = bids.map((bid, index) => problemOf(bid, index, track)).find((found) => found !== null)
  if (problem) return problem
  const ceiling = setting.ceiling === null ? null : new Decimal(setting.ceiling)
  if (formula.kind === 'composite-benchmark' && ceiling === null) return { ok: false, code: 'ceiling-missing', bid: null }
  const evaluationPrices = bids.map(({ price, deductionRates, adjustment }) => {
    const original = new Decimal(price)
    return ceiling !== null && original.gt(ceiling) ? null : evaluationPrice(original, deductionRates ?? [], adjustment)
  })
  const valid = evaluationPrices.filter((price) => price !== null)
  const found = benchmarkOf(formula, valid, ceiling, exact)
  const rawScores = evaluationPrices.map((price) => (price === null ? null : rawScore(formula, price, found.benchmark, exact)))
  return { ok: true, evaluationPrices, ...found, rawScores, scores: rawScores.map((score) => score && score.toDecimalPlaces(formula.decimals, Decimal.ROUND_HALF_UP)) }
}
