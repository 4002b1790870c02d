import { z } from 'zod'
import { Decimal } from '#shared/decimal.ts'
import type { CostLine, Estimate, OfferLine } from '#shared/estimate/estimate.ts'

/** Why something that could change the verdict is unknown (estimate model, "Unknown is never green"). */
export const UnknownReason = z.enum([
  'no-offer-lines',
  'no-cost-lines',
  'unit-cost-missing',
  'unit-cost-zero-unconfirmed',
  'unit-cost-expired',
  'exchange-rate-missing',
  'commercial-price-missing',
  'commercial-price-expired',
  'simulation-not-run',
])
export type UnknownReason = z.infer<typeof UnknownReason>

/** One thing that is not known; `lineId` and `name` are null when it is about the estimate as a whole. */
export const Unknown = z.object({
  scope: z.enum(['estimate', 'cost', 'offer']),
  lineId: z.string().nullable(),
  name: z.string().nullable(),
  reason: UnknownReason,
})
export type Unknown = z.infer<typeof Unknown>

const isPast = (validUntil: string | null | undefined, today: string | null): boolean =>
  today !== null && validUntil !== null && validUntil !== undefined && validUntil < today

/** Why a cost line's unit cost is not known, or null when it is. `today` null: validity is not looked at. A price is valid through its last day. */
export const unknownCostReason = (line: CostLine, today: string | null): UnknownReason | null => {
  if (line.unitCost === null) return 'unit-cost-missing'
  const { low, likely, high } = line.unitCost
  const isZero = [low, likely, high].every((value) => new Decimal(value).isZero())
  if (isZero && line.zeroConfirmed !== true) return 'unit-cost-zero-unconfirmed'
  if (!isZero && isForeign(line) && !hasRate(line)) return 'exchange-rate-missing'
  return isPast(line.price?.validUntil, today) ? 'unit-cost-expired' : null
}

/** True when the unit cost is not in CNY. */
export const isForeign = (line: CostLine): boolean => line.currency !== null && line.currency !== undefined && line.currency !== 'CNY'

const hasRate = (line: CostLine): boolean =>
  line.exchangeRate !== null && line.exchangeRate !== undefined && new Decimal(line.exchangeRate).greaterThan(0)

/** Why an offer line's commercial price is not known, or null when it is. */
export const unknownCommercialReason = (line: OfferLine, today: string | null): UnknownReason | null => {
  if (line.commercialUnitPrice === null || line.commercialUnitPrice === undefined) return 'commercial-price-missing'
  return isPast(line.commercialPrice?.validUntil, today) ? 'commercial-price-expired' : null
}

/** Everything that could change the verdict and is unknown on `today` ('YYYY-MM-DD'); empty when all is known. */
export const findUnknowns = (estimate: Estimate, today: string | null): Unknown[] => {
  const found: Unknown[] = []
  if (estimate.offerLines.length === 0) found.push({ scope: 'estimate', lineId: null, name: null, reason: 'no-offer-lines' })
  if (estimate.costLines.length === 0) found.push({ scope: 'estimate', lineId: null, name: null, reason: 'no-cost-lines' })
  for (const line of estimate.costLines) {
    const reason = unknownCostReason(line, today)
    if (reason !== null) found.push({ scope: 'cost', lineId: line.id, name: line.name, reason })
  }
  for (const line of estimate.offerLines) {
    const reason = unknownCommercialReason(line, today)
    if (reason !== null) found.push({ scope: 'offer', lineId: line.id, name: line.name, reason })
  }
  if (isCommercialValueZero(estimate)) found.push({ scope: 'estimate', lineId: null, name: null, reason: 'commercial-price-missing' })
  return found
}

/** Prices that are all given but come to nothing leave parity undefined. */
const isCommercialValueZero = ({ offerLines }: Estimate): boolean =>
  offerLines.length > 0 &&
  offerLines.every((line) => unknownCommercialReason(line, null) === null && new Decimal(line.quantity).times(line.commercialUnitPrice ?? 0).isZero())
