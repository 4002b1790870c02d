import { Decimal } from '#shared/decimal.ts'
import { benchmarkOf } from '#shared/pricing/price-score/benchmark.ts'
import { exact, larger, type Numeric, type Reader } from '#shared/pricing/price-score/numeric.ts'
import { rankBids } from '#shared/pricing/price-score/ranking.ts'
import { rawScore } from '#shared/pricing/price-score/raw-score.ts'
import { type PricedBid, type ScoreError, scorePrices, type ScoreSetting } from '#shared/pricing/price-score/score.ts'

/** Points beside the price (technical and business), as known or assumed. */
type WithOtherPoints = { otherPoints: string }
export type OwnSide = Omit<PricedBid, 'price'> & WithOtherPoints
export type Rival = PricedBid & WithOtherPoints

/** Our bid against assumed rivals under one formula; made by `createContest`, so its figures are valid. */
export type Contest = { setting: ScoreSetting; own: OwnSide; rivals: readonly Rival[] }

/** Checks rivals and deductions once; the price may then move freely. */
export function createContest(setting: ScoreSetting, own: OwnSide, rivals: readonly Rival[]): { ok: true; contest: Contest } | ScoreError {
  const problem = scorePrices(setting, [{ ...own, price: '1' }, ...rivals])
  if (!problem.ok) return problem
  return { ok: true, contest: { setting, own, rivals } }
}

type Totals<T> = {
  /** Own price points before rounding; null: invalid at this price (above the ceiling). */
  ownScore: T | null
  ownTotal: T | null
  /** null: no valid rival. */
  bestRivalTotal: T | null
}

/** Prepares the contest for many own prices: rivals are read once. */
export function totalsAt<T extends Numeric<T>>({ setting, own, rivals }: Contest, read: Reader<T>): (price: T) => Totals<T> {
  const ceiling = setting.ceiling === null ? null : read(setting.ceiling)
  const factorOf = (rates: readonly string[] = []) => rates.reduce((left, rate) => left.minus(read(rate)), read('1'))
  const ownFactor = factorOf(own.deductionRates)
  const ownAdjustment = read(own.adjustment ?? '0')
  const field = rivals
    .map((rival) => ({ original: read(rival.price), evaluated: read(rival.price).times(factorOf(rival.deductionRates)).plus(read(rival.adjustment ?? '0')), other: read(rival.otherPoints) }))
    .filter(({ original }) => ceiling === null || !original.gt(ceiling))
  const rivalPrices = field.map(({ evaluated }) => evaluated)
  const ownOther = read(own.otherPoints)
  return (price) => {
    const isValid = price.gt(read('0')) && (ceiling === null || !price.gt(ceiling))
    const evaluated = price.times(ownFactor).plus(ownAdjustment)
    const { benchmark } = benchmarkOf(setting.formula, isValid ? [evaluated, ...rivalPrices] : rivalPrices, ceiling, read)
    const ownScore = isValid ? rawScore(setting.formula, evaluated, benchmark, read) : null
    const rivalTotals = field.flatMap(({ evaluated: rivalPrice, other }) => {
      const score = rawScore(setting.formula, rivalPrice, benchmark, read)
      return score === null ? [] : [score.plus(other)]
    })
    const [first, ...rest] = rivalTotals
    return { ownScore, ownTotal: ownScore && ownScore.plus(ownOther), bestRivalTotal: first === undefined ? null : rest.reduce(larger, first) }
  }
}

export type Outlook = { score: Decimal; total: Decimal; rank: number; bidders: number; leadOverBest: Decimal | null }

/** Where our price puts us: rounded score, total, rank among the valid bids; null when the price is invalid (above the ceiling). */
export function outlookAt(contest: Contest, price: string): Outlook | null {
  const { setting, own, rivals } = contest
  const bids = [{ ...own, price }, ...rivals]
  const found = scorePrices(setting, bids)
  if (!found.ok) return null
  const others = [own.otherPoints, ...rivals.map(({ otherPoints }) => otherPoints)]
  const ranked = found.scores.map((score, index) => score && { price: found.evaluationPrices[index] ?? new Decimal(0), total: score.plus(others[index] ?? '0') })
  const rank = rankBids(ranked)[0]
  const [mine, ...rest] = ranked
  const score = found.scores[0]
  if (!rank || !mine || !score) return null
  const valid = rest.filter((bid) => bid !== null)
  const best = valid.length === 0 ? null : Decimal.max(...valid.map(({ total }) => total))
  return { score, total: mine.total, rank, bidders: valid.length + 1, leadOverBest: best && mine.total.minus(best) }
}

/** Own points before rounding at a price, exact; null when invalid. */
export function exactOwnScore(contest: Contest, price: Decimal): Decimal | null {
  return totalsAt(contest, exact)(price).ownScore
}
