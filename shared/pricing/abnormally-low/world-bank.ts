import { Decimal } from '#shared/decimal.ts'

export type WorldBankReview = {
  /** Under five bids against the estimate, else against the spread of the bids. */
  approach: 'absolute' | 'relative'
  mean: Decimal | null
  standardDeviation: Decimal | null
  limit: Decimal | null
  flags: boolean[]
}

const absoluteShare = '0.8'
const enoughBids = 5

/** World Bank guidance on abnormally low bids (2nd ed., July 2016): < 5 bids: ≥ 20 % below the estimate; else strictly below mean − population SD. */
export function reviewWorldBank(evaluatedCosts: readonly string[], estimate: string | null): WorldBankReview {
  const costs = evaluatedCosts.map((cost) => new Decimal(cost))
  if (costs.length < enoughBids) {
    const limit = estimate === null ? null : new Decimal(estimate).times(absoluteShare)
    return { approach: 'absolute', mean: null, standardDeviation: null, limit, flags: costs.map((cost) => limit !== null && cost.lte(limit)) }
  }
  const { mean, standardDeviation } = spread(costs)
  const limit = mean.minus(standardDeviation)
  return { approach: 'relative', mean, standardDeviation, limit, flags: costs.map((cost) => cost.lt(limit)) }
}

/** The lowest own cost, to the cent, that is not flagged given assumed rivals; null when there is no line. */
export function lowestSafeWorldBank(rivals: readonly string[], estimate: string | null): Decimal | null {
  const total = rivals.length + 1
  if (total < enoughBids) {
    return estimate === null ? null : new Decimal(estimate).times(absoluteShare).toDecimalPlaces(2, Decimal.ROUND_FLOOR).plus('0.01')
  }
  const { mean, standardDeviation } = spread(rivals.map((cost) => new Decimal(cost)))
  // With m, s² of the rivals alone: own < mean − SD  ⇔  m − own > s × √(n / (n − 2)), n counting us.
  const reach = standardDeviation.times(new Decimal(total).div(total - 2).sqrt())
  return Decimal.max(mean.minus(reach).toDecimalPlaces(2, Decimal.ROUND_CEIL), 0)
}

function spread(costs: readonly Decimal[]): { mean: Decimal; standardDeviation: Decimal } {
  const mean = costs.reduce((sum, cost) => sum.plus(cost), new Decimal(0)).div(costs.length)
  const squares = costs.reduce((sum, cost) => sum.plus(cost.minus(mean).pow(2)), new Decimal(0))
  return { mean, standardDeviation: squares.div(costs.length).sqrt() }
}
