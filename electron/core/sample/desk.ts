import { z } from 'zod'
import { appendToLog, logHead, readLog, sealLog, sha256, unsealLog } from '#core/approvals/audit-log.ts'
import { keepVersion } from '#core/approvals/frozen-store.ts'
import type { CoreContext } from '#core/context.ts'
import { findOutcome } from '#core/outcomes/outcome-store.ts'
import type { PastBid } from '#core/sample/past-bid.ts'
import { markSample } from '#core/sample/mark.ts'
import { daysBefore } from '#core/sample/tender.ts'
import { DealDesk, DeskRole, defaultDesk } from '#shared/approvals/deal-desk.ts'
import type { Decision, DeskEvent, Submission } from '#shared/approvals/desk-event.ts'
import { freeze, type FrozenContent, frozenHash } from '#shared/approvals/frozen-version.ts'
import { LossBudget } from '#shared/approvals/loss-budget.ts'
import type { Assessment } from '#shared/bids/assessment.ts'
import type { Bid } from '#shared/bids/bid.ts'
import { addDays } from '#shared/calendar/day.ts'

/** Who signs in the sample, and the losses it takes on purpose. */
export const SampleDesk = z.object({
  desk: z.record(z.string(), DeskRole.pick({ people: true, standIns: true })),
  budget: z.object({ name: z.string(), owner: z.string(), fromDaysAgo: z.int(), untilInDays: z.int(), amount: z.string(), payBack: z.string(), reviewInDays: z.int() }),
})

type Dated = { daysAgo: number; by: string; event: DeskEvent; frozen: FrozenContent | null }
/** `owner`: who laid it before the approvers; `assessment`: as it was judged then. */
type SampleBid = { source: PastBid; bid: Bid; owner: string; assessment: Assessment }

/** Writes the sample's approvals and outcomes into a log that is still empty, in the order they happened. A log somebody writes stays theirs. */
export async function storeSampleDesk({ desk, budget }: z.infer<typeof SampleDesk>, bids: readonly SampleBid[], today: string, context: CoreContext): Promise<void> {
  const { workspace, newId } = context
  if ((await readLog(workspace)).entries.length > 0) return
  const { owner, fromDaysAgo, untilInDays, reviewInDays, ...facts } = budget
  const lossBudget = LossBudget.parse({ ...facts, id: newId(), owner, from: addDays(today, -fromDaysAgo), to: addDays(today, untilInDays), buyer: null, useCase: null, reviewOn: addDays(today, reviewInDays), isClosed: false })
  const rules = DealDesk.parse({ ...defaultDesk, roles: Object.entries(desk).map(([id, people]) => ({ id, ...people })) })
  const events: Dated[] = [
    { daysAgo: fromDaysAgo, by: owner, event: { event: 'desk-changed', body: { desk: rules } }, frozen: null },
    { daysAgo: fromDaysAgo, by: owner, event: { event: 'budget-saved', body: lossBudget }, frozen: null },
  ]
  for (const each of bids) events.push(...approvalOf(each, rules, lossBudget.id, today), ...(await outcomeOf(each, context)))
  unsealLog(workspace)
  await workspace.db.transaction().execute(async (db) => {
    for (const { daysAgo, by, event, frozen } of events.toSorted((a, b) => b.daysAgo - a.daysAgo)) {
      if (frozen !== null) await keepVersion(db, frozen)
      await appendToLog(db, { ...event, by, at: daysBefore(today, daysAgo) })
    }
    await markSample(db, { log: await logHead(db) }, context)
  })
  await sealLog(workspace)
}

/** The version laid before the approvers, and what they said to it. */
function approvalOf({ source: { approval }, bid, owner, assessment }: SampleBid, { roles, policy }: DealDesk, budgetId: string, today: string): Dated[] {
  if (approval === null) return []
  const { verdict, offerTotal, profit } = assessment
  const frozen = freeze(bid, verdict)
  const at = daysBefore(today, approval.daysAgo)
  const loss = { payBack: approval.payBack, reviewOn: addDays(today, 30), budgetId }
  const common = { bidId: bid.id, title: bid.title, versionHash: frozenHash(frozen, sha256), verdict, offerTotal, profit, loss }
  const asked = policy.rungs[verdict].approvers
  const submission: Submission = { ...common, bidVersion: bid.version, approvers: asked, reason: approval.reason, by: owner, at }
  const decisions = asked.flatMap((role): Dated[] => {
    const [by] = roles.find(({ id }) => id === role)?.people ?? []
    const reason = approval.signed[role]
    if (by === undefined || reason === undefined) return []
    const decision: Decision = { ...common, role, by, decision: 'approved', reason, isStandIn: false, at }
    return [{ daysAgo: approval.daysAgo, by, event: { event: 'decided', body: decision }, frozen: null }]
  })
  return [{ daysAgo: approval.daysAgo, by: owner, event: { event: 'submitted', body: submission }, frozen }, ...decisions]
}

async function outcomeOf({ source, bid, owner }: SampleBid, { workspace }: CoreContext): Promise<Dated[]> {
  const outcome = await findOutcome(workspace.db, bid.id)
  if (outcome === null || source.outcome === null) return []
  return [{ daysAgo: source.outcome.daysAgo, by: owner, event: { event: 'outcome-recorded', body: { title: bid.title, outcome } }, frozen: null }]
}
