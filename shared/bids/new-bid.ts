import type { BidTerms } from '#shared/bids/bid.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import type { Lot, Tender } from '#shared/tenders/tender.ts'

/** The terms nobody has filled in yet. */
export const openTerms: BidTerms = {
  deliveryPeriod: null,
  warranty: null,
  validityDays: null,
  bondAmount: null,
  bondForm: null,
  signedOn: null,
  remark: null,
}

/**
 * An estimate without lines. Its rates are those of an ordinary taxpayer (procurement-rules §4: surcharges 12 % of VAT
 * paid, stamp duty 0.03 % of the net amount); they stand open in the Cost tab for a person to change.
 */
export function emptyEstimate(): Estimate {
  return Estimate.parse({
    offerLines: [],
    costLines: [],
    payment: [{ name: '合同款', share: '1', dueMonth: 0, delayDays: 0 }],
    annualFinanceRate: '0.045',
    surchargeRate: '0.12',
    stampDutyRate: '0.0003',
  })
}

/** The tender's title, with the lot where there are several to tell apart. */
export function bidTitle(tender: Pick<Tender, 'title' | 'lots'>, lot: Pick<Lot, 'no' | 'name'> | null): string {
  return lot === null || tender.lots.length < 2 ? tender.title : `${tender.title} ${lot.name ?? lot.no}`.slice(0, 1000)
}

/**
 * The price above which the bid is rejected: the lot's own ceiling, else the tender's unless several lots share it.
 * CNY, VAT-inclusive; null when none is stated.
 */
export function ceilingOf(tender: Pick<Tender, 'ceiling' | 'lots'>, lotNo: string | null): string | null {
  const lot = tender.lots.find((candidate) => candidate.no === lotNo)
  return lot?.ceiling ?? (tender.lots.length > 1 && lotNo !== null ? null : tender.ceiling)
}
