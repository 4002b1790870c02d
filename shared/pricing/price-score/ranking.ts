import { Decimal } from '#shared/decimal.ts'

export type RankedBid = { price: Decimal; total: Decimal }

/**
 * Ranks from 1: higher total first, at equal totals the lower price, at equal prices too the same rank (87号令57条).
 * null bids are out of the competition and get no rank.
 */
export function rankBids(bids: readonly (RankedBid | null)[]): (number | null)[] {
  return bids.map((bid) => bid && 1 + bids.filter((other) => other !== null && isBefore(other, bid)).length)
}

function isBefore(a: RankedBid, b: RankedBid): boolean {
  return a.total.gt(b.total) || (a.total.eq(b.total) && a.price.lt(b.price))
}

export type EvaluatedBid = { price: string; adjustment: string; isBelowCost: boolean }

/** 经评审的最低投标价: price plus quantified deviations, lowest first; a bid found below cost is rejected (招标投标法41条(二), 实施条例51条(五)). */
export function rankLowestEvaluated(bids: readonly EvaluatedBid[]): { evaluatedPrices: (Decimal | null)[]; ranks: (number | null)[] } {
  const evaluatedPrices = bids.map(({ price, adjustment, isBelowCost }) => (isBelowCost ? null : new Decimal(price).plus(adjustment)))
  return { evaluatedPrices, ranks: evaluatedPrices.map((price) => price && 1 + evaluatedPrices.filter((other) => other?.lt(price)).length) }
}
