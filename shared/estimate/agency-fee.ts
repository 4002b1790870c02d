import { Decimal } from '#shared/decimal.ts'
import type { AgencyFee } from '#shared/estimate/estimate.ts'

export type FeeSchedule = 'goods' | 'services' | 'works'

/** One tier: the rate on the part of the offer total up to `upTo` CNY (null: no upper end). */
export type FeeTier = { upTo: number | null; goods: string; services: string; works: string }

/** Reference rates of the tendering agency fee, cumulative tiers (计价格〔2002〕1980号). */
export const feeTiers: readonly FeeTier[] = [
  { upTo: 1_000_000, goods: '0.015', services: '0.015', works: '0.010' },
  { upTo: 5_000_000, goods: '0.011', services: '0.008', works: '0.007' },
  { upTo: 10_000_000, goods: '0.008', services: '0.0045', works: '0.0055' },
  { upTo: 50_000_000, goods: '0.005', services: '0.0025', works: '0.0035' },
  { upTo: 100_000_000, goods: '0.0025', services: '0.001', works: '0.002' },
  { upTo: 1_000_000_000, goods: '0.0005', services: '0.0005', works: '0.0005' },
  { upTo: null, goods: '0.0001', services: '0.0001', works: '0.0001' },
]

/** The tiers an offer total reaches: the part of it in each tier, the rate and the fee before discount. */
export const feeParts = (schedule: FeeSchedule, offerTotal: Decimal): { part: Decimal; rate: Decimal; fee: Decimal }[] => {
  const parts: { part: Decimal; rate: Decimal; fee: Decimal }[] = []
  let from = new Decimal(0)
  for (const tier of feeTiers) {
    if (offerTotal.lessThanOrEqualTo(from)) break
    const to = tier.upTo === null ? offerTotal : Decimal.min(offerTotal, tier.upTo)
    const part = to.minus(from)
    const rate = new Decimal(tier[schedule])
    parts.push({ part, rate, fee: part.times(rate) })
    from = to
  }
  return parts
}

/** Step 8: what the winner pays the agency on an offer total in CNY; 0 when the buyer pays. */
export const agencyFeeOn = (terms: AgencyFee, offerTotal: Decimal): Decimal => {
  if (terms.payer !== 'winner') return new Decimal(0)
  if (terms.schedule === 'fixed') return new Decimal(terms.amount ?? 0)
  const tiered = feeParts(terms.schedule, offerTotal).reduce((sum, { fee }) => sum.plus(fee), new Decimal(0))
  return tiered.times(new Decimal(1).minus(terms.discount))
}
