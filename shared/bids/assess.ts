import type { Assessment } from '#shared/bids/assessment.ts'
import type { Bid } from '#shared/bids/bid.ts'
import { priceRulesOf } from '#shared/bids/price-rules.ts'
import type { BidContest } from '#shared/contests/bid-contest.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { judge } from '#shared/estimate/judge.ts'
import { findUnknowns } from '#shared/estimate/unknowns.ts'
import type { RulePack } from '#shared/pricing/rule-pack.ts'
import type { Tender } from '#shared/tenders/tender.ts'

/** True when every cost is known, so that a simulated P(loss) would mean something. */
export function canSimulate(estimate: Estimate, today: string): boolean {
  return estimate.offerLines.length > 0 && estimate.costLines.length > 0 && findUnknowns(estimate, today).every((unknown) => unknown.scope !== 'cost')
}

/** Under which rules a bid is judged: what a person chose for it, and the company's own packs. */
export type JudgedUnder = { contest: BidContest; ownPacks: readonly RulePack[] }

/** The bid's figures and verdict for lists, on `today` ('YYYY-MM-DD', Beijing). `lossProbability` null: not simulated. */
export function assess(bid: Pick<Bid, 'estimate' | 'lotNo' | 'stage'>, tender: Tender, today: string, lossProbability: number | null, { contest, ownPacks }: JudgedUnder): Assessment {
  const { estimate, lotNo, stage } = bid
  const unknowns = findUnknowns(estimate, today)
  const result = evaluate(estimate, today)
  const { ceiling, abnormallyLowAt } = priceRulesOf(tender, lotNo, contest, ownPacks)
  const abnormallyLow = abnormallyLowAt(new Decimal(result.offerTotal))
  const { verdict } = judge({ estimate, result, ceiling, abnormallyLow, lossProbability, unknowns, winProbability: null, won: stage === 'won' })
  const isCostKnown = unknowns.every((unknown) => unknown.scope === 'offer')
  return {
    verdict,
    offerTotal: result.offerTotal,
    profit: isCostKnown ? result.profit : null,
    margin: isCostKnown ? result.margin : null,
    parity: result.parity,
    lossProbability,
    judgedOn: today,
  }
}
