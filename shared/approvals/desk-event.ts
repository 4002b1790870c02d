import { z } from 'zod'
import { DealDesk, PersonName } from '#shared/approvals/deal-desk.ts'
import { LossBudget } from '#shared/approvals/loss-budget.ts'
import { MoneyText } from '#shared/decimal.ts'
import { Verdict } from '#shared/estimate/verdict.ts'
import { Outcome } from '#shared/outcomes/outcome.ts'
import type { LogEntry } from '#shared/pricing/approval-log.ts'
import { Approval } from '#shared/pricing/policy.ts'
import { Day, Instant } from '#shared/time.ts'

export const Reason = z.string().trim().min(1).max(2000)

/** What a loss taken on purpose must say before anybody signs: how it comes back, when it is looked at again, whose budget. */
export const LossFacts = z.object({ payBack: z.string().trim().min(1).max(500), reviewOn: Day, budgetId: z.string().nullable() })
export type LossFacts = z.infer<typeof LossFacts>

/** A frozen version laid before the approvers; `approvers` are the roles the rules asked for that day. */
export const Submission = z.object({
  bidId: z.string(),
  title: z.string(),
  bidVersion: z.int(),
  versionHash: z.string(),
  verdict: Verdict,
  offerTotal: MoneyText,
  profit: MoneyText.nullable(),
  approvers: z.array(z.string()),
  reason: Reason,
  loss: LossFacts.nullable(),
  by: PersonName,
  at: Instant,
})
export type Submission = z.infer<typeof Submission>

export const Decision = Approval.extend({ title: z.string(), isStandIn: z.boolean(), verdict: Verdict, offerTotal: MoneyText, profit: MoneyText.nullable(), loss: LossFacts.nullable() })
export type Decision = z.infer<typeof Decision>

/** Everything the log can say. */
export const DeskEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('desk-changed'), body: z.object({ desk: DealDesk }) }),
  z.object({ event: z.literal('submitted'), body: Submission }),
  z.object({ event: z.literal('decided'), body: Decision }),
  z.object({ event: z.literal('budget-saved'), body: LossBudget }),
  z.object({ event: z.literal('outcome-recorded'), body: z.object({ title: z.string(), outcome: Outcome }) }),
  z.object({ event: z.literal('reopened'), body: z.object({ bidId: z.string(), title: z.string(), reason: Reason }) }),
])
export type DeskEvent = z.infer<typeof DeskEvent>

/** What an entry of the log says; null where it says nothing this program knows, or what stands there was never written by it. */
export function eventOf({ event, body }: Pick<LogEntry, 'event' | 'body'>): DeskEvent | null {
  try {
    return DeskEvent.safeParse({ event, body: JSON.parse(body) }).data ?? null
  } catch {
    return null
  }
}

/** A loss needs a pay-back and a review day; other verdicts only a reason. */
export function isLossVerdict(verdict: Verdict): boolean {
  return verdict === 'below-incremental' || verdict === 'below-fulfilment' || verdict === 'below-full-cost' || verdict === 'likely-loss'
}
