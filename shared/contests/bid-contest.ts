import { z } from 'zod'
import { Decimal, DecimalText, MoneyText } from '#shared/decimal.ts'
import { AbnormalRates } from '#shared/pricing/abnormally-low/chinese.ts'
import { PriceFormula } from '#shared/pricing/price-score/formula.ts'
import { Track } from '#shared/pricing/track.ts'

const price = MoneyText.refine((text) => Number(text) > 0, 'above 0')
const fraction = DecimalText.refine((text) => Number(text) >= 0 && Number(text) < 1, 'from 0 to below 1')
const adjustment = DecimalText.refine((text) => Math.abs(Number(text)) < 1e12, 'below a million million')
const points = DecimalText.refine((text) => Math.abs(Number(text)) <= 100, 'at most 100 points')

/** What we believe one competitor will ask: an assumption of ours, never known. Prices CNY, VAT-inclusive. */
export const RivalGuess = z
  .object({
    id: z.string().min(1).max(100),
    name: z.string().max(200),
    low: price,
    likely: price,
    high: price,
    /** Technical and business points it has more than we do; negative where we lead. */
    lead: points,
    /** How far that lead may be off, either way. */
    leadSpread: points.refine((text) => Number(text) >= 0, 'not below 0'),
    /** Chance that it bids at all. */
    takesPart: z.number().min(0).max(1),
    /** Sum of its policy deductions; counts in government procurement only (procurement-rules §1.4). */
    deduction: fraction,
    /** Quantified deviations added to its price where the lowest evaluated price wins, CNY; absent: none. */
    adjustment: adjustment.optional(),
  })
  .refine((rival) => new Decimal(rival.low).lte(rival.likely) && new Decimal(rival.likely).lte(rival.high), { message: 'low ≤ likely ≤ high', path: ['likely'] })
export type RivalGuess = z.infer<typeof RivalGuess>

/** What a person chose or assumed about a bid's competition. Null: what the notice and its rule pack say stands. */
export const BidContest = z.object({
  track: Track.nullable(),
  zone: z.enum(['pilot_ftz', 'other']),
  category: z.enum(['goods', 'service']),
  formula: PriceFormula.nullable(),
  /** The document's own abnormally-low lines where it states some. */
  abnormalRates: AbnormalRates.nullable(),
  /** What the purchaser estimates the contract at, CNY with VAT: tests abroad need it. Null: as the notice's ceiling or budget. */
  estimatedValue: price.nullable().default(null),
  ownDeduction: fraction,
  /** As a rival's. */
  ownAdjustment: adjustment.optional(),
  rivals: z.array(RivalGuess).max(40),
})
export type BidContest = z.infer<typeof BidContest>

/** Nothing chosen, nobody assumed. */
export const openContest: BidContest = { track: null, zone: 'other', category: 'service', formula: null, abnormalRates: null, estimatedValue: null, ownDeduction: '0', rivals: [] }
