import { z } from 'zod'
import { Decimal, MoneyText } from '#shared/decimal.ts'
import { Day } from '#shared/time.ts'

export const OutcomeResult = z.enum(['won', 'lost', 'withdrawn'])
export type OutcomeResult = z.infer<typeof OutcomeResult>

/** Why it ended so, as far as anybody knows. */
export const OutcomeReason = z.enum(['price', 'technical-score', 'references', 'relationship', 'delivery', 'qualification', 'rejected-formally', 'abnormally-low', 'tender-cancelled', 'capacity', 'loss-refused', 'other'])
export type OutcomeReason = z.infer<typeof OutcomeReason>

export const OpenedPrice = z.object({ bidder: z.string().trim().min(1).max(300), price: MoneyText.nullable() })
export type OpenedPrice = z.infer<typeof OpenedPrice>

/** How a bid ended, and what the opening and the delivery taught. */
export const Outcome = z
  .object({
    bidId: z.string(),
    result: OutcomeResult,
    decidedOn: Day,
    winner: z.string().trim().max(300).nullable(),
    /** CNY, VAT-inclusive; what the winner got, us included. */
    contractAmount: MoneyText.nullable(),
    openedPrices: z.array(OpenedPrice).max(100),
    reasons: z.array(OutcomeReason).max(12),
    lesson: z.string().trim().max(2000).nullable(),
    /** Full cost as it turned out, CNY before VAT; null: not known yet. */
    actualCost: MoneyText.nullable(),
  })
  .refine(({ result, reasons }) => result === 'won' || reasons.length > 0, { path: ['reasons'], message: 'reason-missing' })
export type Outcome = z.infer<typeof Outcome>

/** Actual cost less the expected one, CNY, and as a share of it; null where either is unknown. */
export function costDeviation(actual: string | null, expected: string | null): { difference: Decimal; share: Decimal | null } | null {
  if (actual === null || expected === null) return null
  const difference = new Decimal(actual).minus(expected)
  return { difference, share: new Decimal(expected).isZero() ? null : difference.div(expected) }
}
