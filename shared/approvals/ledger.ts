import { type DealDesk, defaultDesk, signersFor } from '#shared/approvals/deal-desk.ts'
import { type Decision, type DeskEvent, eventOf, type Submission } from '#shared/approvals/desk-event.ts'
import type { LossBudget } from '#shared/approvals/loss-budget.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { countedDecisions } from '#shared/pricing/policy.ts'
import type { LogEntry } from '#shared/pricing/approval-log.ts'

type Logged<What> = What & { index: number }

/** What the log adds up to. The log is the only source: no table beside it says who may sign or who signed. */
export type Ledger = {
  desk: DealDesk
  deskChanged: { by: string; at: string } | null
  budgets: LossBudget[]
  submissions: Logged<Submission>[]
  decisions: Logged<Decision>[]
}

/** Replays the log, oldest first. Entries of kinds this program does not know change nothing. */
export function ledgerOf(entries: readonly LogEntry[]): Ledger {
  const ledger: Ledger = { desk: defaultDesk, deskChanged: null, budgets: [], submissions: [], decisions: [] }
  for (const entry of entries) {
    const event = eventOf(entry)
    if (event !== null) apply(ledger, event, entry)
  }
  return ledger
}

function apply(ledger: Ledger, { event, body }: DeskEvent, { by, at, index }: LogEntry): void {
  switch (event) {
    case 'desk-changed':
      ledger.desk = body.desk
      ledger.deskChanged = { by, at }
      return
    case 'submitted':
      ledger.submissions.push({ ...body, index })
      return
    case 'decided':
      // Only who might sign by the rules of that moment: a line nobody was allowed to write decides nothing.
      if (signersFor(ledger.desk, [body.role], beijingDay(body.at)).some(({ person }) => person === body.by)) ledger.decisions.push({ ...body, index })
      return
    case 'budget-saved':
      ledger.budgets = [...ledger.budgets.filter(({ id }) => id !== body.id), body]
      return
    case 'outcome-recorded':
    case 'reopened':
      return
  }
}

/** Did everybody the rules asked for sign this version, nobody refusing it last? Who laid it before them cannot sign it. */
export function isApproved({ bidId, versionHash, approvers }: Submission, { submissions, decisions }: Pick<Ledger, 'submissions' | 'decisions'>): boolean {
  const isOfVersion = (said: Pick<Submission, 'bidId' | 'versionHash'>) => said.bidId === bidId && said.versionHash === versionHash
  const authors = new Set(submissions.filter(isOfVersion).map(({ by }) => by))
  const latest = countedDecisions(decisions.filter((decision) => isOfVersion(decision) && !authors.has(decision.by)))
  return approvers.length > 0 && approvers.every((role) => latest.get(role)?.decision === 'approved') && [...latest.values()].every(({ decision }) => decision === 'approved')
}

/** The losses signed for, one per bid: its last approved version. */
export function approvedLosses(ledger: Ledger): { submission: Submission; budgetId: string | null }[] {
  const byBid = new Map<string, { submission: Submission; budgetId: string | null }>()
  for (const submission of ledger.submissions) {
    if (submission.loss !== null && isApproved(submission, ledger)) byBid.set(submission.bidId, { submission, budgetId: submission.loss.budgetId })
  }
  return [...byBid.values()]
}
