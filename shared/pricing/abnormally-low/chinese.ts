import { z } from 'zod'
import { Decimal, DecimalText } from '#shared/decimal.ts'
import { roundUpToFen } from '#shared/money.ts'

/** Fractions of the three lines; null switches a test off (a document of an SOE may state only some). */
export const AbnormalRates = z.object({ avg: DecimalText.nullable(), second: DecimalText.nullable(), ceiling: DecimalText.nullable() })
export type AbnormalRates = z.infer<typeof AbnormalRates>

/** The lines of 财库〔2026〕2号, in force from 2026-02-01. */
export const baseRates = { avg: '0.50', second: '0.50', ceiling: '0.45' } as const satisfies AbnormalRates
const highestRate = '0.65'

/** The purchaser may raise the lines up to 65 %, never lower them (财库〔2026〕2号). null: allowed. */
export function rateProblem(rates: AbnormalRates): 'RATE_ABOVE_65_PERCENT' | 'RATE_BELOW_BASE' | null {
  const pairs = (['avg', 'second', 'ceiling'] as const).map((test) => ({ rate: new Decimal(rates[test] ?? '0'), base: baseRates[test] }))
  if (pairs.some(({ rate }) => rate.gt(highestRate))) return 'RATE_ABOVE_65_PERCENT'
  return pairs.some(({ rate, base }) => rate.lt(base)) ? 'RATE_BELOW_BASE' : null
}

export type AbnormalTest = 'AVG' | 'SECOND_LOWEST' | 'CEILING'

export type AbnormalReview = {
  average: Decimal | null
  thresholdAvg: Decimal | null
  thresholdSecond: Decimal | null
  thresholdCeiling: Decimal | null
  /** For every bid the tests it meets: each starts a review, none makes the bid invalid by itself. */
  triggers: AbnormalTest[][]
}

/**
 * The numeric tests of 财库〔2026〕2号 on the ORIGINAL prices (CNY) that passed the conformity check; strictly below the line.
 * Without a ceiling the budget is the ceiling. Two equal lowest bids do not meet the second-lowest test.
 */
export function reviewAbnormallyLow(prices: readonly string[], limit: { ceiling: string | null; budget: string | null }, rates: AbnormalRates): AbnormalReview {
  const exact = prices.map((price) => new Decimal(price))
  const sorted = exact.toSorted((a, b) => a.cmp(b))
  const sum = exact.reduce((total, price) => total.plus(price), new Decimal(0))
  const count = exact.length
  const second = sorted[1] ?? null
  const ceiling = limit.ceiling ?? limit.budget
  const thresholdSecond = rates.second !== null && second !== null ? second.times(rates.second) : null
  const thresholdCeiling = rates.ceiling !== null && ceiling !== null ? new Decimal(ceiling).times(rates.ceiling) : null
  // P < r × S/n is compared as P × n < r × S, which needs no rounded division.
  const avgLine = rates.avg === null ? null : sum.times(rates.avg)
  const testsOf = (price: Decimal): AbnormalTest[] => [
    ...(avgLine !== null && price.times(count).lt(avgLine) ? (['AVG'] as const) : []),
    ...(thresholdSecond !== null && price.lt(thresholdSecond) ? (['SECOND_LOWEST'] as const) : []),
    ...(thresholdCeiling !== null && price.lt(thresholdCeiling) ? (['CEILING'] as const) : []),
  ]
  return {
    average: count === 0 ? null : sum.div(count),
    thresholdAvg: avgLine === null || count === 0 ? null : avgLine.div(count),
    thresholdSecond,
    thresholdCeiling,
    triggers: exact.map(testsOf),
  }
}

export type SafePrice = {
  /** Per test the lowest own price, to the fen, that does not meet it; null: the test can't be met. */
  perTest: Record<AbnormalTest, Decimal | null>
  /** The lowest own price that meets none; null: there is no line. */
  lowest: Decimal | null
}

/** The lowest own price that starts no review, given assumed rival prices; the mean includes our own bid. */
export function lowestSafePrice(rivals: readonly string[], limit: { ceiling: string | null; budget: string | null }, rates: AbnormalRates): SafePrice {
  const sum = rivals.reduce((total, price) => total.plus(price), new Decimal(0))
  const cheapest = rivals.length === 0 ? null : Decimal.min(...rivals)
  const ceiling = limit.ceiling ?? limit.budget
  const perTest = {
    // P × n >= r × (S + P)  ⇔  P >= r × S / (n − r), n counting us.
    AVG: rates.avg === null || rivals.length === 0 ? null : roundUpToFen(sum.times(rates.avg).div(new Decimal(rivals.length + 1).minus(rates.avg))),
    SECOND_LOWEST: rates.second === null || cheapest === null ? null : roundUpToFen(cheapest.times(rates.second)),
    CEILING: rates.ceiling === null || ceiling === null ? null : roundUpToFen(new Decimal(ceiling).times(rates.ceiling)),
  }
  const lines = Object.values(perTest).filter((line) => line !== null)
  return { perTest, lowest: lines.length === 0 ? null : Decimal.max(...lines) }
}

export type OwnAbnormalRow = { test: AbnormalTest; line: Decimal | null; distance: Decimal | null; fires: boolean }

/** Own price against each line: `distance` = price − line in CNY, negative below it. */
export function ownDistances(own: string, rivals: readonly string[], limit: { ceiling: string | null; budget: string | null }, rates: AbnormalRates): OwnAbnormalRow[] {
  const review = reviewAbnormallyLow([own, ...rivals], limit, rates)
  const fired = review.triggers[0] ?? []
  const cheapest = rivals.length === 0 ? null : Decimal.min(...rivals)
  const secondLine = rates.second === null || cheapest === null ? null : cheapest.times(rates.second)
  const lines = { AVG: rivals.length === 0 ? null : review.thresholdAvg, SECOND_LOWEST: secondLine, CEILING: review.thresholdCeiling }
  return (['AVG', 'SECOND_LOWEST', 'CEILING'] as const).map((test) => ({
    test,
    line: lines[test],
    distance: lines[test] && new Decimal(own).minus(lines[test]),
    fires: fired.includes(test),
  }))
}

/** Outcome of a review (财库〔2026〕2号): a trigger alone is never invalidity; no proof, or proof that does not convince, is. */
export function reviewOutcome(review: { isTriggered: boolean; isExplained: boolean; finding: 'proved' | 'not_proved' | null }): 'VALID' | 'INVALID' | 'PENDING' {
  if (!review.isTriggered) return 'VALID'
  if (!review.isExplained || review.finding === 'not_proved') return 'INVALID'
  return review.finding === 'proved' ? 'VALID' : 'PENDING'
}
