import { z } from 'zod'
import type { BidContest } from '#shared/contests/bid-contest.ts'
import { PriceFormula } from '#shared/pricing/price-score/formula.ts'
import type { Track } from '#shared/pricing/track.ts'
import { winCurve } from '#shared/pricing/win-probability.ts'

const Guess = z.object({ low: z.number(), likely: z.number(), high: z.number() })

/** One simulation of the competition at several own prices, as sent to a worker. The profit is not part of it. */
export const WinRequest = z.object({
  formula: PriceFormula,
  ceiling: z.number().nullable(),
  ownDeduction: z.number().min(0).max(1),
  ownAdjustment: z.number(),
  rivals: z.array(z.object({ price: Guess, otherPoints: Guess, takesPart: z.number().min(0).max(1), deduction: z.number().min(0).max(1), adjustment: z.number() })).max(40),
  prices: z.array(z.number().positive()).min(1).max(200),
  samples: z.int().min(256).max(65_536),
  seed: z.int().min(0),
})
export type WinRequest = z.infer<typeof WinRequest>

export const WinCurveResult = z.object({
  points: z.array(z.object({ price: z.number(), winProbability: z.number().min(0).max(1), standardError: z.number().min(0) })),
  samples: z.int(),
  seed: z.int(),
})
export type WinCurveResult = z.infer<typeof WinCurveResult>

export const winSamples = 2048
/** Fixed, so that the same assumptions always read the same. */
export const winSeed = 20260901
/** A competition needs three bidders (招标投标法28条): with fewer rivals than this a chance to win means nothing. */
export const neededRivals = 2

/** Points decide nothing where the lowest evaluated price wins. */
const level = { low: 0, likely: 0, high: 0 }

/** The simulation of a bid's assumptions at these prices, CNY. Deductions count in government procurement only. */
export function winRequestOf(contest: BidContest, rules: { formula: PriceFormula; ceiling: string | null; track: Track | null }, prices: readonly number[]): WinRequest {
  const deductionOf = (fraction: string) => (rules.track === 'government_procurement' ? Number(fraction) : 0)
  const isLowestEvaluated = rules.formula.kind === 'lowest-evaluated'
  const adjustmentOf = (yuan = '0') => (isLowestEvaluated ? Number(yuan) : 0)
  return {
    formula: rules.formula,
    ceiling: rules.ceiling === null ? null : Number(rules.ceiling),
    ownDeduction: deductionOf(contest.ownDeduction),
    ownAdjustment: adjustmentOf(contest.ownAdjustment),
    rivals: contest.rivals.map((rival) => ({
      price: { low: Number(rival.low), likely: Number(rival.likely), high: Number(rival.high) },
      otherPoints: isLowestEvaluated ? level : { low: Number(rival.lead) - Number(rival.leadSpread), likely: Number(rival.lead), high: Number(rival.lead) + Number(rival.leadSpread) },
      takesPart: rival.takesPart,
      deduction: deductionOf(rival.deduction),
      adjustment: adjustmentOf(rival.adjustment),
    })),
    prices: [...prices],
    samples: winSamples,
    seed: winSeed,
  }
}

/** What the worker does. Our own points beside the price are the zero the rivals' leads are counted from. */
export function simulateContest({ ownDeduction, ownAdjustment, ...request }: WinRequest): WinCurveResult {
  const { points, samples, seed } = winCurve({ ...request, own: { otherPoints: 0, deduction: ownDeduction, adjustment: ownAdjustment }, profitAt: () => null })
  return { points: points.map(({ price, winProbability, standardError }) => ({ price, winProbability, standardError })), samples, seed }
}
