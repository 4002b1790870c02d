import { dayInBeijing } from '#shared/calendar/schedule.ts'
import { ceilingOf } from '#shared/bids/new-bid.ts'
import type { BidContest } from '#shared/contests/bid-contest.ts'
import type { Decimal } from '#shared/decimal.ts'
import type { AbnormallyLowTrigger } from '#shared/estimate/verdict.ts'
import { moneyText } from '#shared/money.ts'
import type { AbnormalRates } from '#shared/pricing/abnormally-low/chinese.ts'
import { type AbnormalSetting, lowestSafeOwn, ownTests } from '#shared/pricing/abnormally-low/own-review.ts'
import { proposeTrack, type TrackProposal } from '#shared/pricing/propose-track.ts'
import type { RulePack } from '#shared/pricing/rule-pack.ts'
import { applicablePack, type PackOrigin } from '#shared/pricing/rule-packs.ts'
import type { Track } from '#shared/pricing/track.ts'
import type { Tender } from '#shared/tenders/tender.ts'

type RuledTender = Pick<Tender, 'ceiling' | 'budget' | 'currency' | 'lots' | 'buyer' | 'description' | 'publishedAt' | 'track'>
/** What a person chose or assumed that the rules depend on. */
export type RuleChoice = Pick<BidContest, 'track' | 'zone' | 'abnormalRates' | 'estimatedValue' | 'rivals'>

/** What the law says about a price for this tender, as far as its notice and a person's choice tell. A hint with its article, not legal advice. */
export type PriceRules = {
  ceiling: string | null
  proposal: TrackProposal
  /** What was chosen for the bid, else for its tender, else what the notice proposes. */
  track: Track | null
  /** The pack that applies; null when the track or the project's date is not clear. */
  pack: RulePack | null
  packOrigin: PackOrigin
  /** Why there is no pack. */
  problem: 'track-unclear' | 'project-date-unknown' | 'no-rule-pack' | null
  /** The tender's amounts are in another currency: no limit of it is compared with our price. */
  isForeign: boolean
  /** What the ceiling test is taken of. */
  limit: { ceiling: string | null; budget: string | null }
  /** The document's own lines, else the pack's; null: no number is set. */
  rates: AbnormalRates | null
  /** The tests our price meets or not; null without a pack. */
  abnormal: AbnormalSetting | null
  /** The lowest price that starts no review, given the assumed rivals; null without a line. */
  abnormallyLowLine: string | null
  abnormallyLowAt: (offerTotal: Decimal) => readonly AbnormallyLowTrigger[]
}

/** The rules of a bid's price; `own` are the company's own packs. Rivals stand at their likely prices; nobody assumed leaves the tests that need them alone. */
export function priceRulesOf(tender: RuledTender, lotNo: string | null, choice: RuleChoice, own: readonly RulePack[]): PriceRules {
  const isForeign = tender.currency !== null && tender.currency !== 'CNY'
  const ceiling = isForeign ? null : ceilingOf(tender, lotNo)
  const proposal = proposeTrack({ text: tender.description ?? '', buyer: tender.buyer })
  const track = choice.track ?? tender.track ?? proposal.track
  const found = track === null ? null : applicablePack(own, track, tender.publishedAt === null ? null : dayInBeijing(tender.publishedAt), choice.zone)
  const pack = found?.ok === true ? found.pack : null
  const problem: PriceRules['problem'] = found === null ? 'track-unclear' : found.ok ? null : found.code
  const limit = { ceiling, budget: isForeign || (lotNo !== null && tender.lots.length > 1) ? null : tender.budget }
  const rates = choice.abnormalRates ?? pack?.abnormallyLow.rates ?? null
  const common = { ceiling, proposal, track, pack, packOrigin: found?.origin ?? 'shipped', problem, isForeign, limit, rates } as const
  if (pack === null) return { ...common, abnormal: null, abnormallyLowLine: null, abnormallyLowAt: () => [] }
  const rivals = choice.rivals.map(({ likely }) => likely)
  const abnormal = { rule: pack.abnormallyLow.rule, rates, limit, value: choice.estimatedValue ?? ceiling ?? limit.budget }
  const lowest = lowestSafeOwn(abnormal, rivals)
  return {
    ...common,
    abnormal,
    abnormallyLowLine: lowest === null ? null : moneyText(lowest),
    abnormallyLowAt: (offerTotal) =>
      ownTests(abnormal, offerTotal.toFixed(2), rivals)
        .filter(({ fires }) => fires)
        .map(({ line }) => ({ rule: pack.abnormallyLow.article, threshold: line === null ? null : moneyText(line) })),
  }
}
