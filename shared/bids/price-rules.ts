import { dayInBeijing } from '#shared/calendar/schedule.ts'
import { ceilingOf } from '#shared/bids/new-bid.ts'
import type { Decimal } from '#shared/decimal.ts'
import type { AbnormallyLowTrigger } from '#shared/estimate/verdict.ts'
import { moneyText } from '#shared/money.ts'
import { lowestSafePrice, ownDistances } from '#shared/pricing/abnormally-low/chinese.ts'
import { proposeTrack } from '#shared/pricing/propose-track.ts'
import { selectRulePack, type RulePack } from '#shared/pricing/rule-pack.ts'
import { rulePacks } from '#shared/pricing/rule-packs.ts'
import type { Tender } from '#shared/tenders/tender.ts'

type RuledTender = Pick<Tender, 'ceiling' | 'budget' | 'lots' | 'buyer' | 'description' | 'publishedAt'>

/** What the law says about a price for this tender, as far as its notice tells. A hint with its article, not legal advice. */
export type PriceRules = {
  ceiling: string | null
  /** The pack that applies; null when the track or the project's date is not clear. */
  pack: RulePack | null
  /** The lowest price that starts no review while no rival is known (the ceiling test); null without a line. */
  abnormallyLowLine: string | null
  abnormallyLowAt: (offerTotal: Decimal) => readonly AbnormallyLowTrigger[]
}

export function priceRulesOf(tender: RuledTender, lotNo: string | null): PriceRules {
  const ceiling = ceilingOf(tender, lotNo)
  const { track } = proposeTrack({ text: tender.description ?? '', buyer: tender.buyer })
  const choice = track === null ? null : selectRulePack(rulePacks, track, tender.publishedAt === null ? null : dayInBeijing(tender.publishedAt), 'other')
  const pack = choice?.ok === true ? choice.pack : null
  const rates = pack?.abnormallyLow.rates ?? null
  if (pack === null || rates === null) return { ceiling, pack, abnormallyLowLine: null, abnormallyLowAt: () => [] }
  const limit = { ceiling, budget: lotNo === null || tender.lots.length < 2 ? tender.budget : null }
  const { lowest } = lowestSafePrice([], limit, rates)
  return {
    ceiling,
    pack,
    abnormallyLowLine: lowest === null ? null : moneyText(lowest),
    abnormallyLowAt: (offerTotal) =>
      ownDistances(offerTotal.toFixed(2), [], limit, rates)
        .filter(({ fires }) => fires)
        .map(({ line }) => ({ rule: pack.abnormallyLow.article, threshold: line === null ? null : moneyText(line) })),
  }
}
