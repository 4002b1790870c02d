import { oc } from '@orpc/contract'
import { z } from 'zod'
import { DealDesk, PersonName } from '#shared/approvals/deal-desk.ts'
import { Decision, LossFacts, Reason, Submission } from '#shared/approvals/desk-event.ts'
import { VersionChange } from '#shared/approvals/frozen-version.ts'
import { BudgetUse, LossBudget } from '#shared/approvals/loss-budget.ts'
import { MoneyText } from '#shared/decimal.ts'
import { Verdict } from '#shared/estimate/verdict.ts'
import { LogEntry } from '#shared/pricing/approval-log.ts'
import { PolicyLevel } from '#shared/pricing/policy.ts'
import { Instant } from '#shared/time.ts'

/** Whether the log can be believed. `seal` is the part of its last hash people can note down elsewhere. */
export const LogState = z.object({
  entries: z.int(),
  seal: z.string(),
  /** The note of the log's head lies beside the file; without it a log rewritten as a whole shows only against a seal somebody noted down. */
  isSealed: z.boolean(),
  problem: z.object({ index: z.int(), code: z.enum(['changed', 'missing-or-moved', 'rewritten', 'cut-off', 'added', 'version-changed']) }).nullable(),
})
export type LogState = z.infer<typeof LogState>

export const DeskState = z.object({
  desk: DealDesk,
  changed: z.object({ by: z.string(), at: Instant }).nullable(),
  /** Open bids under each verdict today: what a change of the rules would touch. */
  openBids: z.record(z.string(), z.int()),
  log: LogState,
})
export type DeskState = z.infer<typeof DeskState>

/** `open`: nothing to sign. The others say what stands between the bid and its final file. */
export const ApprovalStatus = z.enum(['open', 'warned', 'not-submitted', 'waiting', 'refused', 'lapsed', 'approved', 'log-broken'])
export type ApprovalStatus = z.infer<typeof ApprovalStatus>

export const ApprovalState = z.object({
  bidId: z.string(),
  bidVersion: z.int(),
  verdict: Verdict,
  level: PolicyLevel,
  status: ApprovalStatus,
  offerTotal: MoneyText,
  profit: MoneyText.nullable(),
  versionHash: z.string(),
  /** Roles the rules ask for, and who may sign in each. */
  required: z.array(z.object({ role: z.string(), signers: z.array(z.object({ person: z.string(), isStandIn: z.boolean() })), decision: Decision.nullable() })),
  /** This version's, else the last one's. */
  submission: Submission.nullable(),
  /** Since the last submission; empty when it is this version. */
  changes: z.array(VersionChange),
  /** A loss must say how it pays back. */
  needsLossFacts: z.boolean(),
  budgets: z.array(BudgetUse.extend({ isChargeable: z.boolean(), /** Left for this bid: what it is charged already it gives back when asked for again. */ leftForBid: MoneyText })),
  /** Every submission and decision of this bid, newest first. */
  history: z.array(LogEntry),
  log: LogState,
})
export type ApprovalState = z.infer<typeof ApprovalState>

export const WaitingApproval = z.object({ submission: Submission, missing: z.array(z.object({ role: z.string(), persons: z.array(z.string()) })), bidDeadline: Instant.nullable() })
export type WaitingApproval = z.infer<typeof WaitingApproval>

const bidId = z.object({ bidId: z.string() })
const logBroken = { LOG_BROKEN: {} }

export const approvalsContract = {
  desk: oc.output(DeskState),
  saveDesk: oc.errors(logBroken).input(z.object({ by: PersonName, desk: DealDesk })).output(DeskState),
  get: oc.errors({ NOT_FOUND: {} }).input(bidId).output(ApprovalState),
  /** Freezes the bid as it stands and lays it before the approvers. `versionHash` is what the person saw. */
  submit: oc
    .errors({ ...logBroken, NOT_FOUND: {}, VERSION_CHANGED: {}, LOSS_FACTS_MISSING: {}, BUDGET_NOT_FOR_THIS: {}, NOTHING_TO_SIGN: {} })
    .input(bidId.extend({ versionHash: z.string(), by: PersonName, reason: Reason, loss: LossFacts.nullable() }))
    .output(ApprovalState),
  decide: oc
    .errors({ ...logBroken, NOT_FOUND: {}, NOT_SUBMITTED: {}, VERSION_CHANGED: {}, NOT_A_SIGNER: {}, OWN_BID: {}, SIGNED_ALREADY: {} })
    .input(bidId.extend({ versionHash: z.string(), role: z.string(), by: PersonName, decision: z.enum(['approved', 'rejected']), reason: Reason }))
    .output(ApprovalState),
  waiting: oc.output(z.array(WaitingApproval)),
  budgets: oc.output(z.array(BudgetUse)),
  saveBudget: oc.errors(logBroken).input(z.object({ by: PersonName, budget: LossBudget })).output(z.array(BudgetUse)),
  /** The whole log, newest first, and whether it holds. */
  verify: oc.output(z.object({ state: LogState, entries: z.array(LogEntry) })),
}
