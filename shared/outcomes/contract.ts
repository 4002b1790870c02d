import { oc } from '@orpc/contract'
import { z } from 'zod'
import { PersonName } from '#shared/approvals/deal-desk.ts'
import { Reason } from '#shared/approvals/desk-event.ts'
import { Bid, BidStage } from '#shared/bids/bid.ts'
import { MoneyText } from '#shared/decimal.ts'
import { Outcome } from '#shared/outcomes/outcome.ts'

export const OutcomeState = z.object({
  stage: BidStage,
  outcome: Outcome.nullable(),
  /** What notices say about the award of this tender and lot: offered to fill the form, never taken in silence. */
  noticed: z.array(z.object({ supplier: z.string(), amount: MoneyText.nullable() })),
  offerTotal: MoneyText,
  /** Full cost the estimate expects, CNY before VAT; null while a cost is unknown. */
  expectedCost: MoneyText.nullable(),
})
export type OutcomeState = z.infer<typeof OutcomeState>

const bidId = z.object({ bidId: z.string() })
const notFound = { NOT_FOUND: {} }

export const outcomesContract = {
  get: oc.errors(notFound).input(bidId).output(OutcomeState),
  /** The bid was handed in; the price is with the buyer. */
  handIn: oc.errors({ ...notFound, WRONG_STAGE: {} }).input(bidId).output(OutcomeState),
  /** Records or corrects how the bid ended; each record is an entry of the log. */
  record: oc.errors({ ...notFound, LOG_BROKEN: {} }).input(z.object({ by: PersonName, outcome: Outcome })).output(OutcomeState),
  /** The bid is a draft again; what was recorded stays in the log. */
  reopen: oc.errors({ ...notFound, WRONG_STAGE: {}, LOG_BROKEN: {} }).input(bidId.extend({ by: PersonName, reason: Reason })).output(OutcomeState),
  /** A draft with the same estimate and terms, for the next round of this tender; `versionId`: with those of a frozen version of the bid. */
  clone: oc.errors(notFound).input(bidId.extend({ versionId: z.string().nullable().default(null) })).output(Bid),
}
