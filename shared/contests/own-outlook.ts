import type { BidContest } from '#shared/contests/bid-contest.ts'
import { Decimal } from '#shared/decimal.ts'
import { moneyText } from '#shared/money.ts'
import { type Contest, createContest, exactOwnScore, outlookAt } from '#shared/pricing/price-score/contest.ts'
import type { PriceFormula } from '#shared/pricing/price-score/formula.ts'
import { flatZones, highestTyingPriceIn, type PriceRange, yuanPerPoint } from '#shared/pricing/price-score/levers.ts'
import type { ScoreError } from '#shared/pricing/price-score/score.ts'
import type { Track } from '#shared/pricing/track.ts'

export type ContestRules = { formula: PriceFormula; ceiling: string | null; track: Track | null }

/** The bid against its rivals at their likely prices. Deductions count in government procurement only (procurement-rules §1.4). */
export function likelyContest({ rivals, ownDeduction, ownAdjustment }: BidContest, { formula, ceiling, track }: ContestRules, ownLead = '0'): { ok: true; contest: Contest } | ScoreError {
  const ratesOf = (deduction: string) => (track === 'government_procurement' && !new Decimal(deduction).isZero() ? [deduction] : [])
  // Points beside the price decide nothing where the lowest evaluated price wins, and deviations are priced nowhere else.
  const besides = formula.kind === 'lowest-evaluated' ? (_lead: string, adjustment = '0') => ({ otherPoints: '0', adjustment }) : (lead: string) => ({ otherPoints: lead })
  return createContest(
    { formula, ceiling, track: track ?? 'soe_non_mandatory' },
    { ...besides(ownLead, ownAdjustment), deductionRates: ratesOf(ownDeduction) },
    rivals.map(({ likely, lead, deduction, adjustment }) => ({ ...besides(lead, adjustment), price: likely, deductionRates: ratesOf(deduction) })),
  )
}

/** The own prices worth looking at, CNY: from under everything that matters to the ceiling, or a little over the dearest. */
export function contestRange({ rivals }: BidContest, own: string, ceiling: string | null, others: readonly (string | null)[]): PriceRange {
  const field = [own, ...rivals.flatMap(({ low, high }) => [low, high])].map((price) => new Decimal(price)).filter((price) => price.gt(0))
  if (field.length === 0) return { from: '0', to: ceiling ?? '1' }
  // A line far under everybody's prices would squeeze what matters into a corner.
  const nearest = Decimal.min(...field).times('0.8')
  const known = [...field, ...others.filter((price) => price !== null).map((price) => new Decimal(price)).filter((price) => price.gt(nearest))]
  const low = Decimal.min(...known).times('0.92')
  const high = Decimal.max(...known).times('1.06')
  const top = ceiling === null ? high : Decimal.max(low.times('1.05'), Decimal.min(high, ceiling))
  return { from: moneyText(low), to: moneyText(top) }
}

export type OwnOutlook = {
  /** Rounded as the document says. */
  score: Decimal
  exactScore: Decimal | null
  rank: number
  bidders: number
  /** Points ahead of the best rival with the assumed other points, price and all; null without a valid rival. */
  leadOverBest: Decimal | null
  lowerPerPoint: Decimal | null
  raisePerPoint: Decimal | null
  flat: { from: Decimal; to: Decimal; score: Decimal }[]
}

/** Where our price stands against the likely prices; null when it is invalid (above the ceiling). */
export function ownOutlook(contest: Contest, own: string, range: PriceRange): OwnOutlook | null {
  const outlook = outlookAt(contest, own)
  if (outlook === null) return null
  const { lowerBy, raiseBy } = yuanPerPoint(contest, own, range)
  const { score, rank, bidders, leadOverBest } = outlook
  return { score, exactScore: exactOwnScore(contest, new Decimal(own)), rank, bidders, leadOverBest, lowerPerPoint: lowerBy, raisePerPoint: raiseBy, flat: flatZones(contest, range) }
}

/** For each technical and business lead of ours, the highest price of the range that still at least ties; null: none ties. */
export function tyingPrices(contest: BidContest, rules: ContestRules, range: PriceRange, leads: readonly string[]): { lead: string; price: Decimal | null }[] {
  const level = { ...contest, rivals: contest.rivals.map((rival) => ({ ...rival, lead: '0' })) }
  return leads.map((lead) => {
    const made = likelyContest(level, rules, lead)
    return { lead, price: made.ok ? highestTyingPriceIn(made.contest, range) : null }
  })
}
