import { Decimal } from '#shared/decimal.ts'
import type { Estimate, ThreePoint } from '#shared/estimate/estimate.ts'
import { type LossCurve, priceAtLossProbability } from '#shared/estimate/loss-curve.ts'
import { offerBase } from '#shared/estimate/offer-base.ts'
import type { EstimateResult } from '#shared/estimate/result.ts'
import { type Unknown, unknownCostReason } from '#shared/estimate/unknowns.ts'
import type { AbnormallyLowTrigger, Flag, Judgement } from '#shared/estimate/verdict.ts'
import { moneyText, roundUpToFen } from '#shared/money.ts'

/** The figures of a result the verdict depends on. */
export type JudgedFigures = Pick<
  EstimateResult,
  | 'offerTotal'
  | 'netRevenue'
  | 'vatRefund'
  | 'contingency'
  | 'incrementalCost'
  | 'fulfilmentCost'
  | 'expectedCost'
  | 'profit'
  | 'margin'
  | 'parity'
  | 'commercialValue'
  | 'breakEvenPrice'
  | 'floorPrice'
>

export type JudgeInput = {
  estimate: Estimate
  result: JudgedFigures
  /** The tender's ceiling, CNY VAT-inclusive; null when it has none. */
  ceiling: string | null
  /** The triggers of the tender's rule pack that fire at this price. */
  abnormallyLow: readonly AbnormallyLowTrigger[]
  /** Null: the simulation has not run. */
  lossProbability: number | null
  unknowns: readonly Unknown[]
  /** Null: nobody has estimated it, so only a won bid can be a loss-making win. */
  winProbability: number | null
  won: boolean
  /** Where given, `likely-loss` names the price that brings P(loss) to the limit. */
  lossCurve?: LossCurve | null
}

const overCeiling = ({ result, ceiling }: JudgeInput): Flag | null => {
  if (ceiling === null || new Decimal(result.offerTotal).lessThanOrEqualTo(ceiling)) return null
  const excess = new Decimal(result.offerTotal).minus(ceiling)
  return { code: 'over-ceiling', figures: { offerTotal: result.offerTotal, ceiling: moneyText(ceiling), excess: moneyText(excess) } }
}

const abnormallyLow = ({ result, abnormallyLow: triggers }: JudgeInput): Flag | null => {
  const [first, ...rest] = triggers
  if (first === undefined) return null
  const highest = rest.reduce((high, next) => (new Decimal(next.threshold ?? 0).greaterThan(high.threshold ?? 0) ? next : high), first)
  const raise = highest.threshold === null ? null : moneyText(Decimal.max(0, new Decimal(highest.threshold).minus(result.offerTotal)))
  const { rule, threshold } = highest
  return { code: 'abnormally-low', figures: { offerTotal: result.offerTotal, rule, threshold, raise, rules: triggers.map((trigger) => trigger.rule) } }
}

/** V < cost on amounts in fen; a tie on full cost is decided by the break-even price, which is exact. */
const belowCosts = ({ result }: JudgeInput): Flag[] => {
  const value = new Decimal(result.netRevenue).plus(result.vatRefund)
  const profit = new Decimal(result.profit)
  const isBelowBreakEven = profit.isZero() && result.breakEvenPrice !== null && new Decimal(result.offerTotal).lessThan(result.breakEvenPrice)
  const figures = (cost: string, shortfall: Decimal) => ({
    value: moneyText(value),
    cost,
    shortfall: moneyText(shortfall),
    profit: result.profit,
    breakEvenPrice: result.breakEvenPrice,
  })
  const flags: Flag[] = []
  const toIncremental = value.minus(result.incrementalCost)
  const toFulfilment = value.minus(result.fulfilmentCost)
  if (toIncremental.isNegative()) flags.push({ code: 'below-incremental', figures: figures(result.incrementalCost, toIncremental.abs()) })
  if (toFulfilment.isNegative()) flags.push({ code: 'below-fulfilment', figures: figures(result.fulfilmentCost, toFulfilment.abs()) })
  if (profit.isNegative() || isBelowBreakEven) flags.push({ code: 'below-full-cost', figures: figures(result.expectedCost, profit.abs()) })
  return flags
}

const isCertain = ({ low, high }: ThreePoint): boolean => new Decimal(low).eq(high)

/** True when no sample can differ from another: then P(loss) needs no simulation. */
const hasNoUncertainty = (estimate: Estimate): boolean =>
  estimate.costLines.every((line) => unknownCostReason(line, null) !== null || (isCertain(line.quantity) && (line.unitCost === null || isCertain(line.unitCost)))) &&
  estimate.risks.every((risk) => new Decimal(risk.probability).isZero() || (new Decimal(risk.probability).eq(1) && isCertain(risk.impact)))

