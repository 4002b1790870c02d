import { z } from 'zod'
import { DecimalText, MoneyText } from '#shared/decimal.ts'
import { Day, Instant } from '#shared/time.ts'

const day = Day.nullable().default(null)
const moment = Instant.nullable().default(null)

/** What the tender document and the course of the purchase say about time; a person writes it down. Null is not known (yet). */
export const KnownDates = z.object({
  docSaleFrom: day,
  docSaleTo: moment,
  docReceived: day,
  questionsUntil: moment,
  bondArrivesBy: moment,
  validityDays: z.int().min(1).max(1000).nullable().default(null),
  /** Until when the bond we handed in holds: a guarantee may end before the bid does. */
  bondValidUntil: day,
  reportReceived: day,
  candidatesPublished: day,
  candidatesPublicityEnd: day,
  resultPublished: day,
  awardNotice: day,
  contractSigned: day,
  invoiceDue: day,
  delivered: day,
  acceptanceAgreedBy: day,
  accepted: day,
  paid: day,
  buyerKind: z.enum(['government_or_institution', 'large_enterprise']).nullable().default(null),
  paymentDays: z.int().min(0).max(1000).nullable().default(null),
  isPayWhenPaid: z.boolean().default(false),
  contractAmount: MoneyText.nullable().default(null),
  /** Yearly, as a fraction; null where none is agreed. */
  lateRate: DecimalText.nullable().default(null),
  oneYearLpr: DecimalText.nullable().default(null),
})
export type KnownDates = z.infer<typeof KnownDates>

export const nothingKnown: KnownDates = KnownDates.parse({})
