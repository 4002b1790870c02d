import type { Bid } from '#shared/bids/bid.ts'
import { priceRulesOf } from '#shared/bids/price-rules.ts'
import type { Company } from '#shared/company/company.ts'
import { type BidContest, openContest } from '#shared/contests/bid-contest.ts'
import { Decimal } from '#shared/decimal.ts'
import { expectedLines } from '#shared/estimate/cost-base.ts'
import type { CostLineAmounts } from '#shared/estimate/cost-base.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { judge } from '#shared/estimate/judge.ts'
import type { Simulation } from '#shared/estimate/simulation.ts'
import type { EstimateResult } from '#shared/estimate/result.ts'
import { findUnknowns } from '#shared/estimate/unknowns.ts'
import type { Unknown } from '#shared/estimate/unknowns.ts'
import type { Judgement } from '#shared/estimate/verdict.ts'
import type { RulePack } from '#shared/pricing/rule-pack.ts'
import type { Tender } from '#shared/tenders/tender.ts'

/** What only our own people read: cost, margin, verdict. The input of the internal sheet and of nothing a buyer gets. */
export type InternalBid = {
  bid: Bid
  tender: Tender
  company: Company
  result: EstimateResult
  judgement: Judgement
  unknowns: readonly Unknown[]
  costs: readonly CostLineAmounts[]
  ceiling: string | null
  /** Null: not simulated. */
  lossProbability: number | null
  simulation: Simulation | null
  today: string
}

/** Judges a bid for its internal sheet, on `today` (a day in Beijing). */
export const internalBidOf = (bid: Bid, tender: Tender, company: Company, { today, lossProbability, simulation = null, contest = openContest, ownPacks = [] }: { today: string; lossProbability: number | null; simulation?: Simulation | null; contest?: BidContest; ownPacks?: readonly RulePack[] }): InternalBid => {
  const { estimate, lotNo, stage } = bid
  const unknowns = findUnknowns(estimate, today)
  const result = evaluate(estimate, today)
  const { ceiling, abnormallyLowAt } = priceRulesOf(tender, lotNo, contest, ownPacks)
  const abnormallyLow = abnormallyLowAt(new Decimal(result.offerTotal))
  const judgement = judge({ estimate, result, ceiling, abnormallyLow, lossProbability, unknowns, winProbability: null, won: stage === 'won' })
  return { bid, tender, company, result, judgement, unknowns, costs: expectedLines(estimate, today), ceiling, lossProbability, simulation, today }
}
