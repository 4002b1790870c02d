import { Decimal } from '#shared/decimal.ts'
import { roundToFen } from '#shared/money.ts'

/** 2 % of the budget (GP, 实施条例33条) or estimate (tender law, 实施条例26条); works and goods at most 800 000 (30号令37条, 27号令27条, from memory). */
export function bidBondCap(base: Decimal, isWorksOrGoodsTender: boolean): Decimal {
  const cap = roundToFen(base.times('0.02'))
  return isWorksOrGoodsTender ? Decimal.min(cap, 800_000) : cap
}

/** 10 % of the contract (政府采购法实施条例48条, 招标投标法实施条例58条). */
export function performanceBondCap(contract: Decimal): Decimal {
  return roundToFen(contract.times('0.1'))
}

/** Supplementary contracts together may be at most 10 % of the original (政府采购法49条). */
export function additionsLimit(original: Decimal, additions: readonly Decimal[]): { total: Decimal; limit: Decimal; isAllowed: boolean } {
  const total = additions.reduce((sum, addition) => sum.plus(addition), new Decimal(0))
  const limit = roundToFen(original.times('0.1'))
  return { total, limit, isAllowed: total.lte(limit) }
}