/** The P(loss) to judge by: the given one, or for an estimate without uncertainty the sign of its profit without contingency. */
const lossProbabilityOf = ({ estimate, result, lossProbability }: JudgeInput): number | null => {
  if (lossProbability !== null) return lossProbability
  if (!hasNoUncertainty(estimate)) return null
  return new Decimal(result.profit).plus(result.contingency).isNegative() ? 1 : 0
}

const likelyLoss = ({ estimate, result, lossCurve }: JudgeInput, lossProbability: number | null): Flag | null => {
  const maxLossProbability = Number(estimate.policy.maxLossProbability)
  if (lossProbability === null || lossProbability <= maxLossProbability) return null
  const rounded = Math.round(lossProbability * 100)
  const lossesPer100 = lossProbability < 1 ? Math.min(99, Math.max(1, rounded)) : 100
  const safe = lossCurve === null || lossCurve === undefined ? null : priceAtLossProbability(lossCurve, maxLossProbability)
  const safePrice = safe === null ? null : moneyText(roundUpToFen(safe))
  return { code: 'likely-loss', figures: { profit: result.profit, lossProbability, lossesPer100, maxLossProbability, safePrice } }
}

/** Also when parity or margin are undefined, and when P(loss) has not been computed: unknown is never green. */
const cannotJudge = ({ result, unknowns }: JudgeInput, lossProbability: number | null): Flag | null => {
  const all = [...unknowns]
  if (lossProbability === null) all.push({ scope: 'estimate', lineId: null, name: null, reason: 'simulation-not-run' })
  if (all.length === 0 && result.parity !== null && result.margin !== null) return null
  const lines = all.filter(({ lineId }) => lineId !== null)
  return {
    code: 'cannot-judge',
    figures: {
      count: lines.length,
      names: lines.map(({ name }) => name ?? ''),
      knownCost: result.expectedCost,
      unknowns: all,
      hasUnknownCost: all.some(({ scope, reason }) => scope === 'cost' || reason === 'no-cost-lines'),
    },
  }
}

const underpriced = ({ estimate, result }: JudgeInput): Flag | null => {
  const { parity, commercialValue, offerTotal, netRevenue } = result
  if (parity === null || commercialValue === null) return null
  const parityFloor = Number(estimate.policy.parityFloor)
  const atFloor = new Decimal(commercialValue).times(estimate.policy.parityFloor)
  if (parity > parityFloor || (parity === parityFloor && atFloor.lessThanOrEqualTo(offerTotal))) return null
  const commercialNet = offerBase(estimate.offerLines, new Decimal(1), null).commercialNet ?? new Decimal(0)
  return {
    code: 'underpriced',
    figures: {
      offerTotal,
      commercialValue,
      gap: moneyText(new Decimal(commercialValue).minus(offerTotal)),
      netRevenue,
      commercialNet: moneyText(commercialNet),
      gapNet: moneyText(commercialNet.minus(netRevenue)),
      parity,
      parityFloor,
      parityFloorPrice: moneyText(roundUpToFen(atFloor)),
    },
  }
}

const thin = ({ estimate, result }: JudgeInput): Flag | null => {
  const { margin, floorPrice, profit, offerTotal } = result
  const minMargin = Number(estimate.policy.minMargin)
  const isBelowFloor = floorPrice !== null && new Decimal(offerTotal).lessThan(floorPrice)
  if (margin === null || margin > minMargin || (margin === minMargin && !isBelowFloor)) return null
  const raise = floorPrice === null ? null : moneyText(Decimal.max(0, new Decimal(floorPrice).minus(offerTotal)))
  return { code: 'thin', figures: { profit, margin, minMargin, floorPrice, raise } }
}

/**
 * The verdict of a bid and every flag that holds, in the model's order of precedence.
 * P(loss) that has not been computed can't clear `likely-loss`, so nothing below it is reached: the verdict is then
 * `cannot-judge` with the reason `simulation-not-run`, unless a flag above holds or the estimate has no uncertainty.
 */
export const judge = (input: JudgeInput): Judgement => {
  const { estimate, result, winProbability, won } = input
  const lossProbability = lossProbabilityOf(input)
  const losses = belowCosts(input)
  const likely = likelyLoss(input, lossProbability)
  const decided = [overCeiling(input), abnormallyLow(input), ...losses, likely].filter((flag) => flag !== null)
  const unknown = decided.length === 0 ? cannotJudge(input, lossProbability) : null
  const flags = [...decided, unknown, underpriced(input), thin(input)].filter((flag) => flag !== null)
  if (flags.length === 0 && lossProbability !== null && result.margin !== null && result.parity !== null) {
    flags.push({ code: 'healthy', figures: { profit: result.profit, margin: result.margin, lossProbability, parity: result.parity } })
  }
  const isLikelyWin = winProbability !== null && winProbability >= Number(estimate.policy.likelyWin)
  const lossMaking = losses.length > 0
  return { verdict: flags[0]?.code ?? 'cannot-judge', flags, lossMaking, lossMakingWin: (lossMaking || likely !== null) && (won || isLikelyWin) }
}
