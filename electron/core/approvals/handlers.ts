import { allBudgetUses } from '#core/approvals/budget-uses.ts'
import { approvalState, findJudged } from '#core/approvals/approval-state.ts'
import { readLog } from '#core/approvals/audit-log.ts'
import { keepVersion } from '#core/approvals/frozen-store.ts'
import { isBroken, write } from '#core/approvals/write-log.ts'
import { assessmentOf } from '#core/bids/assess-bid.ts'
import { allBids } from '#core/bids/bid-store.ts'
import type { CoreContext } from '#core/context.ts'
import { os } from '#core/os.ts'
import type { DeskState, WaitingApproval } from '#shared/approvals/contract.ts'
import { signersFor } from '#shared/approvals/deal-desk.ts'
import { type Decision, isLossVerdict, type Submission } from '#shared/approvals/desk-event.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { freeze } from '#shared/approvals/frozen-version.ts'
import { ledgerOf } from '#shared/approvals/ledger.ts'
import { isUndecided } from '#shared/bids/bid.ts'

export const approvalsHandlers = {
  desk: os.approvals.desk.handler(({ context }) => deskState(context)),

  saveDesk: os.approvals.saveDesk.handler(async ({ input: { by, desk }, context, errors }) => {
    if (await isBroken(context)) throw errors.LOG_BROKEN()
    await write(context, by, { event: 'desk-changed', body: { desk } })
    return deskState(context)
  }),

  get: os.approvals.get.handler(async ({ input, context, errors }) => {
    const found = await findJudged(input.bidId, context)
    if (!found) throw errors.NOT_FOUND()
    return approvalState(found, context)
  }),

  submit: os.approvals.submit.handler(async ({ input, context, errors }) => {
    const found = await findJudged(input.bidId, context)
    if (!found) throw errors.NOT_FOUND()
    const log = await readLog(context.workspace)
    if (log.state.problem !== null) throw errors.LOG_BROKEN()
    const before = await approvalState(found, context, log)
    if (before.versionHash !== input.versionHash) throw errors.VERSION_CHANGED()
    if (before.level !== 'block' || before.status === 'approved' || before.status === 'waiting') throw errors.NOTHING_TO_SIGN()
    const loss = isLossVerdict(before.verdict) ? input.loss : null
    if (before.needsLossFacts && loss === null) throw errors.LOSS_FACTS_MISSING()
    const budgetId = loss?.budgetId ?? null
    if (budgetId !== null && before.budgets.find(({ budget }) => budget.id === budgetId)?.isChargeable !== true) throw errors.BUDGET_NOT_FOR_THIS()
    const { bid, assessment } = found
    const body: Submission = {
      bidId: bid.id,
      title: bid.title,
      bidVersion: bid.version,
      versionHash: before.versionHash,
      verdict: before.verdict,
      offerTotal: before.offerTotal,
      profit: before.profit,
      approvers: before.required.map(({ role }) => role),
      reason: input.reason,
      loss,
      by: input.by,
      at: context.now().toISOString(),
    }
    await write(context, input.by, { event: 'submitted', body }, (db) => keepVersion(db, freeze(bid, assessment.verdict)))
    return approvalState(found, context)
  }),

  decide: os.approvals.decide.handler(async ({ input, context, errors }) => {
    const found = await findJudged(input.bidId, context)
    if (!found) throw errors.NOT_FOUND()
    const log = await readLog(context.workspace)
    if (log.state.problem !== null) throw errors.LOG_BROKEN()
    const { desk, submissions } = ledgerOf(log.entries)
    const before = await approvalState(found, context, log)
    if (before.versionHash !== input.versionHash) throw errors.VERSION_CHANGED()
    const laidBefore = submissions.filter(({ bidId, versionHash }) => bidId === input.bidId && versionHash === input.versionHash)
    const submission = laidBefore.at(-1)
    if (submission === undefined || before.level !== 'block') throw errors.NOT_SUBMITTED()
    if (laidBefore.some(({ by }) => by === input.by)) throw errors.OWN_BID()
    const isAsked = before.required.some(({ role }) => role === input.role)
    const signer = signersFor(desk, [input.role], beijingDay(context.now().toISOString())).find(({ person }) => person === input.by)
    if (!isAsked || signer === undefined) throw errors.NOT_A_SIGNER()
    if (before.required.some(({ role, decision }) => role !== input.role && decision?.decision === 'approved' && decision.by === input.by)) throw errors.SIGNED_ALREADY()
    const { title, verdict, offerTotal, profit, loss } = submission
    const body: Decision = { ...input, title, verdict, offerTotal, profit, loss, isStandIn: signer.isStandIn, at: context.now().toISOString() }
    await write(context, input.by, { event: 'decided', body })
    return approvalState(found, context)
  }),

  waiting: os.approvals.waiting.handler(({ context }) => waiting(context)),

  budgets: os.approvals.budgets.handler(({ context }) => budgets(context)),

  saveBudget: os.approvals.saveBudget.handler(async ({ input: { by, budget }, context, errors }) => {
    if (await isBroken(context)) throw errors.LOG_BROKEN()
    await write(context, by, { event: 'budget-saved', body: budget })
    return budgets(context)
  }),

  verify: os.approvals.verify.handler(async ({ context }) => {
    const { entries, state } = await readLog(context.workspace)
    return { state, entries: entries.toReversed() }
  }),
}

async function budgets(context: CoreContext) {
  const { entries } = await readLog(context.workspace)
  return allBudgetUses(ledgerOf(entries), context)
}

async function deskState(context: CoreContext): Promise<DeskState> {
  const { entries, state } = await readLog(context.workspace)
  const { desk, deskChanged } = ledgerOf(entries)
  const openBids: Record<string, number> = {}
  for (const stored of await allBids(context.workspace.db)) {
    if (!isUndecided(stored.bid)) continue
    const verdict = (await assessmentOf(stored, context))?.verdict
    if (verdict !== undefined) openBids[verdict] = (openBids[verdict] ?? 0) + 1
  }
  return { desk, changed: deskChanged, openBids, log: state }
}

/** Versions laid before the approvers that still are what the bid says; the nearest deadline first. */
async function waiting(context: CoreContext): Promise<WaitingApproval[]> {
  const log = await readLog(context.workspace)
  const found: WaitingApproval[] = []
  for (const bidId of new Set(ledgerOf(log.entries).submissions.map((submission) => submission.bidId))) {
    const known = await findJudged(bidId, context)
    if (!known || !isUndecided(known.bid)) continue
    const { status, submission, required } = await approvalState(known, context, log)
    if (status !== 'waiting' || submission === null) continue
    const missing = required.filter(({ decision }) => decision?.decision !== 'approved').map(({ role, signers }) => ({ role, persons: signers.map(({ person }) => person) }))
    found.push({ submission, missing, bidDeadline: known.tender.bidDeadline })
  }
  return found.toSorted((a, b) => ((a.bidDeadline ?? '9') < (b.bidDeadline ?? '9') ? -1 : 1))
}
