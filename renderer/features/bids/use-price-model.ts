import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useContestModel, useWinOutlook } from '#renderer/app/bid-contest.ts'
import { useCore } from '#renderer/app/core.tsx'
import { canSimulate } from '#shared/bids/assess.ts'
import type { Bid } from '#shared/bids/bid.ts'
import type { ContestModel } from '#shared/contests/contest-model.ts'
import { chanceAt } from '#shared/contests/recommend-price.ts'
import type { WinCurveResult } from '#shared/contests/win-request.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { preparePriceModel, type PriceModel } from '#shared/estimate/price-model.ts'
import type { Simulation } from '#shared/estimate/simulation.ts'
import { findUnknowns } from '#shared/estimate/unknowns.ts'
import type { Flag } from '#shared/estimate/verdict.ts'
import type { Tender } from '#shared/tenders/tender.ts'

export type BidModel = {
  /** Null while nothing is quoted. */
  model: PriceModel | null
  simulation: Simulation | null
  /** `open`: a cost is unknown, so nothing is simulated. */
  simulated: 'open' | 'running' | 'done' | 'failed'
  ceiling: string | null
  /** What is assumed of the competition, and the chance to win it; null: not simulated. */
  contest: ContestModel
  win: WinCurveResult | null
  /** The flags of the offer as it stands. */
  flags: readonly Flag[]
}

/** The bid as the slider needs it: prepared once for each edit, with the simulation from core when it is there. */
export function useBidModel(estimate: Estimate, bid: Pick<Bid, 'id' | 'lotNo' | 'stage'>, tender: Tender, today: string): BidModel {
  const core = useCore()
  const isKnown = useMemo(() => canSimulate(estimate, today), [estimate, today])
  const query = useQuery({
    queryKey: ['bids', 'simulation', estimate, today],
    queryFn: ({ signal }) => core.bids.simulate({ estimate }, { signal }),
    enabled: isKnown,
    staleTime: Infinity,
    gcTime: 60_000,
    placeholderData: (before, query) => (hasSameCosts(query?.queryKey[2], estimate) ? before : undefined),
  })
  const simulation = isKnown ? (query.data ?? null) : null
  const lossCurve = simulation?.lossCurve ?? null
  const { model: contest } = useContestModel(bid.id, tender, bid.lotNo)
  const { ceiling, abnormallyLowAt, abnormallyLowLine } = contest.rules
  const context = useMemo(() => ({ today, ceiling, lossCurve, abnormallyLowAt, winProbability: null, won: bid.stage === 'won' }), [today, ceiling, lossCurve, abnormallyLowAt, bid.stage])
  const alone = useMemo(() => preparePriceModel(estimate, context), [estimate, context])
  const costs = isKnown ? alone : null
  const { curve: win } = useWinOutlook(contest, alone?.offerTotal ?? '0', [costs?.breakEvenPrice ?? null, costs?.floorPrice ?? null, abnormallyLowLine])
  const model = useMemo(() => (win === null ? alone : preparePriceModel(estimate, { ...context, winProbabilityAt: (price) => chanceAt(win.points, price) })), [win, alone, estimate, context])
  const flags = useMemo(() => model?.at(model.offerTotal).flags ?? withoutOffer(estimate, today), [model, estimate, today])
  return { model, simulation, simulated: stateOf(isKnown, simulation, query.isError), ceiling, contest, win, flags }
}

/** A new price moves along the same loss curve; with new costs the old curve says nothing. */
function hasSameCosts(before: unknown, now: Estimate): boolean {
  if (typeof before !== 'object' || before === null) return false
  const old = new Map<string, unknown>(Object.entries(before))
  return Object.entries(now).every(([key, value]) => key === 'offerLines' || old.get(key) === value)
}

function stateOf(isKnown: boolean, simulation: Simulation | null, isError: boolean): BidModel['simulated'] {
  if (!isKnown) return 'open'
  if (simulation !== null) return 'done'
  return isError ? 'failed' : 'running'
}

/** Nothing is quoted yet: there is no price to judge, only what is missing to name. */
function withoutOffer(estimate: Estimate, today: string): Flag[] {
  const unknowns = findUnknowns(estimate, today)
  return [{ code: 'cannot-judge', figures: { count: 0, names: [], knownCost: '0.00', unknowns: [{ scope: 'estimate', lineId: null, name: null, reason: 'no-offer-lines' }, ...unknowns], hasUnknownCost: false } }]
}
